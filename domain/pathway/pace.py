"""At the person's pace: contact is suspended when they need it, and resumes when they say so."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Self

from domain.data_classes import DataClass
from domain.kernel import Fact, Part
from domain.refusals import Conflict


class SuspensionReason(StrEnum):
    PERSON_ASKED = "person_asked"
    OVERWHELMED = "overwhelmed"
    AWAY = "away"
    OTHER = "other"


class ContactSuspended(Fact, topic="contact-suspended", lowest=DataClass.SOCIAL):
    """Nobody writes to the person nor rings them; what they come for themselves goes on."""

    reason: SuspensionReason
    until: date | None  # its last day; None: until they say so


class ContactResumed(Fact, topic="contact-resumed", lowest=DataClass.SOCIAL): ...


class SuspensionEndsBefore(Conflict):
    code = "suspension-ends-before"
    title = "A suspension lasts at least until today."


class ContactAlreadySuspended(Conflict):
    code = "contact-already-suspended"
    title = "Contact is suspended until that day already."


class ContactNotSuspended(Conflict):
    code = "contact-not-suspended"
    title = "Contact is not suspended."


@dataclass(frozen=True, slots=True)
class Pace(Part):
    """Whether the person may be contacted at present."""

    facts: ClassVar = (ContactSuspended, ContactResumed)

    suspended: bool = False
    until: date | None = None  # its last day; None: until they say so

    def is_suspended(self, on: date) -> bool:
        """Whether nobody contacts the person on that day, theirs."""
        return self.suspended and (self.until is None or on <= self.until)

    def suspend(
        self, *, reason: SuspensionReason, until: date | None, at: datetime
    ) -> ContactSuspended:
        """Suspend contact until a day, or until the person says so; or change that day.

        Raises:
            SuspensionEndsBefore: that day is past.
            ContactAlreadySuspended: it is until that day already.
        """
        if until is not None and until < at.date():
            raise SuspensionEndsBefore
        if self.suspended and self.until == until:
            raise ContactAlreadySuspended
        return ContactSuspended(occurred_at=at, reason=reason, until=until)

    def resume(self, *, at: datetime) -> ContactResumed:
        """Let the person be contacted again.

        Raises:
            ContactNotSuspended: they may be.
        """
        if not self.suspended:
            raise ContactNotSuspended
        return ContactResumed(occurred_at=at)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case ContactSuspended():
                return type(self)(suspended=True, until=fact.until)
            case ContactResumed():
                return type(self)()
        return self
