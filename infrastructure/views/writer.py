"""Writes the rows of a view in bulk: one statement, whatever their number."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Dialect, Table, delete, select

from infrastructure.bulk import BulkInsert

Cells = Sequence[Any]  # a row as it is stored, without its generation
AT_ONCE = 1_000  # streams named in one statement


class Writer:
    """Knows how one table is written on one kind of database."""

    def __init__(self, table: Table, dialect: Dialect) -> None:
        self.table = table
        self._insert = BulkInsert(table, dialect)
        self._upsert = BulkInsert(table, dialect, replacing=True)

    @property
    def key_length(self) -> int:
        """How many first fields of a row tell it from the others of its generation."""
        return len(self.table.primary_key.columns) - 1

    def add(self, connection: Connection, generation: int, rows: Sequence[Cells]) -> None:
        """Write rows of streams that have none here."""
        self._insert.run(connection, [(generation, *row) for row in rows])

    def put(self, connection: Connection, generation: int, rows: Sequence[Cells]) -> None:
        """Write rows, replacing those with the same key."""
        self._upsert.run(connection, [(generation, *row) for row in rows])

    def clear(self, connection: Connection, generation: int, streams: Iterable[UUID]) -> None:
        """Delete every row of these streams."""
        ids = list(streams)
        of_stream = self.table.columns[1]
        for start in range(0, len(ids), AT_ONCE):
            connection.execute(
                delete(self.table).where(
                    self.table.c.generation == generation,
                    of_stream.in_(ids[start : start + AT_ONCE]),
                )
            )

    def drop(self, connection: Connection, generation: int) -> int:
        """Delete some streams of a generation; how many rows went."""
        rows, of_stream = self.table, self.table.columns[1]
        some = (
            select(of_stream)
            .where(rows.c.generation == generation)
            .distinct()
            .order_by(of_stream)
            .limit(AT_ONCE)
        )
        return connection.execute(
            delete(rows).where(rows.c.generation == generation, of_stream.in_(some))
        ).rowcount
