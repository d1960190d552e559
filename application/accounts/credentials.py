"""What may serve as an e-mail address and as a password."""

from typing import Annotated
from unicodedata import category

from pydantic import BeforeValidator, Field, SecretStr

from domain.text import normalised

NOT_TYPED = frozenset({"Cc", "Cs"})  # controls and surrogates


def typed(value: object) -> object:
    """Refuse what no keyboard types; a password is otherwise taken as it is.

    Raises:
        ValueError: half a character (a lone surrogate), or a control.
    """
    if isinstance(value, str) and not NOT_TYPED.isdisjoint(map(category, value)):
        raise ValueError("a password has letters, digits, signs and spaces")
    return value


Email = Annotated[
    str,
    BeforeValidator(normalised),
    Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", max_length=254),
]
Password = Annotated[SecretStr, BeforeValidator(typed), Field(min_length=1, max_length=256)]
NewPassword = Annotated[SecretStr, BeforeValidator(typed), Field(min_length=12, max_length=256)]
