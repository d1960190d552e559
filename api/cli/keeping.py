"""`cordee migrate`, `backup`, `restore`: what keeps an installation safe."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.presenting import AsJson, Sure, confirm, print_json, print_table, reporting, say
from api.cli.settings import Data, settings_from
from api.composition import Half, Losses, WouldLose, back_up, held, prepare
from api.composition import restore as restored

Folder = Annotated[Path, typer.Argument(help="The folder of the backup.")]
KeysFrom = Annotated[
    Path | None, typer.Option(help="Take the keys from another backup of the same history.")
]
Halves = Annotated[
    list[Half] | None, typer.Option("--only", help="Restore this half beside the other one.")
]
AcceptLoss = Annotated[
    bool, typer.Option("--accept-loss", help="What no key opens any more reads as erased.")
]


def migrate(*, data: Data = None) -> None:
    """Bring every table to its newest version; safe to run twice, or from several machines."""
    prepare(settings_from(data))
    say("Every table is at its newest version.")


def backup(folder: Folder, *, as_json: AsJson = False, data: Data = None) -> None:
    """Copy events, keys, traces and accounts into a new folder, while people work."""
    with reporting() as report:
        manifest = back_up(settings_from(data), folder, progress=report)
    if as_json:
        print_json(manifest)
    else:
        say(f"Saved {manifest.events} events and {manifest.keys} keys in {folder}.")
        say("The master key is not in it: keep its copies elsewhere.")


def restore(
    folder: Folder,
    *,
    keys_from: KeysFrom = None,
    only: Halves = None,
    accept_loss: AcceptLoss = False,
    yes: Sure = False,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Put a backup back where nothing is, or list exactly what would be lost."""
    settings = settings_from(data)
    if accept_loss:
        confirm("Entries that no key opens will read as erased, for good. Go on?", sure=yes)
    with held(settings.data), reporting() as report:
        try:
            lost = restored(
                settings,
                folder,
                keys_from=keys_from,
                halves=only or Half,
                accept_loss=accept_loss,
                progress=report,
            )
        except WouldLose as refusal:
            _show(refusal.losses, as_json=as_json)
            raise
    _show(lost, as_json=as_json)
    say("Restored. `cordee serve` builds the views again.")


def _show(lost: Losses, *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "entries": lost.entries,
                "streams": lost.streams,
                "epochs": lost.epochs,
                "accounts": lost.purposes,
                "history": lost.history,
            }
        )
    elif lost:
        say(f"Lost: {lost.entries} entries of {len(lost.streams)} streams.")
        rows = [{"Stream": stream, "Entries": many} for stream, many in lost.streams.items()]
        if rows:
            print_table(rows)
        if lost.epochs:
            say(f"The master key file lacks these epochs: {', '.join(map(str, lost.epochs))}.")
        if lost.purposes:
            say("Accounts cannot be found by e-mail address any more: open them again.")
        if lost.history:
            say(f"{lost.history} entries are neither in the backup nor in their place.")
