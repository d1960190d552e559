"""The only kinds of text that enter Cordée: normalised, bounded, safe to store and to show."""

import unicodedata
from typing import Annotated

from pydantic import BeforeValidator, Field

ALLOWED_CONTROLS = frozenset("\n\t")
FORBIDDEN_CATEGORIES = frozenset({"Cc", "Cs", "Cn"})  # controls, surrogates, unassigned


def normalised(value: object) -> object:
    """Strip and compose (NFC); refuse surrogates, NUL and stray controls.

    Raises:
        ValueError: the text holds a character that cannot be stored or shown.
    """
    if not isinstance(value, str):
        return value
    text = value.replace("\r\n", "\n").strip()
    if any(
        unicodedata.category(character) in FORBIDDEN_CATEGORIES
        and character not in ALLOWED_CONTROLS
        for character in text
    ):
        raise ValueError("this text holds a character that cannot be stored")
    return unicodedata.normalize("NFC", text)


Label = Annotated[str, BeforeValidator(normalised), Field(min_length=1, max_length=120)]
Text = Annotated[str, BeforeValidator(normalised), Field(min_length=1, max_length=4_000)]
Code = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_.-]{0,63}$")]
