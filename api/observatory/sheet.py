"""Figures as a table that a spreadsheet opens: codes and numbers, a row for each cell."""

import csv
from collections.abc import Iterator
from io import StringIO

from api.observatory.shown import CellShown, FigureShown, FiguresShown

COLUMNS = (
    *("indicator", "name", "split", "category", "detail", "number", "unit", "people", "times"),
    *("first_quartile", "median", "third_quartile"),
    *("first_day", "last_day", "organisation_id", "commune", "position", "definition"),
)
WHOLE = "*"  # in the place of a category: all of them


def sheet(shown: FiguresShown) -> str:
    """Comma-separated values, as RFC 4180 writes them; nothing in them was typed by anybody."""
    written = StringIO()
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    for figure in shown.figures:
        rows.writerows(_rows(shown, figure))
    return written.getvalue()


def _rows(shown: FiguresShown, figure: FigureShown) -> Iterator[tuple[object, ...]]:
    if figure.whole is not None:
        yield _row(shown, figure, figure.whole, WHOLE)
    for cell in figure.cells:
        yield _row(shown, figure, cell, cell.category)


def _row(
    shown: FiguresShown, figure: FigureShown, cell: CellShown, category: str
) -> tuple[object, ...]:
    quartiles = cell.quartiles
    return (
        *(figure.indicator, figure.name, cell.split, category, cell.detail),
        *(cell.number, figure.unit, cell.people, cell.times),
        *((quartiles.first, quartiles.median, quartiles.third) if quartiles else ("", "", "")),
        *(shown.first, shown.last, shown.organisation_id or "", shown.commune or ""),
        *(shown.position, figure.definition),
    )
