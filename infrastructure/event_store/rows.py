"""An event as it is stored: sealed, with its envelope in clear."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from eventsourcing.persistence import Notification

from application.ports import Recorded


@dataclass(frozen=True)
class StoredRow(Notification):
    """The library's stored event, and notification once it has a position, with who and why."""

    id: int = 0  # position in the whole history; 0 until recorded
    actor: UUID | None = None
    organisation: UUID | None = None
    command_id: UUID | None = None
    recorded_at: datetime | None = None  # set by the store

    @property
    def position(self) -> int:
        return self.id

    @property
    def stream_id(self) -> UUID:
        if not isinstance(self.originator_id, UUID):
            raise TypeError("a stream is named by a UUID")
        return self.originator_id

    def outcome(self) -> Recorded:
        """The outcome of the command whose last row this is, once recorded."""
        if self.recorded_at is None:
            raise TypeError("this row is not recorded yet")
        return Recorded(self.stream_id, self.originator_version, self.id, self.recorded_at)
