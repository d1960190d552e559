"""Copies of what is held about a person, given to them (GDPR, article 15)."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Part


class AccessCopyDelivered(Fact, topic="access-copy-delivered", lowest=DataClass.SOCIAL):
    """The person got what the member who gave it may see; others give what they hold."""

    copy_id: UUID
    delivered_by: UUID  # organisation


@dataclass(frozen=True, slots=True)
class Copies(Part):
    facts: ClassVar = (AccessCopyDelivered,)

    last_at: datetime | None = None

    def deliver(self, *, copy_id: UUID, by: UUID, at: datetime) -> AccessCopyDelivered:
        """Give the person a copy; as often as they ask."""
        return AccessCopyDelivered(occurred_at=at, copy_id=copy_id, delivered_by=by)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        return type(self)(fact.occurred_at) if isinstance(fact, AccessCopyDelivered) else self
