"""What someone asks for; its id makes a repeated request return the first answer."""

from datetime import UTC, datetime
from uuid import UUID, uuid4, uuid5

from pydantic import Field

from domain.instants import Instant
from domain.kernel import Value


class Command(Value):
    """Ids of what a command creates derive from its own id, so a retry creates nothing twice."""

    command_id: UUID = Field(default_factory=uuid4)
    at: Instant = Field(default_factory=lambda: datetime.now(UTC))
    expected: str | None = None  # the ETag of the item the caller decided upon, if they gave one

    def id_for(self, what: str) -> UUID:
        return uuid5(self.command_id, what)

    def content(self) -> bytes:
        """What was asked, to tell a repetition from a reuse of the same id."""
        return self.model_dump_json(exclude={"command_id"}, exclude_unset=True).encode()
