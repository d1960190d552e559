"""A whole column as one binary parameter, for statements that write many rows at once.

Lists of values go to the server as text, each quoted by Python: 12 µs a row of twelve columns,
and as much to read them there. In one run 83 µs a row became 44, and 38 where nothing is replaced.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from struct import Struct
from typing import Any

import psycopg
from psycopg.abc import DumperKey
from psycopg.adapt import Dumper, PyFormat
from psycopg.pq import Format
from sqlalchemy import Column, Dialect

from infrastructure.event_store.postgres_arrays import array

INTEGER = Struct("!i").pack
BIGINT = Struct("!q").pack
BOOLEAN = (b"\0", b"\1")
POSTGRES_DAY_ZERO = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Kind:
    """How PostgreSQL knows a type and the arrays of it, and how one value is written."""

    oid: int
    oid_of_array: int
    write: Callable[[Any], bytes]


KINDS = {
    "UUID": Kind(2950, 2951, lambda value: value.bytes),
    "BYTEA": Kind(17, 1001, bytes),
    "VARCHAR": Kind(1043, 1015, str.encode),
    "INTEGER": Kind(23, 1007, INTEGER),
    "BIGINT": Kind(20, 1016, BIGINT),
    "BOOLEAN": Kind(16, 1000, BOOLEAN.__getitem__),
    "DATE": Kind(1082, 1182, lambda value: INTEGER((value - POSTGRES_DAY_ZERO).days)),
}


def kind_of(column: Column[Any], dialect: Dialect) -> Kind:
    name = dialect.type_compiler_instance.process(column.type)
    return KINDS[name.partition("(")[0]]


class WrittenColumn:
    """The cells of one column, as the server reads them."""

    __slots__ = ("content", "oid")

    def __init__(self, kind: Kind, values: Iterable[Any]) -> None:
        write = kind.write
        self.oid = kind.oid_of_array
        self.content = array(
            kind.oid, [None if value is None else write(value) for value in values]
        )


class ColumnDumper(Dumper):
    """Hands a column to the driver as it is, under the type that it says."""

    format = Format.BINARY

    def dump(self, obj: WrittenColumn) -> bytes:
        return obj.content

    def get_key(self, obj: WrittenColumn, format: PyFormat) -> DumperKey:  # noqa: A002, ARG002 (the driver's names)
        return self.cls, obj.oid  # type: ignore[return-value]  # whatever tells them apart

    def upgrade(self, obj: WrittenColumn, format: PyFormat) -> Dumper:  # noqa: A002, ARG002 (the same)
        dumper = ColumnDumper(self.cls)
        dumper.oid = obj.oid
        return dumper


psycopg.adapters.register_dumper(WrittenColumn, ColumnDumper)
