from threading import Event, Thread
from typing import Literal

import pytest
from argon2 import PasswordHasher

from application.accounts.refusals import SignInBusy
from infrastructure.accounts import passwords
from infrastructure.accounts.passwords import Argon2Passwords

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
QUICKER_YET = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1, hash_len=16)


def test_a_password_matches_its_hash_and_no_other() -> None:
    checked = Argon2Passwords(QUICK)
    kept = checked.hash("corde-de-rappel-12")
    assert checked.matches("corde-de-rappel-12", kept)
    assert not checked.matches("corde-de-rappel-13", kept)
    assert not checked.matches("corde-de-rappel-12", "what was never a hash")


def test_nobody_is_checked_as_somebody_is() -> None:
    checked = Argon2Passwords(QUICK)
    assert not checked.matches("the password of an account that does not exist", None)


def test_a_hash_made_with_other_settings_is_outdated() -> None:
    kept = Argon2Passwords(QUICKER_YET).hash("corde-de-rappel-12")
    assert Argon2Passwords(QUICK).is_outdated(kept)
    assert not Argon2Passwords(QUICKER_YET).is_outdated(kept)


def test_no_more_are_checked_at_once_than_the_machine_bears(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(passwords, "PATIENCE", 0.01)
    begun, over = Event(), Event()

    class Slow(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:  # noqa: A002, ARG002 (the library's signature)
            begun.set()
            over.wait(timeout=30)
            return True

    checked = Argon2Passwords(Slow(time_cost=1, memory_cost=8, parallelism=1))
    others = [Thread(target=checked.matches, args=("a", "b")) for _ in range(passwords.AT_ONCE)]
    for other in others:
        begun.clear()
        other.start()
        begun.wait(timeout=30)
    with pytest.raises(SignInBusy):
        checked.matches("a", "b")
    over.set()
    for other in others:
        other.join()
    assert checked.matches("a", "b")
