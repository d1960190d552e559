"""What one worker does about one row, from what the pathway says to what became of it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from application.inbox.addressing import Addressing
from application.inbox.put_reminder import items_for
from application.ports import Recorded
from application.refusals import CommandReused
from application.reminders.held import RowLost
from application.reminders.outcome import outcome_id, reminder_of
from application.reminders.ports import DueState, Taken
from application.reminders.postbox import NotDelivered, NotTried, Unclear
from application.reminders.record_failed import RecordFailed, record_failed
from application.reminders.record_sent import RecordSent, record_sent
from application.reminders.record_suppressed import RecordSuppressed, record_suppressed
from application.reminders.reminding import Reminding
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import (
    NOWHERE,
    Channel,
    Outcome,
    Reminder,
    ReminderAlreadyRecorded,
    SuppressionReason,
)
from domain.reminders.reaching import Send, Wait, Withhold, leaves_at
from domain.reminders.rules import Audience, MessageType
from domain.reminders.verdict import Concluded, Tell, Verdict, verdict_on

MOST_TRIES = 8
LONGEST_PAUSE = timedelta(hours=1)
NO_GROUND = "no_ground"  # nobody whom it is for may know of it any more
STATE_OF = {
    Outcome.SENT: DueState.SENT,
    Outcome.DELIVERED: DueState.DELIVERED,
    Outcome.SUPPRESSED: DueState.SUPPRESSED,
    Outcome.FAILED: DueState.DEAD,
}


@dataclass(frozen=True, slots=True)
class Attempt:
    """`pathway` was read after the row was taken."""

    reminding: Reminding
    taken: Taken
    pathway: Pathway

    @property
    def id(self) -> UUID:
        return self.taken.due.id

    @property
    def may_have_left(self) -> bool:
        """Whether an earlier attempt was cut: nobody knows how it ended."""
        return self.taken.cuts > 0

    @property
    def is_own(self) -> bool:
        return self.reminding.rows.is_own(self.taken)

    @property
    def may_leave_twice(self) -> bool:
        """An earlier attempt was cut, or another one has the row since: it may send too."""
        if self.taken.due.message_type is MessageType.AT_MOST_ONCE:
            return False
        return self.may_have_left or not self.is_own

    def verdict(self) -> Verdict:
        return verdict_on(
            self.pathway,
            self.taken.due,
            self.reminding.terms,
            now=self.taken.now,
            begun=self.may_have_left,
        )

    def settle(self, verdict: Concluded | Withhold | Wait | Tell) -> DueState:
        """Do what needs no letter."""
        match verdict:
            case Concluded(outcome):
                return self.finish(STATE_OF[outcome])
            case Withhold(reason):
                return self.withhold(reason)
            case Wait(until):
                return self.wait(until)
            case Tell():
                return self._tell_members(verdict)

    def wait(self, until: datetime) -> DueState:
        """Leave it until then; it was no try."""
        self.reminding.rows.put_off(self.taken, until=until)
        return DueState.WAITING

    def look_again(self) -> DueState:
        return self.wait(self.taken.now)

    def must_be_own(self) -> None:
        """A worker that was paused past its lease does not send.

        Raises:
            RowLost: the row is another's, or about to be.
        """
        if not self.is_own:
            raise RowLost

    def withhold(self, reason: SuppressionReason) -> DueState:
        if reason is SuppressionReason.TOO_LATE and self.taken.failure:
            return self.give_up(None, self.taken.failure)
        if self.taken.due.audience is not Audience.PERSON:  # the pathway keeps what was said
            return self.finish(DueState.SUPPRESSED, reason)
        told = RecordSuppressed(**self._about(), reason=reason, perhaps_sent=self.may_have_left)
        unreached = reason is SuppressionReason.NO_SAFE_CHANNEL
        state = DueState.TO_CALL if unreached else DueState.SUPPRESSED
        return self._end(state, reason, lambda: record_suppressed(self.reminding.network, told))

    def try_again(self, send: Send, refused: NotDelivered, *, pause: timedelta) -> DueState:
        unclear = isinstance(refused, Unclear)
        if unclear and self.taken.due.message_type is MessageType.AT_MOST_ONCE:
            return self.finish(DueState.UNCERTAIN, refused.reason)
        moment = self._moment_after(pause, send)
        if moment is None or self.taken.tries >= MOST_TRIES:
            return self.give_up(send.channel, refused.reason, unclear=unclear)
        self.reminding.rows.put_off(self.taken, until=moment, failure=refused.reason, cut=unclear)
        return DueState.WAITING

    def leave_alone(self, send: Send, closed: NotTried, *, pause: timedelta) -> DueState:
        moment = self._moment_after(pause, send)
        if moment is None:
            return self.give_up(send.channel, closed.reason)
        self.reminding.rows.put_off(self.taken, until=moment, failure=closed.reason, tried=False)
        return DueState.WAITING

    def give_up(self, channel: Channel | None, reason: str, *, unclear: bool = False) -> DueState:
        """`unclear`: nobody knows whether this attempt left."""
        told = RecordFailed(
            **self._about(),
            channel=channel,
            reason=reason,
            perhaps_sent=unclear or self.may_have_left,
        )
        return self._end(DueState.DEAD, reason, lambda: record_failed(self.reminding.network, told))

    def go_on(self, channel: Channel, reason: str) -> DueState:
        """That way reaches nobody: where there is another, it leaves by that at the next look."""
        if not self._has_another_way(channel):
            return self.give_up(channel, reason)
        told = RecordFailed(**self._about(), channel=channel, reason=reason, goes_on=True)
        tell(lambda: record_failed(self.reminding.network, told))
        now = self.taken.now
        self.reminding.rows.put_off(self.taken, until=now, failure=reason, tried=False)
        return DueState.WAITING

    def has_left(self, channel: Channel, pathway: Pathway) -> DueState:
        """As the pathway says: its gateway may have been faster, and told what became of it.

        What came back goes another way.
        """
        if channel in pathway.reminders.closed.get(self.id, NOWHERE):
            return self.look_again()
        arrived = pathway.reminders.outcomes.get(self.id) is Outcome.DELIVERED
        return self.finish(DueState.DELIVERED if arrived else DueState.SENT)

    def finish(self, state: DueState, reason: str | None = None) -> DueState:
        self.reminding.rows.finish(self.taken, state, reason=reason)
        return state

    def reminder(self) -> Reminder:
        return reminder_of(self.taken.due, self.pathway)

    def outcome_id(self) -> UUID:
        return outcome_id(self.taken.due, self.pathway)

    def _tell_members(self, said: Tell) -> DueState:
        """Each addressee's own ground is asked as the pathway stands, not as it was planned."""
        around = Addressing.at(self.reminding.network, self.pathway.id)
        if around.pathway.version != self.pathway.version:
            return self.look_again()
        items = items_for(around, self.taken.due, said.cause, at=self.taken.now)
        if not items:
            return self.finish(DueState.SUPPRESSED, NO_GROUND)
        self.must_be_own()
        self.reminding.inbox.put(*items)
        record_left(self.reminding, [self], channel=Channel.INBOX, letter_id=self.id)
        return self.finish(DueState.SENT)

    def _end(self, state: DueState, reason: str, telling: Callable[[], Recorded]) -> DueState:
        """End the row, once it is told; where another attempt told something else, as that says."""
        if not tell(telling):
            pathway = self.reminding.network.log.load(Pathway, self.pathway.id)
            if outcome := pathway.reminders.outcomes.get(self.id):
                return self.finish(STATE_OF[outcome])
        return self.finish(state, reason)

    def _has_another_way(self, channel: Channel) -> bool:
        terms = self.reminding.terms.without(frozenset({channel}))
        verdict = verdict_on(self.pathway, self.taken.due, terms, now=self.taken.now)
        return isinstance(verdict, Send | Wait)

    def _about(self) -> dict[str, Any]:
        return {
            "command_id": self.outcome_id(),
            "pathway_id": self.taken.due.pathway_id,
            "reminder": self.reminder(),
        }

    def _moment_after(self, pause: timedelta, send: Send) -> datetime | None:
        return leaves_at(send.cause, self.reminding.terms, now=self.taken.now + pause)


