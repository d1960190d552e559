"""How the person answers back: by the link of a message, or by a reply to its number."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from domain.reminders.triggers import Trigger

OPEN_FOR = timedelta(days=1)  # after what is recalled: later, a link takes no answer
KEPT_FOR = timedelta(days=180)  # after that: stopping still works


@dataclass(frozen=True, slots=True)
class Awaited:
    """The reply to one reminder: which, and until when it may come."""

    due_id: UUID
    pathway_id: UUID
    cause: Trigger
    cause_id: UUID
    occurrence: int
    rule_id: str
    language: str  # of the message
    until: datetime
    reach: str = field(default="", repr=False)  # where the message goes; never kept in clear
    went_to: bytes = b""  # instead, once it is kept: its keyed token


class Replies(Protocol):
    """The replies that may come.

    Raises:
        StoreUnavailable: its database cannot be reached.
    """

    def expect(self, *awaited: Awaited, key: UUID) -> str:
        """Be ready for the reply to a message, by its key; the link to say, or nothing.

        It is the same at each attempt, whatever the message recalls by then.
        """

    def find(self, token: str) -> tuple[Awaited, ...]:
        """What the link of this token is for, in order of time; nothing where nobody was sent it.

        Where each went is only known by its token.
        """

    def token_of(self, reach: str) -> bytes:
        """The keyed token of a number or address."""

    def sent_to(self, reach: str) -> set[UUID]:
        """The pathways whose reminders went to this number or address."""

    def forget(self, pathway_id: UUID) -> int:
        """Remove all of a pathway; how many there were."""

    def sweep(self, before: datetime) -> int:
        """Remove those that could come until before then; how many."""
