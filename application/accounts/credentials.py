"""What may serve as an e-mail address and as a password."""

from typing import Annotated

from pydantic import BeforeValidator, Field, SecretStr

from domain.text import normalised


def sayable(value: object) -> object:
    """Refuse what has no bytes; a password is otherwise taken as it was typed.

    Raises:
        ValueError: half a character (a lone surrogate).
    """
    if isinstance(value, str):
        value.encode()
    return value


Email = Annotated[
    str,
    BeforeValidator(normalised),
    Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", max_length=254),
]
Password = Annotated[SecretStr, BeforeValidator(sayable), Field(min_length=1, max_length=256)]
NewPassword = Annotated[SecretStr, BeforeValidator(sayable), Field(min_length=12, max_length=256)]
