"""Figures as a page: a plot and a table for each, in one file that needs and runs nothing else."""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from api.languages.choosing import Language
from api.languages.dates import Days
from api.languages.numbers import number
from api.languages.templates import templates_of
from api.observatory.shown import CellShown, FigureShown, FiguresShown
from domain.observatory.indicators import Indicator, Unit

STYLE = (Path(__file__).parent / "assets" / "figures.css").read_text("utf-8")
HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{HASH}'; base-uri 'none'; form-action 'none'"
HEADERS = {"Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'"}

WIDTH, BAR = 160, 12  # of a bar, in its own units


def page(shown: FiguresShown) -> str:
    """The whole page; its style is inside, so that a saved file prints as it should."""
    template = templates_of("api.observatory", shown.language).get_template("figures.html")
    return template.render(
        shown=shown,
        plots=plots(shown.figures, shown.language),
        days=Days(shown.language, "UTC"),
        style=Markup(STYLE),  # noqa: S704 (our own file)
        policy=POLICY,
    )


@dataclass(frozen=True, slots=True)
class Plot:
    """A figure as its table shows it, each row with its bar."""

    language: Language
    figure: FigureShown
    width: int = WIDTH
    height: int = BAR

    @property
    def has_rows(self) -> bool:
        """Whether its cells say more than the whole does."""
        return len(self.figure.cells) > 1 or any(cell.label for cell in self.figure.cells)

    @property
    def has_bars(self) -> bool:
        """Whether there is something to compare."""
        return len(self.figure.cells) > 1

    @property
    def has_people(self) -> bool:
        """Whether people stand behind what is counted, and are not what is counted."""
        counted = self.figure.indicator.unit is Unit.PEOPLE
        return not counted and any(cell.people for cell in self.figure.cells)

    def length(self, cell: CellShown) -> float:
        """Of the bar of a row, as long as its number is large."""
        longest = max(one.number for one in self.figure.cells) or 1
        return round(self.width * cell.number / longest, 1)

    def number(self, value: float) -> str:
        """As the language writes numbers."""
        return number(value, self.language)


def plots(figures: Iterable[FigureShown], language: Language) -> dict[Indicator, Plot]:
    return {figure.indicator: Plot(language, figure) for figure in figures}
