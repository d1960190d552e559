"""A publication as a table that a spreadsheet opens: a row for each cell, empty where left out."""

import csv
from io import StringIO

from api.publications.shown import PublicationShown

COLUMNS = (
    *("table", "name", "first_dimension", "first_category", "first_name"),
    *("second_dimension", "second_category", "second_name"),
    *("people", "left_out", "year", "published_at", "publication_id", "position"),
)
WIDEST = 2  # dimensions of a table


def sheet(shown: PublicationShown) -> str:
    """Comma-separated values, as RFC 4180 writes them; nothing in them was typed by anybody."""
    written = StringIO()
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    frozen = (shown.year, shown.published_at.isoformat(), shown.id, shown.position)
    for table in shown.tables:
        names = [
            {one.code: one.name for one in dimension.categories} for dimension in table.dimensions
        ]
        for cell in table.cells:
            places = [
                (dimension.code, code, words[code])
                for dimension, code, words in zip(table.dimensions, cell.place, names, strict=True)
            ]
            places += [("", "", "")] * (WIDEST - len(places))
            left_out = cell.people is None
            number = "" if left_out else cell.people
            where = (part for place in places for part in place)
            rows.writerow((table.code, table.name, *where, number, int(left_out), *frozen))
    return written.getvalue()
