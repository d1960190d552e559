"""`Passwords` with Argon2id, never more checks at once than the machine can bear."""

from functools import cached_property
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from application.accounts.refusals import SignInBusy

AT_ONCE = 2  # each check takes 64 MiB and some tens of milliseconds of all cores
PATIENCE = 2.0  # seconds a sign-in waits for its turn


class Argon2Passwords:
    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._turn = BoundedSemaphore(AT_ONCE)

    def hash(self, password: str) -> str:
        return self._hasher.hash(password)

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash("the password of an account that does not exist")

    def matches(self, password: str, password_hash: str | None) -> bool:
        if not self._turn.acquire(timeout=PATIENCE):
            raise SignInBusy
        try:
            nobody = self._nobody  # made at the first sign-in of anybody, known or not
            return self._hasher.verify(password_hash or nobody, password) and bool(password_hash)
        except (VerifyMismatchError, InvalidHashError):
            return False
        finally:
            self._turn.release()

    def is_outdated(self, password_hash: str) -> bool:
        return self._hasher.check_needs_rehash(password_hash)
