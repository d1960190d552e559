"""The rules of rights that Cordée ships, one file for each version."""

import tomllib
from importlib.resources import files

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
