"""The only kinds of text that enter Cordée: normalised, bounded, safe to store and to show."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

ALLOWED_CONTROLS = frozenset("\n\t")
FORBIDDEN_CATEGORIES = frozenset({"Cc", "Cs", "Cn"})  # controls, surrogates, unassigned
JOINERS = frozenset("\u200c\u200d")  # Persian and Indic names are misspelt without them

# Sex, year, month, department, commune, order, and perhaps the key: the shape of a French
# social-security number, which Cordée never holds.
SOCIAL_SECURITY_NUMBER = re.compile(r"(?<!\d)[1-478]\d{4}(?:\d{2}|2[AB])\d{6}(?:\d{2})?(?!\d)")


def normalised(value: object) -> object:
    """Strip and compose (NFC); refuse surrogates, NUL and stray controls.

    Raises:
        ValueError: the text holds a character that cannot be stored or shown.
    """
    if not isinstance(value, str):
        return value
    text = value.replace("\r\n", "\n").strip()
    if not _storable(text):
        raise ValueError("this text holds a character that cannot be stored")
    return unicodedata.normalize("NFC", text)


def _storable(text: str) -> bool:
    if text.isprintable():  # most texts, at the speed of C: each replayed fact comes by here
        return True
    odd = set(text) - ALLOWED_CONTROLS
    return FORBIDDEN_CATEGORIES.isdisjoint(map(unicodedata.category, odd))


def without_social_security_number(text: str) -> str:
    """Refuse what looks like one, however it is spaced.

    Raises:
        ValueError: it does.
    """
    if SOCIAL_SECURITY_NUMBER.search(re.sub(r"[\s./-]", "", text).upper()):
        raise ValueError("a social-security number is never written here")
    return text


def pronounceable(text: str) -> str:
    """Refuse a name without a letter, or with invisible characters that turn it around.

    Raises:
        ValueError: it could be neither read aloud nor written in another script.
    """
    if not any(character.isalpha() for character in text):
        raise ValueError("a name has letters")
    if any(unicodedata.category(character) == "Cf" for character in set(text) - JOINERS):
        raise ValueError("this name holds an invisible character")
    return text


Label = Annotated[str, BeforeValidator(normalised), Field(min_length=1, max_length=120)]
Text = Annotated[str, BeforeValidator(normalised), Field(min_length=1, max_length=4_000)]
Code = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_.-]{0,63}$")]
Name = Annotated[
    Label, AfterValidator(pronounceable), AfterValidator(without_social_security_number)
]
Called = Annotated[Label, AfterValidator(without_social_security_number)]  # even "?" will do
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]  # ISO 3166-1 alpha-2
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]  # BCP 47
Commune = Annotated[str, Field(pattern=r"^(\d{2}|2[AB])\d{3}$")]  # INSEE official code
