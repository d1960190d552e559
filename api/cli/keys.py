"""`cordee keys`: the keys under which everything is sealed."""

import typer

from api.cli.presenting import AsJson, Sure, confirm, print_json, reporting, say
from api.cli.settings import Data, settings_from
from api.composition import rotate_keys

QUESTION = (
    "Backups of the keys made before, and copies of the master key file, "
    "will open nothing any more. Go on?"
)

app = typer.Typer(help="The keys under which everything is sealed.", no_args_is_help=True)


@app.callback()
def keys() -> None:
    """They are made by themselves; here is what somebody does with them."""


@app.command()
def rotate(*, yes: Sure = False, as_json: AsJson = False, data: Data = None) -> None:
    """Wrap every key under a new epoch, then destroy the old one; safe while people work."""
    settings = settings_from(data)
    confirm(QUESTION, sure=yes)
    with reporting() as report:
        epoch = rotate_keys(settings, progress=report)
    if as_json:
        print_json({"epoch": epoch, "fresh_backup": settings.key_backups / f"epoch-{epoch}"})
    else:
        say(f"The keys are under epoch {epoch}, with a fresh backup in {settings.key_backups}.")
    say("Copy the master key file to its safe places again, destroy its older copies, back up.")
