"""Drop keys that were made ahead and that no body came to name, since their process ended."""

from time import time
from uuid import UUID

from sqlalchemy import Connection, Engine, delete, select, update

from infrastructure.sealing.named_keys import named_keys
from infrastructure.sealing.pool import USABLE
from infrastructure.sealing.tables import KeyState, keys, sweep

UNUSED_FOR = 30 * USABLE  # seconds: far beyond the last append that may still name such a key


def sweep_unused_keys(
    keys_engine: Engine, events_engine: Engine, *, now: float | None = None
) -> int:
    """Mark the keys that bodies name, then drop old ones that none does; returns how many.

    It goes on from the position where it stopped, however it stopped.
    """
    with keys_engine.execution_options(reading=True).begin() as connection:
        seen: int = connection.execute(select(sweep.c.position)).scalar_one()
    with events_engine.execution_options(reading=True).connect() as history:
        for named in named_keys(history, after=seen):
            with keys_engine.begin() as connection:
                _mark_used(connection, {row.key_id for row in named})
                connection.execute(update(sweep).values(position=named[-1].position))
    with keys_engine.begin() as connection:
        return _drop(connection, made_before=int(now or time()) - UNUSED_FOR)


def _mark_used(connection: Connection, named: set[UUID]) -> None:
    connection.execute(
        update(keys)
        .where(keys.c.key_id.in_(named), keys.c.state == KeyState.READY)
        .values(state=KeyState.USED)
    )


def _drop(connection: Connection, *, made_before: int) -> int:
    unused = delete(keys).where(keys.c.state == KeyState.READY, keys.c.made_at < made_before)
    return connection.execute(unused).rowcount
