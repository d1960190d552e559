"""The rules that Cordée ships: of rights, one file a version, of reminders, of keeping data."""

import tomllib
from importlib.resources import files

from domain.reminders.rules import ReminderPack
from domain.retention.policy import RetentionPolicy
from domain.rights.rules import RuleBook, RulePack


def shipped_rules() -> RuleBook:
    """Read them all, once, at start.

    Raises:
        ValidationError: a file says something that a rule cannot be.
    """
    return RuleBook.of(
        RulePack.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
        for file in files("seeds.rules").iterdir()
        if file.name.startswith("rights-")
    )


def shipped_reminder_rules() -> ReminderPack:
    """Read them, once, at start.

    Raises:
        ValidationError: the file says something that a rule cannot be.
    """
    text = files("seeds.rules").joinpath("reminders.toml").read_text(encoding="utf-8")
    return ReminderPack.model_validate(tomllib.loads(text))


def shipped_retention() -> RetentionPolicy:
    """Read how long data is kept, once, at start.

    Raises:
        ValidationError: the file says something that a policy cannot be.
    """
    text = files("seeds.rules").joinpath("retention.toml").read_text(encoding="utf-8")
    return RetentionPolicy.model_validate(tomllib.loads(text))
