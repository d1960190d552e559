"""Streams that could not be projected: their rows are withheld, the others go on."""

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import Connection, delete, insert

from infrastructure.views.changes import Failure
from infrastructure.views.tables import parked


def park(connection: Connection, stream_id: UUID, failure: Failure) -> None:
    unpark(connection, stream_id)
    connection.execute(
        insert(parked).values(
            stream_id=stream_id,
            position=failure.position,
            code=failure.code[:64],
            since=datetime.now(UTC),
        )
    )


def unpark(connection: Connection, stream_id: UUID) -> None:
    connection.execute(delete(parked).where(parked.c.stream_id == stream_id))
