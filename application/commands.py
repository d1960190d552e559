"""What someone asks for; its id makes a repeated request return the first answer."""

from datetime import UTC, datetime
from uuid import UUID, uuid4, uuid5

from pydantic import Field

from domain.instants import Instant
from domain.kernel import Fact, Value

NOT_ITEMS = frozenset({"command_id", "pathway_id", "organisation_id"})


class Command(Value):
    """Ids of what a command creates derive from its own id, so a retry creates nothing twice."""

    command_id: UUID = Field(default_factory=uuid4)
    at: Instant = Field(default_factory=lambda: datetime.now(UTC))
    expected: str | None = None  # the mark of the item the caller decided upon, if they gave one

    def id_for(self, what: str) -> UUID:
        return uuid5(self.command_id, what)

    def concerns(self, fact: Fact) -> bool:
        """Whether a fact is about the item that this command addresses: it has the same id."""
        return any(
            getattr(fact, name, None) == getattr(self, name)
            for name in type(self).model_fields
            if name.endswith("_id") and name not in NOT_ITEMS and getattr(self, name) is not None
        )

    def content(self) -> bytes:
        """What was asked, to tell a repetition from a reuse of the same id."""
        return self.model_dump_json(exclude={"command_id"}, exclude_unset=True).encode()
