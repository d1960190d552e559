"""What members are told of: ids and codes, which say nothing of a person without the history."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol
from uuid import UUID

from domain.data_classes import DataClass


class InboxKind(StrEnum):
    """What an item asks of whoever reads it."""

    REMINDER = "reminder"  # a rule recalls something to them
    CALL = "call"  # nothing reaches the person, or nobody knows whether it did: call them
    NOT_DELIVERED = "not_delivered"  # a message to the person did not arrive
    ASKS_TO_MOVE = "asks_to_move"  # the person answered that they need another time
    EMERGENCY_ACCESS = "emergency_access"  # somebody looked, in a vital emergency


TO_SEE_TO = frozenset({InboxKind.CALL, InboxKind.NOT_DELIVERED})


@dataclass(frozen=True, slots=True)
class InboxItem:
    """Something that a member, or any member of an organisation, is told of.

    It is shown to whoever may still see such data of this pathway; its class decides.
    """

    id: UUID  # from its cause: putting it again puts nothing
    organisation_id: UUID
    member_id: UUID | None  # None: whoever of the organisation may know
    pathway_id: UUID
    kind: InboxKind
    cause: str  # a code, such as a trigger of reminders
    cause_id: UUID
    occurrence: int  # version of the fact that it comes from
    data_class: DataClass
    at: datetime  # since when they are told
    rule_id: str | None = None
    due_id: UUID | None = None  # the reminder that it is, or is about


@dataclass(frozen=True, slots=True)
class Kept:
    """An item as one member has it."""

    item: InboxItem
    read_at: datetime | None


@dataclass(frozen=True, slots=True)
class Addressee:
    """A hat: what is addressed to it, and to its organisation."""

    organisation_id: UUID
    member_id: UUID


class Place(NamedTuple):
    """Where an item stands among the others."""

    at: datetime
    id: UUID


class Inbox(Protocol):
    """What was put, until its pathway is erased.

    Raises:
        StoreUnavailable: its database cannot be reached.
    """

    def put(self, *items: InboxItem) -> None:
        """Keep these; one whose id is known changes nothing."""

    def of(self, to: Addressee, *, unread: bool, before: Place | None, limit: int) -> list[Kept]:
        """The newest first, of those before a place; only the unread ones, if so asked."""

    def find(self, item_id: UUID, to: Addressee) -> Kept | None:
        """An item, if it is addressed to them."""

    def about(self, due_ids: Collection[UUID]) -> set[UUID]:
        """Those of these reminders that somebody is to see to: a call, or what did not arrive."""

    def read(self, item_id: UUID, member_id: UUID, *, at: datetime) -> None:
        """Remember that this member has read it; once read, it stays read since then."""

    def unread(self, item_id: UUID, member_id: UUID) -> None:
        """Have it unread again for this member."""

    def forget(self, pathway_id: UUID) -> int:
        """Remove every item about a pathway; how many there were."""

    def sweep(self, before: datetime, *, limit: int) -> int:
        """Remove some of those of before; how many."""
