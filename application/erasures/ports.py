"""What an erasure needs from outside: its own state, and what destroys."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from domain.members import Member
from domain.pathway.erasing import ErasureReason


class ErasureState(StrEnum):
    """How far it has come; each step is safe to take twice."""

    ASKED = "asked"
    APPROVED = "approved"
    RECORDED = "recorded"  # no reader sees the person any more
    DESTROYED = "destroyed"  # the keys are
    PURGED = "purged"  # lists, search and what was due hold nothing of it
    CERTIFIED = "certified"  # no copy of the keys opens: their epoch is gone


@dataclass(frozen=True, slots=True)
class Party:
    """Who asks or approves: the human is told by the account, the hat by the membership."""

    account_id: UUID
    member_id: UUID
    organisation_id: UUID

    @classmethod
    def of(cls, member: Member, account_id: UUID) -> "Party":
        return cls(account_id, member.id, member.organisation_id)


@dataclass(frozen=True, slots=True)
class Erasure:
    """Of a whole person; with an `entry_id`, of an entry in a wrong file, or of a member's name."""

    id: UUID
    pathway_id: UUID
    reason: ErasureReason
    asked_at: datetime
    asked_by: Party | None = None  # None: the network's retention policy
    entry_id: UUID | None = None
    of_member: bool = False  # the entry is the name of a member, the stream their organisation's
    approved_by: Party | None = None
    approved_at: datetime | None = None
    state: ErasureState = ErasureState.ASKED
    position: int = 0  # of the fact that says so, in the whole history
    facts: int = 0  # recorded until then
    keys: int = 0  # destroyed
    rows: int = 0  # of lists, search and what was due
    epoch: int = 0  # the newest that any of these keys was wrapped under
    certified_epoch: int = 0  # the oldest that was left then
    certified_at: datetime | None = None
    part_of: UUID | None = None  # the erasure of a pathway that this one was linked with

    @property
    def is_over(self) -> bool:
        return self.state is ErasureState.CERTIFIED


class Erasures(Protocol):
    """Where each erasure stands.

    Raises:
        StoreUnavailable: their database cannot be reached.
    """

    def add(self, erasure: Erasure) -> Erasure:
        """Keep a new one; one of the same id that is there is left as it is, and returned."""

    def find(self, erasure_id: UUID) -> Erasure | None: ...

    def unfinished(self) -> list[Erasure]:
        """Those approved and not certified, the oldest first."""

    def of_pathway(self, pathway_id: UUID) -> list[Erasure]: ...

    def parts_of(self, erasure_id: UUID) -> list[Erasure]:
        """Those of the pathways that were linked with what it erases."""

    def advance(self, erasure: Erasure, *, was: ErasureState) -> bool:
        """Keep how far it has come, unless it is no longer where it `was`."""


@dataclass(frozen=True, slots=True)
class Destroyed:
    keys: int
    epoch: int  # the newest that any of them was wrapped under


class Shredder(Protocol):
    """Destroys what the history itself does not.

    Raises:
        StoreUnavailable: a database cannot be reached; what was done stays done.
    """

    def rows_of(self, pathway_id: UUID) -> int:
        """How many rows of lists, search and due reminders there are of a pathway."""

    def destroy_keys(self, pathway_id: UUID, *, entry_id: UUID | None) -> Destroyed:
        """Destroy the keys of every body of a stream, or of what told one entry."""

    def forget_account(self, membership_id: UUID) -> None:
        """Take a membership from its account; the account goes with the last, address and key."""

    def purge(self, pathway_id: UUID, *, after: int) -> bool:
        """Delete every row of a pathway; False while views lag behind this position."""

    def oldest_epoch(self) -> int:
        """The oldest epoch that the master key file still holds."""

    def rotate_keys(self) -> None:
        """Begin a new epoch and drop the older ones."""
