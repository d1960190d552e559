"""Writes changes into the tables of the views, sealing and blinding what must be."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Dialect, Table

from application.views.likenesses import NETWORK
from application.views.ports import Blinds, Labels
from application.views.view import Row
from infrastructure.views.changes import Changes
from infrastructure.views.columns import Blinded, Sealed
from infrastructure.views.parking import park
from infrastructure.views.tables import OF_VIEW
from infrastructure.views.writer import Writer


class Book:
    """All the tables of the views, to write in."""

    def __init__(self, dialect: Dialect, labels: Labels, blinds: Blinds) -> None:
        self._writers = {view: Writer(table, dialect) for view, table in OF_VIEW.items()}
        self._sealed = {view: _places(table, Sealed) for view, table in OF_VIEW.items()}
        self._blinded = {view: _blinded(table) for view, table in OF_VIEW.items()}
        self._labels = labels
        self._blinds = blinds

    @property
    def keys(self) -> Mapping[str, slice]:
        """Which fields of a row tell it from the others of its stream."""
        return {view: slice(1, writer.key_length) for view, writer in self._writers.items()}

    def write(
        self, connection: Connection, changes: Changes, *, generations: Mapping[str, int]
    ) -> None:
        """Make the rows of these generations what the changes say, and note who is parked."""
        for view, generation in generations.items():
            writer = self._writers[view]
            if streams := changes.clear.get(view):
                writer.clear(connection, generation, streams)
            if rows := changes.add.get(view):
                writer.add(connection, generation, self._cells(view, rows))
            if rows := changes.put.get(view):
                writer.put(connection, generation, self._cells(view, rows))
        for stream_id, failure in changes.parked.items():
            park(connection, stream_id, failure)

    def clear(
        self, connection: Connection, streams: Iterable[UUID], *, generations: Mapping[str, int]
    ) -> None:
        """Delete all that these generations hold of these streams."""
        ids = list(streams)
        for view, generation in generations.items():
            self._writers[view].clear(connection, generation, ids)

    def drop(self, connection: Connection, view: str, generation: int) -> int:
        """Delete some of what a generation holds; how many rows went, none when it is empty."""
        return self._writers[view].drop(connection, generation)

    def _cells(self, view: str, rows: Sequence[Row]) -> Sequence[Sequence[Any]]:
        """The rows as they are stored."""
        if blinded := self._blinded[view]:
            return [self._blind(row, blinded) for row in rows]
        if sealed := self._sealed[view]:
            return self._seal(rows, sealed)
        return rows

    def _seal(self, rows: Sequence[Row], places: Sequence[int]) -> Sequence[Sequence[Any]]:
        cells = [list(row) for row in rows]
        for place in places:
            told = [row for row in cells if row[place] is not None]
            labels = self._labels.seal_all([(row[0], row[place]) for row in told])
            for row, label in zip(told, labels, strict=True):
                row[place] = label
        return cells

    def _blind(self, row: Row, places: Mapping[int, Blinded]) -> Sequence[Any]:
        cells = list(row)
        for place, column in places.items():
            owner = NETWORK if column.by_network else cells[1]
            cells[place] = self._blinds.token(owner, cells[place])
        return cells


def _blinded(table: Table) -> Mapping[int, Blinded]:
    """The columns of blinded words, by where they stand in a row."""
    columns = [column.type for column in table.columns[1:]]
    return {place: kind for place, kind in enumerate(columns) if isinstance(kind, Blinded)}


def _places(table: Table, kind: type) -> tuple[int, ...]:
    """Where the columns of a kind stand in a row, which has no generation."""
    columns = enumerate(table.columns[1:])
    return tuple(place for place, column in columns if isinstance(column.type, kind))
