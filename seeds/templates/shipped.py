"""The wordings of reminders that Cordée ships, one file for each language."""

import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from application.accounts.reset_wording import ResetWording
from application.digests.wording import DigestWording
from domain.refusals import DomainError
from domain.reminders.wordings import Wordings


class TemplatesUnreadable(DomainError):
    code = "templates-unreadable"
    title = (
        "The folder that CORDEE_REMINDER_TEMPLATES names holds no file such as reminders.fr.toml,"
        " or one that is not TOML."
    )


def shipped_wordings() -> Wordings:
    """Read them all, once, at start.

    Raises:
        ValidationError: a file says something that a reminder may not.
    """
    return reminder_wordings(None)


def reminder_wordings(of_the_network: Path | None) -> Wordings:
    """The shipped wordings, each replaced by that of the network where it has one.

    Raises:
        TemplatesUnreadable: its folder has none, or one of its files is not TOML.
        ValidationError: a file says something that a reminder may not.
    """
    found = _read(files("seeds.templates"))
    if of_the_network is not None:
        found |= _own(of_the_network)
    return Wordings.model_validate({"forbidden": _forbidden(), "each": tuple(found.values())})


def _own(folder: Path) -> dict[str, Any]:
    try:
        own = _read(folder)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise TemplatesUnreadable from None
    if not own:
        raise TemplatesUnreadable
    return own


def _read(folder: Traversable) -> dict[str, Any]:
    """By the name of the file, `reminders.<language>.toml`."""
    return {
        file.name: tomllib.loads(file.read_text(encoding="utf-8"))
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.startswith("reminders.") and file.name.endswith(".toml")
    }


def _forbidden() -> Any:
    return tomllib.loads(files("seeds.templates").joinpath("forbidden.toml").read_text("utf-8"))


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


def shipped_digest_wordings() -> tuple[DigestWording, ...]:
    """What the daily letter to members says, in each language.

    Raises:
        ValidationError: a file says something that such a letter cannot be.
    """
    return tuple(
        DigestWording.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
        for file in sorted(files("seeds.templates").iterdir(), key=lambda file: file.name)
        if file.name.startswith("digest.")
    )
