"""The programmes whose reports can be made: the demo's, or those a network sets up."""

import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from domain.programme import Programme, Programmes
from domain.refusals import DomainError


class ProgrammesUnreadable(DomainError):
    code = "programmes-unreadable"
    title = "The folder that CORDEE_PROGRAMMES names is not there, or a file in it is not TOML."


def programmes(of_the_network: Path | None = None) -> Programmes:
    """By code; each TOML file of the folder is one.

    Raises:
        ProgrammesUnreadable: the folder is not there, or a file is not TOML.
        ValidationError: a file says something that a programme cannot be.
    """
    folder: Traversable = of_the_network or files("seeds.programmes")
    try:
        texts = [one.read_text("utf-8") for one in folder.iterdir() if one.name.endswith(".toml")]
        said = [Programme.model_validate(tomllib.loads(text)) for text in texts]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise ProgrammesUnreadable from None
    return {one.code: one for one in sorted(said, key=lambda one: one.code)}
