"""Where wrapped keys are kept, on SQLite and on PostgreSQL."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import time
from uuid import UUID

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from application.refusals import StoreUnavailable
from infrastructure.sealing.tables import KeyState, keys

AT_ONCE = 1_000  # ids in one statement


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A key as it is kept; `wrapped` is None once it is gone."""

    key_id: UUID
    epoch: int
    wrapped: bytes | None
    state: KeyState = KeyState.READY
    stream_id: UUID | None = None


class KeyTable:
    """Every call is one transaction.

    Raises:
        StoreUnavailable: the database of the keys cannot be reached.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, made: Iterable[WrappedKey]) -> None:
        now = int(time())
        with self._transaction() as connection:
            connection.execute(
                insert(keys),
                [
                    {
                        "key_id": key.key_id,
                        "wrapped": key.wrapped,
                        "epoch": key.epoch,
                        "state": key.state,
                        "made_at": now,
                        "stream_id": key.stream_id,
                    }
                    for key in made
                ],
            )

    def add_if_absent(self, made: WrappedKey) -> None:
        """Add a key unless its id is known already."""
        try:
            self.add([made])
        except IntegrityError:
            return

    def fetch(self, key_ids: Iterable[UUID]) -> list[WrappedKey]:
        """Those of these keys that are known, in one round trip up to a thousand."""
        found: list[WrappedKey] = []
        with self._transaction(reading=True) as connection:
            for some in batches(key_ids):
                query = select(
                    keys.c.key_id, keys.c.epoch, keys.c.wrapped, keys.c.state, keys.c.stream_id
                ).where(keys.c.key_id.in_(some))
                found += [WrappedKey(*row) for row in connection.execute(query)]
        return found

    def is_empty(self) -> bool:
        with self._transaction(reading=True) as connection:
            return connection.execute(select(keys.c.key_id).limit(1)).first() is None

    def destroy(self, key_ids: Iterable[UUID], *, stream_id: UUID) -> None:
        """Drop the secrets of these keys for good; their bodies in this stream are erased."""
        with self._transaction() as connection:
            for some in batches(key_ids):
                connection.execute(
                    update(keys)
                    .where(keys.c.key_id.in_(some))
                    .values(wrapped=None, state=KeyState.DESTROYED, stream_id=stream_id)
                )

    @contextmanager
    def _transaction(self, *, reading: bool = False) -> Iterator[Connection]:
        try:
            with self._engine.execution_options(reading=reading).begin() as connection:
                yield connection
        except IntegrityError:
            raise
        except (DBAPIError, PoolExhausted):
            raise StoreUnavailable from None


def batches(key_ids: Iterable[UUID]) -> Iterator[Sequence[UUID]]:
    """As many ids as one statement takes, again and again."""
    ids = list(key_ids)
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
