"""Writes many rows of one table in one statement, past what SQLAlchemy does for each of them."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Table

from infrastructure.postgres_columns import WrittenColumn, kind_of

Binder = Callable[[Any], Any]  # a value as the driver takes it


class Plain:
    """A type whose values also go to the driver in bulk, without SQLAlchemy between."""

    def binder(self, dialect: Dialect) -> Binder | None:  # noqa: ARG002 (most need not ask)
        """What turns a value, or None, into what the driver takes; None where it is the same."""
        return None

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        bind = self.binder(dialect)
        return value if bind is None else bind(value)


class BulkInsert:
    """On PostgreSQL the rows go as one array a column; on SQLite, one after the other."""

    def __init__(self, table: Table, dialect: Dialect, *, replacing: bool = False) -> None:
        by_column = dialect.name == "postgresql"
        self._kinds = [kind_of(column, dialect) for column in table.columns] if by_column else None
        self._bind = [_binder(column, dialect) for column in table.columns]
        self._statement = _insert_into(table, dialect)
        if replacing:
            self._statement += _on_conflict(table, dialect)

    def run(self, connection: Connection, rows: Sequence[Sequence[Any]]) -> None:
        """Insert rows, whose cells stand in the order of the table's columns."""
        if not rows:
            return
        columns = [
            cells if bind is None else list(map(bind, cells))
            for bind, cells in zip(self._bind, zip(*rows, strict=True), strict=True)
        ]
        if self._kinds:
            whole = tuple(map(WrittenColumn, self._kinds, columns))
            connection.exec_driver_sql(self._statement, whole)
        else:
            connection.exec_driver_sql(self._statement, list(zip(*columns, strict=True)))


def _insert_into(table: Table, dialect: Dialect) -> str:
    quote = dialect.identifier_preparer.quote
    names = ", ".join(quote(column.name) for column in table.columns)
    return f"INSERT INTO {quote(table.name)} ({names}) {_source(table, dialect)}"


def _source(table: Table, dialect: Dialect) -> str:
    if dialect.name != "postgresql":
        return f"VALUES ({', '.join('?' for _ in table.columns)})"
    types = (dialect.type_compiler_instance.process(column.type) for column in table.columns)
    return f"SELECT * FROM unnest({', '.join(f'%s::{kind}[]' for kind in types)})"  # noqa: S608 (types of our own columns)


def _on_conflict(table: Table, dialect: Dialect) -> str:
    quote = dialect.identifier_preparer.quote
    keys = [quote(column.name) for column in table.primary_key.columns]
    others = [quote(column.name) for column in table.columns if not column.primary_key]
    changes = ", ".join(f"{name} = excluded.{name}" for name in others)
    meanwhile = f"UPDATE SET {changes}" if others else "NOTHING"
    return f" ON CONFLICT ({', '.join(keys)}) DO {meanwhile}"


def _binder(column: Column[Any], dialect: Dialect) -> Binder | None:
    """What turns a cell into what the driver takes; None where it is the same."""
    if isinstance(column.type, Plain):
        return column.type.binder(dialect)
    if dialect.name == "postgresql":
        return None  # a written column takes what SQLAlchemy would wrap for the driver
    return column.type.dialect_impl(dialect).bind_processor(dialect)
