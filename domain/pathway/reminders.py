"""What became of each reminder: it left, it was held back, or it failed; never what it said."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, Value, having, none_yet
from domain.refusals import Conflict
from domain.reminders.triggers import Trigger
from domain.text import Code


class Channel(StrEnum):
    EMAIL = "email"
    TEXT = "text"  # to a mobile
    LETTER = "letter"
    CALL = "call"  # somebody rings the person
    INBOX = "inbox"  # of a member, who is told of it there


class SuppressionReason(StrEnum):
    """Why a reminder that was due did not leave."""

    MOVED = "moved"
    CANCELLED = "cancelled"
    DONE = "done"
    WITHDRAWN = "withdrawn"  # its cause should never have been recorded
    TOO_LATE = "too_late"
    CONTACT_SUSPENDED = "contact_suspended"
    STOPPED = "stopped"  # the person wants none
    NO_SAFE_CHANNEL = "no_safe_channel"
    PATHWAY_CLOSED = "pathway_closed"
    DECEASED = "deceased"
    ERASED = "erased"
    RULE_ENDED = "rule_ended"


class Reminder(Value):
    """Which reminder: its due row, and what it recalls, as its cause stood then."""

    due_id: UUID
    cause: Trigger
    cause_id: UUID
    occurrence: int  # version of the fact that set the cause's time
    rule_id: Code
    data_class: DataClass  # of its cause: a reminder tells that there is something


class ReminderSent(Fact, topic="reminder-sent", lowest=DataClass.SOCIAL):
    due_id: UUID
    cause: Trigger
    cause_id: UUID
    occurrence: int
    rule_id: Code
    channel: Channel
    perhaps_twice: bool = False  # an earlier attempt was cut, and may have left too


class ReminderSuppressed(Fact, topic="reminder-suppressed", lowest=DataClass.SOCIAL):
    due_id: UUID
    cause: Trigger
    cause_id: UUID
    occurrence: int
    rule_id: Code
    reason: SuppressionReason


class ReminderFailed(Fact, topic="reminder-failed", lowest=DataClass.SOCIAL):
    """Nothing more will be tried; the referent sees it."""

    due_id: UUID
    cause: Trigger
    cause_id: UUID
    occurrence: int
    rule_id: Code
    channel: Channel | None  # None: it failed before one was chosen
    reason: Code  # of the gateway; never what it said, which may name the person


class ReminderAlreadyRecorded(Conflict):
    code = "reminder-already-recorded"
    title = "What became of this reminder is recorded already."


class Outcome(StrEnum):
    SENT = "sent"
    SUPPRESSED = "suppressed"
    FAILED = "failed"


OUTCOME_OF = {
    ReminderSent: Outcome.SENT,
    ReminderSuppressed: Outcome.SUPPRESSED,
    ReminderFailed: Outcome.FAILED,
}


@dataclass(frozen=True, slots=True)
class Reminders(Part):
    """What became of each reminder, by the id of its due row."""

    facts: ClassVar = (ReminderSent, ReminderSuppressed, ReminderFailed)

    outcomes: Items[UUID, Outcome] = field(default_factory=none_yet)

    def record_sent(
        self, *, reminder: Reminder, channel: Channel, at: datetime, perhaps_twice: bool = False
    ) -> ReminderSent:
        """Record that it left.

        Raises:
            ReminderAlreadyRecorded: what became of it is known.
        """
        self._must_be_open(reminder)
        return ReminderSent(
            occurred_at=at,
            data_class=_class_of(reminder),
            due_id=reminder.due_id,
            cause=reminder.cause,
            cause_id=reminder.cause_id,
            occurrence=reminder.occurrence,
            rule_id=reminder.rule_id,
            channel=channel,
            perhaps_twice=perhaps_twice,
        )

    def record_suppressed(
        self, *, reminder: Reminder, reason: SuppressionReason, at: datetime
    ) -> ReminderSuppressed:
        """Record that it was held back, and why.

        Raises:
            ReminderAlreadyRecorded: what became of it is known.
        """
        self._must_be_open(reminder)
        return ReminderSuppressed(
            occurred_at=at,
            data_class=_class_of(reminder),
            due_id=reminder.due_id,
            cause=reminder.cause,
            cause_id=reminder.cause_id,
            occurrence=reminder.occurrence,
            rule_id=reminder.rule_id,
            reason=reason,
        )

    def record_failed(
        self, *, reminder: Reminder, channel: Channel | None, reason: str, at: datetime
    ) -> ReminderFailed:
        """Record that it could not be delivered and nothing more is tried.

        Raises:
            ReminderAlreadyRecorded: what became of it is known.
        """
        self._must_be_open(reminder)
        return ReminderFailed(
            occurred_at=at,
            data_class=_class_of(reminder),
            due_id=reminder.due_id,
            cause=reminder.cause,
            cause_id=reminder.cause_id,
            occurrence=reminder.occurrence,
            rule_id=reminder.rule_id,
            channel=channel,
            reason=reason,
        )

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case ReminderSent() | ReminderSuppressed() | ReminderFailed():
                outcome = OUTCOME_OF[type(fact)]
                return type(self)(having(self.outcomes, fact.due_id, outcome))
        return self

    def _must_be_open(self, reminder: Reminder) -> None:
        if reminder.due_id in self.outcomes:
            raise ReminderAlreadyRecorded


def _class_of(reminder: Reminder) -> DataClass:
    return DataClass.SOCIAL.raised_to(reminder.data_class)
