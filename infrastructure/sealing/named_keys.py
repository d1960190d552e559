"""Which keys the bodies of a history name, read without opening any."""

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import BigInteger, Connection, LargeBinary, column, func, select, table

AT_ONCE = 5_000  # rows

events = table(
    "events", column("position", BigInteger), column("stream_id"), column("body", LargeBinary)
)
KEY_ID = func.substr(events.c.body, 2, 16, type_=LargeBinary)


class Named(NamedTuple):
    """One row, and the key that its body names."""

    position: int
    stream_id: UUID
    key_id: UUID


def named_keys(connection: Connection, *, after: int = 0) -> Iterator[list[Named]]:
    """The rows beyond a position, in commit order, some thousands at a time."""
    while True:
        rows = connection.execute(
            select(events.c.position, events.c.stream_id, KEY_ID)
            .where(events.c.position > after)
            .order_by(events.c.position)
            .limit(AT_ONCE)
        ).all()
        if not rows:
            return
        yield [Named(position, _uuid(stream), UUID(bytes=key)) for position, stream, key in rows]
        after = rows[-1].position


def _uuid(value: UUID | bytes) -> UUID:
    return UUID(bytes=value) if isinstance(value, bytes) else value
