"""How the command shows things: JSON for programs, a table or a bar for people."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import Annotated, Any

import typer
from pydantic import BaseModel, TypeAdapter
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Sure = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask for confirmation.")]
Advance = Callable[[int], None]
Report = Callable[[str, int, int], None]  # what, how much is done, how much there is

WIDE = 160  # columns of a table that goes into a pipe or a file

ANYTHING: TypeAdapter[Any] = TypeAdapter(Any)


def print_json(value: Any) -> None:
    plain = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    sys.stdout.write(ANYTHING.dump_json(plain, indent=2).decode() + "\n")


def print_table(rows: Sequence[Mapping[str, Any]], *, title: str | None = None) -> None:
    """Rows of the same keys, one column each; on a pipe, without colours or cuts."""
    table = Table(title=title, title_justify="left")
    for name in rows[0] if rows else ():
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(str(cell) for cell in row.values()))
    Console(width=None if sys.stdout.isatty() else WIDE).print(table)


def say(sentence: str) -> None:
    """Tell the operator; on the error output, so that what is printed can be piped."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


@contextmanager
def progress(what: str, *, total: int) -> Iterator[Advance]:
    """A bar on the error output; without a terminal, one line at each quarter."""
    if not sys.stderr.isatty():
        yield _quarters(what, total)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done: bar.advance(task, done)


def _quarters(what: str, total: int) -> Advance:
    done, told = 0, -1

    def advance(more: int) -> None:
        nonlocal done, told
        done += more
        if total and (quarter := min(4, 4 * done // total)) > told:
            told = quarter
            say(f"{what}: {done} of {total}")

    return advance


@contextmanager
def reporting() -> Iterator[Report]:
    """Several bars, one for each thing that says how far it is."""
    with ExitStack() as bars:
        known: dict[str, tuple[Advance, int]] = {}

        def report(what: str, done: int, total: int) -> None:
            if what not in known:
                known[what] = bars.enter_context(progress(what, total=total)), 0
            advance, before = known[what]
            advance(done - before)
            known[what] = advance, done

        yield report


def confirm(question: str, *, sure: bool) -> None:
    """Ask before something that cannot be undone; without a terminal, `--yes` is needed."""
    if not sure and not typer.confirm(question, err=True):
        raise typer.Abort
