"""Writes the rows of a view in bulk: one statement, whatever their number."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Dialect, Table, delete, select

from infrastructure.views.columns import Plain
from infrastructure.views.postgres_columns import WrittenColumn, kind_of

Cells = Sequence[Any]  # a row as it is stored, without its generation
AT_ONCE = 1_000  # streams named in one statement


class Writer:
    """Knows how one table is written on one kind of database."""

    def __init__(self, table: Table, dialect: Dialect) -> None:
        self.table = table
        self._insert = _insert_of(table, dialect)
        self._upsert = f"{self._insert} {_on_conflict(table, dialect)}"
        by_column = dialect.name == "postgresql"
        self._kinds = [kind_of(column, dialect) for column in table.columns] if by_column else None
        self._bind = [_binder(column, dialect) for column in table.columns[1:]]

    @property
    def key_length(self) -> int:
        """How many first fields of a row tell it from the others of its generation."""
        return len(self.table.primary_key.columns) - 1

    def add(self, connection: Connection, generation: int, rows: Sequence[Cells]) -> None:
        """Write rows of streams that have none here."""
        self._write(connection, self._insert, generation, rows)

    def put(self, connection: Connection, generation: int, rows: Sequence[Cells]) -> None:
        """Write rows, replacing those with the same key."""
        self._write(connection, self._upsert, generation, rows)

    def _write(
        self, connection: Connection, statement: str, generation: int, rows: Sequence[Cells]
    ) -> None:
        if not rows:
            return
        columns = [
            list(cells) if bind is None else list(map(bind, cells))
            for bind, cells in zip(self._bind, zip(*rows, strict=True), strict=True)
        ]
        columns.insert(0, [generation] * len(rows))
        if self._kinds:
            whole = tuple(map(WrittenColumn, self._kinds, columns))
            connection.exec_driver_sql(statement, whole)
        else:
            connection.exec_driver_sql(statement, list(zip(*columns, strict=True)))

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


def _insert_of(table: Table, dialect: Dialect) -> str:
    quote = dialect.identifier_preparer.quote
    names = ", ".join(quote(column.name) for column in table.columns)
    return f"INSERT INTO {quote(table.name)} ({names}) {_source(table, dialect)}"


def _on_conflict(table: Table, dialect: Dialect) -> str:
    quote = dialect.identifier_preparer.quote
    keys = [quote(column.name) for column in table.primary_key.columns]
    others = [quote(column.name) for column in table.columns if not column.primary_key]
    changes = ", ".join(f"{name} = excluded.{name}" for name in others)
    meanwhile = f"UPDATE SET {changes}" if others else "NOTHING"
    return f"ON CONFLICT ({', '.join(keys)}) DO {meanwhile}"


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
