"""`cordee erasures` and `cordee retention`: what is erased, and what is kept no longer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Annotated

import typer

from api.cli.presenting import AsJson, print_json, print_table, say
from api.cli.settings import Data, settings_from
from api.composition import opened_erasing, opened_installation
from application.erasures.erasing import Erasing
from application.erasures.ports import Erasure
from application.erasures.resume_erasures import resume_erasures
from application.retention.run_retention import run_retention
from seeds.rules.shipped import shipped_retention

DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would happen; change nothing.")]

app = typer.Typer(help="Erasures that were approved.", no_args_is_help=True)
retention = typer.Typer(help="How long data is kept.", no_args_is_help=True)


@app.callback()
def erasures() -> None:
    """They go on by themselves in `cordee serve` or `cordee scheduler`."""


@retention.callback()
def keeping() -> None:
    """Applied daily by `cordee serve` or `cordee scheduler`."""


@app.command()
def pending(*, as_json: AsJson = False, data: Data = None) -> None:
    """List the erasures that were approved and are not over."""
    with _erasing(data) as erasing:
        _show(erasing.erasures.unfinished(), as_json=as_json)


@app.command()
def resume(*, as_json: AsJson = False, data: Data = None) -> None:
    """Bring every approved erasure to its end, however it was cut."""
    with _erasing(data) as erasing:
        _show(resume_erasures(erasing), as_json=as_json)
        left = len(erasing.erasures.unfinished())
    say(f"{left} go on when the views have caught up." if left else "Every erasure is over.")


@retention.command()
def run(*, dry_run: DryRun = False, as_json: AsJson = False, data: Data = None) -> None:
    """Announce the accesses that end, end those announced, have erased what nobody keeps."""
    with _erasing(data) as erasing:
        done = [asdict(one) for one in run_retention(erasing, shipped_retention(), dry_run=dry_run)]
    if as_json:
        print_json(done)
    else:
        print_table(done)
        say(f"{len(done)} would change." if dry_run else f"{len(done)} changed.")


@contextmanager
def _erasing(data: Data) -> Iterator[Erasing]:
    settings = settings_from(data)
    with (
        opened_installation(settings) as here,
        opened_erasing(settings, here.store, here.network) as erasing,
    ):
        yield erasing


def _show(found: list[Erasure], *, as_json: bool) -> None:
    if as_json:
        print_json([asdict(erasure) for erasure in found])
        return
    print_table(
        [
            {
                "Erasure": erasure.id,
                "Pathway": erasure.pathway_id,
                "State": erasure.state,
                "Keys": erasure.keys,
                "Epoch": erasure.certified_epoch or "",
            }
            for erasure in found
        ]
    )
