"""`cordee views`: making again what lists are read from."""

from typing import Annotated

import typer

from api.cli.presenting import reporting, say
from api.cli.settings import Data, settings_from
from api.composition import opened_installation, opened_views
from application.views.view import VIEWS

Name = Annotated[
    str | None, typer.Argument(metavar="[NAME]", help=f"One of {', '.join(VIEWS)}; or all.")
]

app = typer.Typer(help="The tables that lists are read from.", no_args_is_help=True)


@app.callback()
def views() -> None:
    """Views hold nothing of their own: they follow from the history and are made again at will."""


@app.command()
def rebuild(name: Name = None, *, data: Data = None) -> None:
    """Make a view again beside the old one, then swap; reads go on meanwhile."""
    wanted = [name] if name else list(VIEWS)
    settings = settings_from(data)
    with (
        opened_installation(settings) as installation,
        opened_views(settings, installation.store) as known,
        reporting() as report,
    ):
        known.rebuilding.rebuild(wanted, lambda done, total: report("Events", done, total))
    say(f"Made again: {', '.join(wanted)}.")