def record_left(
    reminding: Reminding,
    attempts: Sequence[Attempt],
    *,
    channel: Channel,
    letter_id: UUID,
    perhaps_twice: bool = False,
) -> bool:
    """In one append: killed anywhere, either each is known to have left or none is.

    False where each was known already, or had come back; of some, it may be so all the same.
    """
    first = attempts[0]
    which = ",".join(sorted(str(one.id) for one in attempts))
    told = RecordSent(
        command_id=uuid5(first.outcome_id(), f"left {perhaps_twice} {which}"),
        pathway_id=first.pathway.id,
        reminders=tuple(one.reminder() for one in attempts),
        channel=channel,
        letter_id=letter_id,
        perhaps_twice=perhaps_twice,
        at=first.taken.now,
    )
    return tell(lambda: record_sent(reminding.network, told))


def tell(telling: Callable[[], Recorded]) -> bool:
    """Record it; False where another attempt told something else, or the pathway is erased."""
    with suppress(CommandReused, ReminderAlreadyRecorded, PathwayNotOpened):
        telling()
        return True
    return False


def pause_after(tries: int) -> timedelta:
    """One minute after the first try, twice as long after each other one, an hour at most.

    The longest it may be: each pause is drawn below it, so that many do not come back at once.
    """
    return min(timedelta(minutes=2 ** (tries - 1)), LONGEST_PAUSE)
