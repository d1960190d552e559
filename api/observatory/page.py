"""Figures as a page: a plot and a table for each, in one file that needs and runs nothing else."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from api.languages.dates import Days
from api.languages.templates import templates_of
from api.observatory.shown import FigureShown, FiguresShown

STYLE = (Path(__file__).parent / "assets" / "figures.css").read_text("utf-8")
HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{HASH}'; base-uri 'none'; form-action 'none'"
HEADERS = {"Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'"}

WIDTH, BAR, GAP = 320, 16, 6  # of a plot, in its own units
MOST_BARS = 40  # more are only in the table


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a plot, as long as its number is large."""

    y: int
    length: float


def page(shown: FiguresShown) -> str:
    """The whole page; its style is inside, so that a saved file prints as it should."""
    template = templates_of("api.observatory", shown.language).get_template("figures.html")
    return template.render(
        shown=shown,
        bars={figure.indicator: tuple(bars(figure)) for figure in shown.figures},
        days=Days(shown.language, "UTC"),
        style=Markup(STYLE),  # noqa: S704 (our own file)
        policy=POLICY,
        width=WIDTH,
        bar=BAR,
        step=BAR + GAP,
    )


def bars(figure: FigureShown) -> Iterator[Bar]:
    """A bar for each cell; none where there is nothing to compare."""
    numbers = [cell.number for cell in figure.cells]
    if not 1 < len(numbers) <= MOST_BARS:
        return
    longest = max(numbers) or 1
    for place, number in enumerate(numbers):
        yield Bar(place * (BAR + GAP), round(WIDTH * number / longest, 1))
