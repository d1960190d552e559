"""What one command adds to one stream: all of it, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from eventsourcing.persistence import IntegrityError, ProgrammingError, StoredEvent

from application.ports import Recorded
from infrastructure.event_store.rows import StoredRow

MOST_EVENTS = 1_000  # in one append, so that nobody holds the lock for long


@dataclass(frozen=True, slots=True)
class Append:
    rows: Sequence[StoredRow]
    fingerprint: bytes = b""  # keyed, of what the command asked

    @classmethod
    def of(cls, events: Sequence[StoredEvent], fingerprint: bytes = b"") -> Self:
        """Check that these follow each other in one stream.

        Raises:
            IntegrityError: two of them claim the same place, or one is missing.
            ProgrammingError: they are too many, or of several streams.
        """
        if len(events) > MOST_EVENTS:
            raise ProgrammingError(f"more than {MOST_EVENTS} events in one append")
        first = events[0]
        for place, event in enumerate(events, start=first.originator_version):
            if event.originator_id != first.originator_id:
                raise ProgrammingError("an append is to one stream")
            if event.originator_version != place:
                raise IntegrityError("the events do not follow each other")
        return cls([row_of(event) for event in events], fingerprint)

    @property
    def stream_id(self) -> UUID:
        return self.rows[0].stream_id

    @property
    def first(self) -> int:
        return self.rows[0].originator_version

    @property
    def last(self) -> int:
        return self.rows[-1].originator_version

    @property
    def actor(self) -> UUID | None:
        return self.rows[0].actor

    @property
    def organisation(self) -> UUID | None:
        return self.rows[0].organisation

    @property
    def command_id(self) -> UUID | None:
        return self.rows[0].command_id

    def recorded(self, outcome: Recorded) -> list[StoredRow]:
        """The same rows with their positions, which are dense within an append."""
        first = outcome.position - len(self.rows) + 1
        return [
            row.recorded(position, outcome.recorded_at)
            for position, row in enumerate(self.rows, start=first)
        ]


def row_of(event: StoredEvent) -> StoredRow:
    if isinstance(event, StoredRow):
        return event
    return StoredRow(event.originator_id, event.originator_version, event.topic, event.state)
