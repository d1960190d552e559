"""Writes the rows of a view in bulk: one statement, whatever their number."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Dialect, Table, delete, select

from infrastructure.views.columns import Plain

Cells = Sequence[Any]  # a row as it is stored, without its generation
AT_ONCE = 1_000  # streams named in one statement


class Writer:
    """Knows how one table is written on one kind of database."""

    def __init__(self, table: Table, dialect: Dialect) -> None:
        self.table = table
        self._by_column = dialect.name == "postgresql"
        self._upsert = _upsert_of(table, dialect)
        self._bind = [_binder(column, dialect) for column in table.columns[1:]]

    @property
    def key_length(self) -> int:
        """How many first fields of a row tell it from the others of its generation."""
        return len(self.table.primary_key.columns) - 1

    def put(self, connection: Connection, generation: int, rows: Iterable[Cells]) -> None:
        """Write rows, replacing those with the same key."""
        written = list(rows)
        if not written:
            return
        columns = [
            list(cells) if bind is None else list(map(bind, cells))
            for bind, cells in zip(self._bind, zip(*written, strict=True), strict=True)
        ]
        columns.insert(0, [generation] * len(written))
        if self._by_column:
            connection.exec_driver_sql(self._upsert, tuple(columns))
        else:
            connection.exec_driver_sql(self._upsert, list(zip(*columns, strict=True)))

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


def _upsert_of(table: Table, dialect: Dialect) -> str:
    quote = dialect.identifier_preparer.quote
    names = [quote(column.name) for column in table.columns]
    keys = [quote(column.name) for column in table.primary_key.columns]
    others = [name for name in names if name not in keys]
    changes = ", ".join(f"{name} = excluded.{name}" for name in others)
    meanwhile = f"UPDATE SET {changes}" if others else "NOTHING"
    return (
        f"INSERT INTO {quote(table.name)} ({', '.join(names)}) {_source(table, dialect)} "
        f"ON CONFLICT ({', '.join(keys)}) DO {meanwhile}"
    )


def _source(table: Table, dialect: Dialect) -> str:
    if dialect.name != "postgresql":
        return f"VALUES ({', '.join('?' for _ in table.columns)})"
    types = (dialect.type_compiler_instance.process(column.type) for column in table.columns)
    return f"SELECT * FROM unnest({', '.join(f'%s::{kind}[]' for kind in types)})"  # noqa: S608 (types of our own columns)


def _binder(column: Column[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    """What turns a cell into what the driver takes; None where it is the same."""
    if isinstance(column.type, Plain):
        return column.type.binder(dialect)
    return column.type.dialect_impl(dialect).bind_processor(dialect)
