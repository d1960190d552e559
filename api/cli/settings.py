"""The settings that a command works with: the environment, and `--data`."""

from pathlib import Path
from typing import Annotated

import typer

from api.composition import Settings

Data = Annotated[
    Path | None,
    typer.Option("--data", help="The data folder, instead of CORDEE_DATA.", show_default=False),
]


def settings_from(data: Path | None) -> Settings:
    """Read the settings.

    Raises:
        ValidationError: one of them is not right.
    """
    return Settings() if data is None else Settings(data=data)
