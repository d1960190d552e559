"""A history some of whose events cannot be read."""

from collections.abc import Iterable
from uuid import UUID

from application.refusals import EventUnreadable
from domain.kernel import DomainEvent
from tests.fakes.event_log import EventLogInMemory


class DamagedLog(EventLogInMemory):
    """Refuses what holds a damaged event, as the real one does, until it is repaired."""

    def __init__(self) -> None:
        super().__init__()
        self.damaged: set[int] = set()  # positions

    def forget_everything(self) -> None:
        self.events.clear()
        self.answers.clear()
        self.damaged.clear()

    def damage(self, *positions: int) -> None:
        self.damaged.update(positions)

    def repair(self) -> None:
        self.damaged.clear()

    def after(self, position: int, *, limit: int) -> list[DomainEvent]:
        return self._read(super().after(position, limit=limit))

    def streams(self, stream_ids: Iterable[UUID]) -> dict[UUID, list[DomainEvent]]:
        found = super().streams(stream_ids)
        return {stream_id: self._read(events) for stream_id, events in found.items()}

    def as_written(self, stream_id: UUID) -> list[DomainEvent]:
        """The stream as if nothing were damaged."""
        return [event for event in self.events if event.originator_id == stream_id]

    def _read(self, events: list[DomainEvent]) -> list[DomainEvent]:
        for event in events:
            if event.position in self.damaged:
                raise EventUnreadable(
                    stream_id=event.originator_id,
                    version=event.originator_version,
                    position=event.position,
                )
        return events
