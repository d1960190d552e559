"""What became of each reminder: it left, arrived, was held back, or failed; never what it said."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, Value, having, none_yet, without
from domain.refusals import Conflict
from domain.reminders.triggers import Trigger
from domain.text import Code
from domain.wall_time import zone_named


class Channel(StrEnum):
    EMAIL = "email"
    TEXT = "text"  # to a mobile
    LETTER = "letter"
    CALL = "call"  # somebody rings the person
    INBOX = "inbox"  # of a member, who is told of it there


TO_THE_PERSON = frozenset({Channel.EMAIL, Channel.TEXT})


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
    DAILY_CAP = "daily_cap"  # as many messages left that day as may, and a later day is too late
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
    letter_id: UUID | None = None  # the message that it left in, perhaps with others; None: alone


class ReminderSuppressed(Fact, topic="reminder-suppressed", lowest=DataClass.SOCIAL):
    due_id: UUID
    cause: Trigger
    cause_id: UUID
    occurrence: int
    rule_id: Code
    reason: SuppressionReason
    perhaps_sent: bool = False  # an earlier attempt was cut, and may have left when it still held


class ReminderDelivered(Fact, topic="reminder-delivered", lowest=DataClass.SOCIAL):
    """It arrived, as the gateway tells; nobody knows whether it was read."""

    due_id: UUID
    cause: Trigger
    cause_id: UUID
    occurrence: int
    rule_id: Code
    channel: Channel


class ReminderFailed(Fact, topic="reminder-failed", lowest=DataClass.SOCIAL):
    """It did not arrive that way, said at once or after it was sent; the referent sees it."""

    due_id: UUID
    cause: Trigger
    cause_id: UUID
    occurrence: int
    rule_id: Code
    channel: Channel | None  # None: it failed before one was chosen
    reason: Code  # of the gateway; never what it said, which may name the person
    goes_on: bool = False  # another way is looked for
    perhaps_sent: bool = False  # attempts were cut: it may have left, who knows how often


class ReminderRetried(Fact, topic="reminder-retried", lowest=DataClass.SOCIAL):
    """Somebody who runs the installation has it tried again: what became of it is open again."""

    due_id: UUID
    cause: Trigger
    cause_id: UUID
    occurrence: int
    rule_id: Code
    reason: Code


class ReminderAlreadySent(Conflict):
    code = "reminder-already-sent"
    title = "This reminder left already: it is not sent again."


class ReminderAlreadyRecorded(Conflict):
    code = "reminder-already-recorded"
    title = "What became of this reminder is recorded already."


Way = tuple[UUID, Channel]  # a letter, and how it left: it may leave another way under its key
NOWHERE: frozenset[Channel] = frozenset()
OutcomeFact = ReminderSent | ReminderDelivered | ReminderSuppressed | ReminderFailed


class Outcome(StrEnum):
    SENT = "sent"
    DELIVERED = "delivered"
    SUPPRESSED = "suppressed"
    FAILED = "failed"


OUTCOME_OF = {
    ReminderSent: Outcome.SENT,
    ReminderDelivered: Outcome.DELIVERED,
    ReminderSuppressed: Outcome.SUPPRESSED,
    ReminderFailed: Outcome.FAILED,
}


@dataclass(frozen=True, slots=True)
class Reminders(Part):
    """What became of each reminder, by the id of its due row."""

    facts: ClassVar = (
        ReminderSent,
        ReminderDelivered,
        ReminderSuppressed,
        ReminderFailed,
        ReminderRetried,
    )

    outcomes: Items[UUID, Outcome] = field(default_factory=none_yet)
    ways: Items[UUID, Channel | None] = field(default_factory=none_yet)  # by which it left last
    doubted: Items[UUID, bool] = field(default_factory=none_yet)  # those that left perhaps twice
    retried: Items[UUID, int] = field(default_factory=none_yet)  # how often it was open again
    letters: Items[Way, datetime] = field(default_factory=none_yet)  # when each left
    left_in: Items[UUID, UUID] = field(default_factory=none_yet)  # the letter that it left in last
    closed: Items[UUID, frozenset[Channel]] = field(default_factory=none_yet)  # ways to nobody

    def letters_on(self, day: date, *, zone: str) -> int:
        """How many messages left to the person on that day of theirs."""
        there = zone_named(zone)
        return len([at for at in self.letters.values() if at.astimezone(there).date() == day])

    def record_sent(
        self,
        *,
        reminders: Sequence[Reminder],
        channel: Channel,
        letter_id: UUID,
        at: datetime,
        perhaps_twice: bool = False,
    ) -> list[ReminderSent]:
        """Record that they left, as one message: those of which that is news.

        It is also where another worker told that one was held back, or that it left once.

        Raises:
            ReminderAlreadyRecorded: it is known of each.
        """
        left = [
            ReminderSent(
                **_about(one, at),
                channel=channel,
                perhaps_twice=perhaps_twice,
                letter_id=letter_id,
            )
            for one in reminders
            if self._is_news(one, channel, perhaps_twice=perhaps_twice)
        ]
        if not left:
            raise ReminderAlreadyRecorded
        return left

    def record_suppressed(
        self,
        *,
        reminder: Reminder,
        reason: SuppressionReason,
        at: datetime,
        perhaps_sent: bool = False,
    ) -> ReminderSuppressed:
        """Record that it was held back, and why.

        Raises:
            ReminderAlreadyRecorded: what became of it is known.
        """
        self._must_be_open(reminder)
        return ReminderSuppressed(**_about(reminder, at), reason=reason, perhaps_sent=perhaps_sent)

    def record_failed(
        self,
        *,
        reminder: Reminder,
        channel: Channel | None,
        reason: str,
        at: datetime,
        goes_on: bool = False,
        perhaps_sent: bool = False,
    ) -> ReminderFailed:
        """Record that it could not be delivered; `goes_on`: that way, and another is looked for.

        Raises:
            ReminderAlreadyRecorded: what became of it is known.
        """
        self._must_be_open(reminder)
        return ReminderFailed(
            **_about(reminder, at),
            channel=channel,
            reason=reason,
            goes_on=goes_on,
            perhaps_sent=perhaps_sent,
        )

    def report_delivered(
        self, *, reminder: Reminder, channel: Channel, letter_id: UUID, at: datetime
    ) -> list[ReminderSent | ReminderDelivered]:
        """Record what a gateway tells: it arrived, and so it left, whatever was known of it.

        Raises:
            ReminderAlreadyRecorded: that is known, or it left another way since.
        """
        about = _about(reminder, at)
        arrived = ReminderDelivered(**about, channel=channel)
        match self.outcomes.get(reminder.due_id):
            case None | Outcome.SUPPRESSED if self._came_back(reminder, channel):
                return [arrived]
            case None | Outcome.SUPPRESSED:  # nobody knew whether an attempt that was cut had left
                return [ReminderSent(**about, channel=channel, letter_id=letter_id), arrived]
            case Outcome.SENT | Outcome.FAILED if self._left_by(reminder, channel):
                return [arrived]
        raise ReminderAlreadyRecorded

    def report_failed(
        self, *, reminder: Reminder, channel: Channel, reason: str, at: datetime
    ) -> ReminderFailed:
        """Record what a gateway tells: it did not arrive that way, and another is looked for.

        Raises:
            ReminderAlreadyRecorded: that is known, it left another way since, or it arrived: what
                a telephone acknowledged is not undone by a report that was overtaken.
        """
        outcome = self.outcomes.get(reminder.due_id)
        was_sent = outcome is Outcome.SENT and self._left_by(reminder, channel)
        is_open = outcome is None or was_sent
        if not is_open or self._came_back(reminder, channel):
            raise ReminderAlreadyRecorded
        return ReminderFailed(**_about(reminder, at), channel=channel, reason=reason, goes_on=True)

    def retry(self, *, reminder: Reminder, reason: str, at: datetime) -> ReminderRetried:
        """Have one tried again that did not leave, or of which nobody knows.

        Raises:
            ReminderAlreadySent: it left.
        """
        if self.outcomes.get(reminder.due_id) in {Outcome.SENT, Outcome.DELIVERED}:
            raise ReminderAlreadySent
        return ReminderRetried(**_about(reminder, at), reason=reason)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case ReminderFailed(due_id=due_id, channel=Channel() as channel, goes_on=True):
                closed = self.closed.get(due_id, NOWHERE) | {channel}
                return replace(
                    self._open_again(due_id),
                    ways=having(self.ways, due_id, channel),
                    closed=having(self.closed, due_id, closed),
                    letters=without(self.letters, (self.left_in.get(due_id, due_id), channel)),
                )
            case ReminderSent() | ReminderDelivered() | ReminderSuppressed() | ReminderFailed():
                way = None if isinstance(fact, ReminderSuppressed) else fact.channel
                return replace(
                    self,
                    outcomes=having(self.outcomes, fact.due_id, self._outcome_after(fact)),
                    ways=having(self.ways, fact.due_id, way),
                    doubted=self._doubted_after(fact),
                    letters=self._letters_after(fact),
                    left_in=self._left_in_after(fact),
                )
            case ReminderRetried(due_id=due_id):
                return replace(self._open_again(due_id), closed=without(self.closed, due_id))
        return self

    def _open_again(self, due_id: UUID) -> Self:
        return replace(
            self,
            outcomes=without(self.outcomes, due_id),
            retried=having(self.retried, due_id, self.retried.get(due_id, 0) + 1),
        )

    def _outcome_after(self, fact: OutcomeFact) -> Outcome:
        """That it may have left twice does not undo that it arrived."""
        is_doubt = isinstance(fact, ReminderSent) and fact.perhaps_twice
        arrived = self.outcomes.get(fact.due_id) is Outcome.DELIVERED
        return Outcome.DELIVERED if is_doubt and arrived else OUTCOME_OF[type(fact)]

    def _doubted_after(self, fact: OutcomeFact) -> Items[UUID, bool]:
        if isinstance(fact, ReminderSent) and fact.perhaps_twice:
            return having(self.doubted, fact.due_id, True)
        return self.doubted

    def _letters_after(self, fact: OutcomeFact) -> Items[Way, datetime]:
        if isinstance(fact, ReminderSent) and fact.channel in TO_THE_PERSON:
            way = fact.letter_id or fact.due_id, fact.channel
            return having(self.letters, way, fact.occurred_at)
        return self.letters

    def _left_in_after(self, fact: OutcomeFact) -> Items[UUID, UUID]:
        if isinstance(fact, ReminderSent):
            return having(self.left_in, fact.due_id, fact.letter_id or fact.due_id)
        return self.left_in

    def _is_news(self, reminder: Reminder, channel: Channel, *, perhaps_twice: bool) -> bool:
        if self._came_back(reminder, channel):  # before anybody told that it left
            return False
        due_id = reminder.due_id
        match self.outcomes.get(due_id):
            case None | Outcome.SUPPRESSED:
                return True
            case Outcome.SENT | Outcome.DELIVERED:
                return perhaps_twice and due_id not in self.doubted
        return False

    def _must_be_open(self, reminder: Reminder) -> None:
        if reminder.due_id in self.outcomes:
            raise ReminderAlreadyRecorded

    def _came_back(self, reminder: Reminder, channel: Channel) -> bool:
        return channel in self.closed.get(reminder.due_id, NOWHERE)

    def _left_by(self, reminder: Reminder, channel: Channel) -> bool:
        """Where it failed before a way was chosen, none is another."""
        return self.ways[reminder.due_id] in {channel, None}


def _about(reminder: Reminder, at: datetime) -> dict[str, Any]:
    data_class = DataClass.SOCIAL.raised_to(reminder.data_class)
    return {**dict(reminder), "data_class": data_class, "occurred_at": at}
