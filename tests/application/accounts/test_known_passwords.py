import secrets

import pytest
from pydantic import ValidationError

from seeds.rules.shipped import shipped_known_passwords

KNOWN = shipped_known_passwords()


@pytest.mark.parametrize(
    "password",
    [
        *("password1234", "Password2024!", "P@ssw0rd2024!", "motdepasse123", "MotDePasse!!1"),
        *("bonjour12345", "!!!Bonjour2025", "adminadmin12", "Admin-Password-1", "soleil.chocolat"),
        *("azertyuiop12", "AZERTYUIOP!!", "qwertyuiop123", "poiuytreza99", "1q2w3e4r5t6y"),
        *("123456789012", "098765432109", "abcdefghijkl", "azerty123456", "qsdfghjklm123"),
        *("aaaaaaaaaaaa", "121212121212", "abcabcabcabc", "corde1corde1", "hopital2026!"),
        *("Septembre2026", "été2026été2026", "correct horse battery staple", "ccasccas2026"),
    ],
)
def test_what_is_tried_first_is_known(password: str) -> None:
    assert KNOWN.include(password)


@pytest.mark.parametrize(
    "password",
    [
        *("corde-de-rappel-12", "une-autre-corde-13", "girafe tambour neige 9 clou"),
        *("mon chat dort sur le poêle", "Le train de 7h12 est en retard", "Tz7!kq0Lw2#x"),
        *("password du vieux moulin gris", "кот спит на печке", "4815162342 lettres"),
    ],
)
def test_what_nobody_tries_first_is_taken(password: str) -> None:
    assert not KNOWN.include(password)


def test_what_a_machine_draws_is_taken() -> None:
    assert not any(KNOWN.include(secrets.token_urlsafe(16)) for _ in range(300))


@pytest.mark.parametrize("password", ["Ines.Moulin1985", "moulin-relais", "inesmoulin!!!"])
def test_the_words_of_ones_own_address_are_tried_first(password: str) -> None:
    assert KNOWN.include(password, of="ines.moulin@relais.example")
    assert not KNOWN.include(password, of="paul.arnal@ccas.example")


@pytest.mark.parametrize("word", ["Été", "mot de passe", "p4ss"])
def test_words_are_written_plainly(word: str) -> None:
    with pytest.raises(ValidationError):
        KNOWN.model_validate({**KNOWN.model_dump(), "words": [word]})
