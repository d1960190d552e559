"""An event as it is stored: sealed, with its envelope in clear."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self
from uuid import UUID

from eventsourcing.persistence import Notification

from application.ports import Recorded


@dataclass(frozen=True, init=False)
class StoredRow(Notification):
    """The library's stored event, and notification once it has a position, with who and why."""

    id: int = 0  # position in the whole history; 0 until recorded
    actor: UUID | None = None
    organisation: UUID | None = None
    command_id: UUID | None = None
    recorded_at: datetime | None = None  # set by the store

    def __init__(  # noqa: PLR0917 (a row's columns, in their order)
        self,
        originator_id: UUID | str,
        originator_version: int,
        topic: str,
        state: bytes,
        id: int = 0,  # noqa: A002 (the library's name)
        actor: UUID | None = None,
        organisation: UUID | None = None,
        command_id: UUID | None = None,
        recorded_at: datetime | None = None,
    ) -> None:
        # A replay makes one a row: the `__init__` of a frozen dataclass takes three times as long.
        fields = self.__dict__
        fields["originator_id"] = originator_id
        fields["originator_version"] = originator_version
        fields["topic"] = topic
        fields["state"] = state
        fields["id"] = id
        fields["actor"] = actor
        fields["organisation"] = organisation
        fields["command_id"] = command_id
        fields["recorded_at"] = recorded_at

    def sealed(self, body: bytes) -> Self:
        """The same row with its body."""
        return type(self)(
            self.originator_id,
            self.originator_version,
            self.topic,
            body,
            self.id,
            self.actor,
            self.organisation,
            self.command_id,
            self.recorded_at,
        )

    def recorded(self, position: int, recorded_at: datetime) -> Self:
        """The same row with its place in the whole history."""
        return type(self)(
            self.originator_id,
            self.originator_version,
            self.topic,
            self.state,
            position,
            self.actor,
            self.organisation,
            self.command_id,
            recorded_at,
        )

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
