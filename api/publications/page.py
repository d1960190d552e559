"""A publication as a page: a plot and a table for each, in one file that needs and runs nothing."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from api.languages.dates import Days
from api.languages.templates import Ways, templates_of
from api.publications.shown import PublicationShown, TableShown
from domain.observatory.contributions import ZONE
from domain.publication.tables import ALL

STYLE = (Path(__file__).parent / "assets" / "publication.css").read_text("utf-8")
HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{HASH}'; base-uri 'none'; form-action 'none'"
HEADERS = {"Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'"}

WIDTH, BAR = 160, 12  # of a bar, in its own units


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: a category, and its numbers along the columns."""

    name: str
    numbers: tuple[int | None, ...]  # the first is that of all; None: left out
    length: float | None  # of its bar; None where its number is left out


@dataclass(frozen=True, slots=True)
class Laid:
    """A table laid out: its last dimension down, the other across."""

    shown: TableShown
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    width: int = WIDTH
    bar: int = BAR


def page(shown: PublicationShown, ways: Ways = ()) -> str:
    """The whole page; its style is inside, so that a saved file prints as it should."""
    template = templates_of("api.publications", shown.language).get_template("publication.html")
    return template.render(
        shown=shown,
        tables=[laid(table) for table in shown.tables],
        days=Days(shown.language, str(ZONE)),
        style=Markup(STYLE),  # noqa: S704 (our own file)
        policy=POLICY,
        ways=ways,
    )


def laid(table: TableShown) -> Laid:
    """The numbers of a table as rows and columns, margins first."""
    across = table.dimensions[0].categories if len(table.dimensions) > 1 else ()
    columns = tuple(one.code for one in across) or (ALL,)
    return Laid(table, tuple(one.name for one in across), tuple(_lines(table, columns)))


def _lines(table: TableShown, columns: tuple[str, ...]) -> Iterator[Line]:
    people = {cell.place: cell.people for cell in table.cells}
    down = table.dimensions[-1].categories
    crossed = len(table.dimensions) > 1
    rows = [
        tuple(people[(column, one.code) if crossed else (one.code,)] for column in columns)
        for one in down
    ]
    longest = max((row[0] or 0 for row in rows), default=0) or 1
    for one, row in zip(down, rows, strict=True):
        length = None if row[0] is None else round(WIDTH * row[0] / longest, 1)
        yield Line(one.name, row, length)
