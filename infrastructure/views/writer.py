"""Writes the rows of a view in bulk: one statement, whatever their number."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Dialect, Table, delete

Cells = Sequence[Any]  # a row as it is stored, without its generation
AT_ONCE = 1_000  # streams named in one statement


class Writer:
    """Knows how one table is written on one kind of database."""

    def __init__(self, table: Table, dialect: Dialect) -> None:
        self.table = table
        self._by_column = dialect.name == "postgresql"
        self._upsert = _upsert_of(table, dialect)
        self._bind = [_binder(column, dialect) for column in table.columns]

    @property
    def key_length(self) -> int:
        """How many first fields of a row tell it from the others of its generation."""
        return len(self.table.primary_key.columns) - 1

    def put(self, connection: Connection, generation: int, rows: Iterable[Cells]) -> None:
        """Write rows, replacing those with the same key."""
        bound = [
            tuple(bind(cell) for bind, cell in zip(self._bind, (generation, *cells), strict=True))
            for cells in rows
        ]
        if not bound:
            return
        if self._by_column:
            columns = tuple(list(column) for column in zip(*bound, strict=True))
            connection.exec_driver_sql(self._upsert, columns)
        else:
            connection.exec_driver_sql(self._upsert, bound)

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


def _binder(column: Any, dialect: Dialect) -> Callable[[Any], Any]:
    return column.type.dialect_impl(dialect).bind_processor(dialect) or _as_is


def _as_is(value: Any) -> Any:
    return value
