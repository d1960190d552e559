"""Where wrapped keys are kept, on SQLite and on PostgreSQL."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import time
from uuid import UUID

from sqlalchemy import (
    Connection,
    Engine,
    Update,
    bindparam,
    case,
    func,
    literal,
    select,
    update,
)
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from application.refusals import StoreUnavailable
from infrastructure.bulk import BulkInsert
from infrastructure.sealing.errors import EpochEnded
from infrastructure.sealing.tables import KeyState, key_epoch, keys

AT_ONCE = 1_000  # ids in one statement


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A key as it is kept; `wrapped` is None once it is gone."""

    key_id: UUID
    epoch: int
    wrapped: bytes | None
    state: KeyState = KeyState.READY
    stream_id: UUID | None = None


Rewrapping = Callable[[WrappedKey], bytes]  # the same secret, wrapped under the new epoch

# Built once: building it took longer than running it.
FETCH = select(keys.c.key_id, keys.c.epoch, keys.c.wrapped, keys.c.state, keys.c.stream_id).where(
    keys.c.key_id.in_(bindparam("some", expanding=True))
)


class KeyTable:
    """Every call is one transaction.

    Raises:
        StoreUnavailable: the database of the keys cannot be reached.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._insert = BulkInsert(keys, engine.dialect)
        self._reader = engine.execution_options(reading=True)
        if engine.dialect.name == "postgresql":
            # each reading is one statement: BEGIN and COMMIT would be two more round trips
            self._reader = self._reader.execution_options(isolation_level="AUTOCOMMIT")

    def add(self, made: Iterable[WrappedKey]) -> None:
        """Keep new keys.

        Raises:
            EpochEnded: they were wrapped under an epoch that is being dropped.
        """
        made, now = list(made), int(time())
        with self._transaction() as connection:
            _must_go_on(connection, {key.epoch for key in made})
            rows = [
                (key.key_id, key.wrapped, key.epoch, key.state, now, key.stream_id) for key in made
            ]
            self._insert.run(connection, rows)

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
                rows = connection.execute(FETCH, {"some": some})
                found += [WrappedKey(*row) for row in rows]
        return found

    def is_empty(self) -> bool:
        with self._transaction(reading=True) as connection:
            return connection.execute(select(keys.c.key_id).limit(1)).first() is None

    def destroy(self, key_ids: Iterable[UUID], *, stream_id: UUID) -> int:
        """Drop the secrets of these keys for good; their bodies in this stream are erased.

        Returns the newest epoch that any of them was ever wrapped under, 0 where none is known.
        """
        newest = 0
        with self._transaction() as connection:
            for some in batches(key_ids):
                gone = (
                    update(keys)
                    .where(keys.c.key_id.in_(some))
                    .values(wrapped=None, state=KeyState.DESTROYED, stream_id=stream_id)
                    .returning(keys.c.epoch)
                )
                newest = max([newest, *connection.execute(gone).scalars()])
        return newest

    def begin_epoch(self, epoch: int) -> None:
        """Have no key wrapped under an older epoch from now on; none is being, once it returns."""
        with self._transaction() as connection:
            connection.execute(
                update(key_epoch).where(key_epoch.c.epoch < epoch).values(epoch=epoch)
            )

    def epoch(self) -> int:
        """The epoch under which every key is wrapped from now on."""
        with self._transaction(reading=True) as connection:
            epoch: int = connection.execute(select(key_epoch.c.epoch)).scalar_one()
        return epoch

    def of_older_epochs(self, than: int) -> int:
        """How many keys are wrapped under an epoch before this one."""
        older = select(func.count()).where(keys.c.epoch < than, keys.c.wrapped.is_not(None))
        with self._transaction(reading=True) as connection:
            many: int = connection.execute(older).scalar_one()
        return many

    def rewrap(self, after: UUID | None, rewrapped: Rewrapping, *, epoch: int) -> UUID | None:
        """Wrap the next keys of older epochs anew, in the order of their ids; the last of them.

        A key that was destroyed meanwhile stays so.
        """
        older = select(keys.c.key_id, keys.c.epoch, keys.c.wrapped).where(
            keys.c.epoch < epoch, keys.c.wrapped.is_not(None)
        )
        if after is not None:
            older = older.where(keys.c.key_id > after)
        with self._transaction() as connection:
            query = older.order_by(keys.c.key_id).limit(AT_ONCE).with_for_update()
            found = [WrappedKey(*row) for row in connection.execute(query)]
            if not found:
                return None
            connection.execute(_wrapped_anew(found, rewrapped, epoch=epoch))
        return found[-1].key_id

    @contextmanager
    def _transaction(self, *, reading: bool = False) -> Iterator[Connection]:
        try:
            with (self._reader if reading else self._engine).begin() as connection:
                yield connection
        except IntegrityError:
            raise
        except (DBAPIError, PoolExhausted):
            raise StoreUnavailable from None


def _wrapped_anew(found: Sequence[WrappedKey], rewrapped: Rewrapping, *, epoch: int) -> Update:
    """All of them in one statement: see `open_engine`."""
    kind = keys.c.wrapped.type
    anew = [(keys.c.key_id == key.key_id, literal(rewrapped(key), kind)) for key in found]
    return (
        update(keys)
        .where(keys.c.key_id.in_([key.key_id for key in found]), keys.c.wrapped.is_not(None))
        .values(wrapped=case(*anew), epoch=epoch)
    )


def _must_go_on(connection: Connection, epochs: set[int]) -> None:
    """Hold the epoch as it is until these keys are kept."""
    held = select(key_epoch.c.epoch).with_for_update(read=True)
    if min(epochs) < connection.execute(held).scalar_one():
        raise EpochEnded


def batches(key_ids: Iterable[UUID]) -> Iterator[Sequence[UUID]]:
    """As many ids as one statement takes, again and again."""
    ids = list(key_ids)
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
