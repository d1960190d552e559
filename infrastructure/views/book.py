"""Writes changes into the tables of the views, sealing and blinding what must be."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Dialect

from application.views.people import PersonRow
from application.views.ports import Labels
from application.views.view import Row
from infrastructure.views.changes import Changes
from infrastructure.views.parking import park
from infrastructure.views.tables import OF_VIEW
from infrastructure.views.writer import Writer


class Book:
    """All the tables of the views, to write in."""

    def __init__(self, dialect: Dialect, labels: Labels) -> None:
        self._writers = {view: Writer(table, dialect) for view, table in OF_VIEW.items()}
        self._labels = labels

    @property
    def key_lengths(self) -> Mapping[str, int]:
        return {view: writer.key_length for view, writer in self._writers.items()}

    def write(
        self, connection: Connection, changes: Changes, *, generations: Mapping[str, int]
    ) -> None:
        """Make the rows of these generations what the changes say, and note who is parked."""
        for view, generation in generations.items():
            writer = self._writers[view]
            if streams := changes.clear.get(view):
                writer.clear(connection, generation, streams)
            if rows := changes.put.get(view):
                writer.put(connection, generation, self._cells(rows))

        for stream_id, failure in changes.parked.items():
            park(connection, stream_id, failure)

    def _cells(self, rows: Iterable[Row]) -> Iterator[tuple[Any, ...]]:
        for row in rows:
            if isinstance(row, PersonRow):
                yield row.pathway_id, self._labels.seal(row.pathway_id, row.called)
            else:
                yield row
