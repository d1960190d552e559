"""The wordings of reminders that Cordée ships, one file for each language."""

import tomllib
from importlib.resources import files

from application.accounts.reset_wording import ResetWording
from domain.reminders.wording import Wording


def shipped_wordings() -> tuple[Wording, ...]:
    """Read them all, once, at start.

    Raises:
        ValidationError: a file says something that a reminder may not.
    """
    return tuple(
        Wording.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
        for file in sorted(files("seeds.templates").iterdir(), key=lambda file: file.name)
        if file.name.startswith("reminders.")
    )


def shipped_reset_wordings() -> tuple[ResetWording, ...]:
    """What the letter with a code for a new password says, in each language.

    Raises:
        ValidationError: a file says something that such a letter cannot be.
    """
    return tuple(
        ResetWording.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
        for file in sorted(files("seeds.templates").iterdir(), key=lambda file: file.name)
        if file.name.startswith("accounts.")
    )
