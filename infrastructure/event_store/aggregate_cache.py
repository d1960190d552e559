"""Aggregates at the version they were last seen, so that a load reads only what is newer."""

from collections.abc import Callable
from time import monotonic
from typing import TypeVar
from uuid import UUID

from domain.kernel import Aggregate
from infrastructure.sealing.memory import Memory

A = TypeVar("A", bound=Aggregate)

AGGREGATES = 2_000
CLEAR_FOR = 600  # seconds that what was opened stays in memory


class AggregateCache:
    """Never trusted for being the newest: whoever asks reads on from its version."""

    def __init__(self, *, size: int = AGGREGATES, clock: Callable[[], float] = monotonic) -> None:
        self._memory = Memory[UUID, Aggregate](size=size, seconds=CLEAR_FOR, clock=clock)
        self._erasures = 0

    @property
    def erasures(self) -> int:
        """How many streams were erased so far: what was read before one is not kept after it."""
        return self._erasures

    def get(self, kind: type[A], stream_id: UUID) -> A | None:
        known = self._memory.get(stream_id)
        return known if isinstance(known, kind) else None

    def put(self, aggregate: Aggregate, *, read_after: int) -> None:
        """Keep it, unless a newer version is known or something was erased since it was read."""
        known = self._memory.get(aggregate.id)
        if read_after == self._erasures and (known is None or known.version < aggregate.version):
            self._memory.put(aggregate.id, aggregate)

    def evict(self, stream_id: UUID) -> None:
        self._memory.forget(stream_id)

    def expire(self) -> None:
        self._memory.expire()

    def erase(self, stream_id: UUID) -> None:
        """Drop what is in clear, also what another thread has just read and not kept yet."""
        self._erasures += 1
        self._memory.forget(stream_id)
