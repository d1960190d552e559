"""What the use cases need from outside, in their own words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from domain.kernel import Aggregate, DomainEvent
from domain.refusals import DomainError

A = TypeVar("A", bound=Aggregate)
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Context:
    """Under whose name facts are recorded, and for which command."""

    command_id: UUID
    actor_id: UUID | None  # member; None for the system itself
    organisation_id: UUID | None
    content: bytes = b""  # what was asked; only a keyed fingerprint of it is stored


@dataclass(frozen=True, slots=True)
class Recorded:
    """The outcome of a command: where its facts stand."""

    stream_id: UUID
    version: int  # of the stream after it
    position: int  # of its last fact in the whole history
    recorded_at: datetime
    repeated: bool = False  # this command had been answered before; this is the first answer


class EventLog(Protocol):
    """The history: streams of sealed events, in one commit order.

    Whatever reads events raises `EventUnreadable` at the first one that does not open.
    """

    def load(self, kind: type[A], stream_id: UUID) -> A:
        """The aggregate at its head (version 0 when nothing was recorded); may be cached."""

    def append(self, events: Sequence[DomainEvent], context: Context) -> Recorded:
        """Record events of one stream, all or none; at least one.

        Raises:
            ValueError: there is none: ask how the stream stands instead.
            ChangedMeanwhile: the stream has moved since it was loaded.
            CommandReused: this command id was used for something else.
            StoreUnavailable: nothing is known to be recorded; asking again is safe.
        """

    def append_each(
        self, appends: Sequence[tuple[Sequence[DomainEvent], Context]]
    ) -> list[Recorded | DomainError]:
        """Record several appends, made durable together, each as `append` would by itself.

        Its answer is in its place, or why it was refused: `ChangedMeanwhile`, `CommandReused`.

        Raises:
            StoreUnavailable: of some of them nothing is known; asking all again is safe.
        """

    def answered(self, context: Context) -> Recorded | None:
        """The first answer to this command, if it was recorded.

        Raises:
            CommandReused: this command id was used for something else.
        """

    def standing(self, stream_id: UUID) -> Recorded | None:
        """Where a stream's last event stands; None when nothing was recorded in it."""

    def stream(self, stream_id: UUID, *, until: datetime | None = None) -> list[DomainEvent]:
        """Every event of a stream, in order, recorded at `until` or before."""

    def whole(self, kind: type[A], stream_id: UUID) -> tuple[A, list[DomainEvent]]:
        """Every event of a stream, and the aggregate at its head or later, in one round trip."""

    def streams(self, stream_ids: Iterable[UUID]) -> dict[UUID, list[DomainEvent]]:
        """Several whole streams in one round trip."""

    def heads(self, stream_ids: Iterable[UUID]) -> Mapping[UUID, int]:
        """The version of each stream's last event; unknown streams are absent."""

    def touched(self, stream_ids: Iterable[UUID], *, after: int) -> set[UUID]:
        """Those of these streams which have an event after this position."""

    def stream_ids(self, *, after: UUID | None = None, limit: int) -> list[UUID]:
        """The ids of all streams, in the order of their bytes, from just after one of them."""

    def after(self, position: int, *, limit: int) -> list[DomainEvent]:
        """The next events of the whole history, in commit order, none ever skipped."""

    def head(self) -> int:
        """The last position of the whole history; 0 when it is empty."""
