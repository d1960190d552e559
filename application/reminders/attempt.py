"""One worker's attempt at one reminder, from what the pathway says to what became of it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid5

from application.inbox.addressing import Addressing
from application.inbox.put_reminder import items_for
from application.ports import Recorded
from application.refusals import CommandReused
from application.reminders.held import RowLost
from application.reminders.link_to import link_to
from application.reminders.message_to import message_to
from application.reminders.outcome import outcome_id, reminder_of
from application.reminders.ports import DueState, Taken
from application.reminders.postbox import Letter, NotDelivered, NotTried, Unclear, Undeliverable
from application.reminders.record_failed import RecordFailed, record_failed
from application.reminders.record_sent import RecordSent, record_sent
from application.reminders.record_suppressed import RecordSuppressed, record_suppressed
from application.reminders.reminding import Reminding
from application.traces.trace import NOBODY, Look, Purpose, Trace
from domain.data_classes import DataClass
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import (
    Channel,
    Outcome,
    ReminderAlreadyRecorded,
    SuppressionReason,
)
from domain.reminders.reaching import Send, Wait, Withhold, leaves_at
from domain.reminders.rules import Audience, MessageType
from domain.reminders.verdict import Concluded, Tell, verdict_on

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

    def run(self) -> DueState:
        verdict = verdict_on(self.pathway, self.taken.due, self.reminding.terms, now=self.taken.now)
        match verdict:
            case Concluded(outcome):
                return self._finish(STATE_OF[outcome])
            case Withhold(reason):
                return self._withhold(reason)
            case Wait(until):
                self.reminding.rows.put_off(self.taken, until=until)
                return DueState.WAITING
            case Send():
                return self._send(verdict)
            case Tell():
                return self._tell_members(verdict)

    def _send(self, send: Send) -> DueState:
        if self.taken.tries > MOST_TRIES:
            return self._give_up(send.channel, self.taken.failure or "cut")
        if self._has_moved():
            self.reminding.rows.put_off(self.taken, until=self.taken.now)  # look again
            return DueState.WAITING
        self.reminding.traces.write(self._trace(send))
        self._must_be_own()
        try:
            self.reminding.postbox.deliver(self._letter(send))
        except Undeliverable as never:
            return self._give_up(send.channel, never.reason)
        except NotTried as closed:
            return self._leave_alone(send, closed)
        except NotDelivered as refused:
            return self._try_again(send, refused)
        return self._has_left(send)

    def _has_left(self, send: Send) -> DueState:
        """What left is told, whoever has the row by now."""
        twice = send.channel not in self.reminding.postbox.keyed and self._may_leave_twice()
        about = self._about()
        about["command_id"] = uuid5(about["command_id"], f"left {twice}")
        self._tell(
            lambda: record_sent(
                self.reminding.network,
                RecordSent(**about, channel=send.channel, perhaps_twice=twice),
            )
        )
        return self._finish(DueState.SENT)

    def _may_leave_twice(self) -> bool:
        """An earlier attempt was cut, or another one has the row since: it may send too."""
        if self.taken.due.message_type is MessageType.AT_MOST_ONCE:
            return False
        return self.taken.cuts > 0 or not self.reminding.rows.is_own(self.taken)

    def _tell_members(self, tell: Tell) -> DueState:
        """Each addressee's own ground is asked as the pathway stands, not as it was planned."""
        around = Addressing.at(self.reminding.network, self.pathway.id)
        if around.pathway.version != self.pathway.version:
            self.reminding.rows.put_off(self.taken, until=self.taken.now)  # look again
            return DueState.WAITING
        items = items_for(around, self.taken.due, tell.cause, at=self.taken.now)
        if not items:
            return self._finish(DueState.SUPPRESSED, NO_GROUND)
        self._must_be_own()
        self.reminding.inbox.put(*items)
        self._tell(
            lambda: record_sent(
                self.reminding.network, RecordSent(**self._about(), channel=Channel.INBOX)
            )
        )
        return self._finish(DueState.SENT)

    def _must_be_own(self) -> None:
        """A worker that was paused past its lease does not send.

        Raises:
            RowLost: the row is another's, or about to be.
        """
        if not self.reminding.rows.is_own(self.taken):
            raise RowLost

    def _has_moved(self) -> bool:
        heads = self.reminding.network.log.heads([self.pathway.id])
        return heads[self.pathway.id] != self.pathway.version

    def _trace(self, send: Send) -> Trace:
        """A contact point is opened for the organisation that sees to what is recalled."""
        return Trace(
            at=self.taken.now,
            member_id=NOBODY,
            organisation_id=send.cause.held_by or next(iter(self.pathway.sharing.circle)),
            pathway_id=self.pathway.id,
            look=Look.REMINDER,
            purpose=Purpose.FOLLOW_UP,
            as_of=None,
            grounds=frozenset(),
            classes=frozenset({DataClass.IDENTITY}),
        )

    def _letter(self, send: Send) -> Letter:
        recalled = [(self.taken.due, send)]
        replies, key = self.reminding.replies, self.taken.due.id
        link = link_to(replies, recalled, key=key, now=self.taken.now)
        message = message_to(self.reminding, self.pathway, [send], link=link)
        return Letter(
            key=self.taken.due.id,
            channel=send.channel,
            to=send.to.reach,
            subject=message.subject,
            text=message.carried_by(send.channel),
        )

    def _try_again(self, send: Send, refused: NotDelivered) -> DueState:
        unclear = isinstance(refused, Unclear)
        if unclear and self.taken.due.message_type is MessageType.AT_MOST_ONCE:
            return self._finish(DueState.UNCERTAIN, refused.reason)
        pause = self.reminding.draw() * pause_after(self.taken.tries)
        moment = self._moment_after(pause, send)
        if moment is None or self.taken.tries >= MOST_TRIES:
            return self._give_up(send.channel, refused.reason)
        self.reminding.rows.put_off(self.taken, until=moment, failure=refused.reason, cut=unclear)
        return DueState.WAITING

    def _leave_alone(self, send: Send, closed: NotTried) -> DueState:
        """Spread over as long again, so that what waits does not come back all at once."""
        moment = self._moment_after(closed.after * (1 + self.reminding.draw()), send)
        if moment is None:
            return self._give_up(send.channel, closed.reason)
        self.reminding.rows.put_off(self.taken, until=moment, failure=closed.reason, tried=False)
        return DueState.WAITING

    def _moment_after(self, pause: timedelta, send: Send) -> datetime | None:
        return leaves_at(send.cause, self.reminding.terms, now=self.taken.now + pause)

    def _withhold(self, reason: SuppressionReason) -> DueState:
        if reason is SuppressionReason.TOO_LATE and self.taken.failure:
            return self._give_up(None, self.taken.failure)
        if self.taken.due.audience is not Audience.PERSON:  # the pathway keeps what was said
            return self._finish(DueState.SUPPRESSED, reason)
        told = self._tell(
            lambda: record_suppressed(
                self.reminding.network, RecordSuppressed(**self._about(), reason=reason)
            )
        )
        unreached = reason is SuppressionReason.NO_SAFE_CHANNEL
        state = DueState.TO_CALL if unreached else DueState.SUPPRESSED
        return self._finish(state, reason) if told else self._as_told(state, reason)

    def _give_up(self, channel: Channel | None, reason: str) -> DueState:
        told = self._tell(
            lambda: record_failed(
                self.reminding.network,
                RecordFailed(**self._about(), channel=channel, reason=reason),
            )
        )
        state = DueState.DEAD
        return self._finish(state, reason) if told else self._as_told(state, reason)

    def _about(self) -> dict[str, Any]:
        due = self.taken.due
        return {
            "command_id": outcome_id(due, self.pathway),
            "pathway_id": due.pathway_id,
            "reminder": reminder_of(due, self.pathway),
        }

    def _tell(self, telling: Callable[[], Recorded]) -> bool:
        """Record it; False where another attempt told something else, or the pathway is erased."""
        with suppress(CommandReused, ReminderAlreadyRecorded, PathwayNotOpened):
            telling()
            return True
        return False

    def _as_told(self, state: DueState, reason: str) -> DueState:
        """End the row as the pathway tells by now; so, where it tells nothing."""
        pathway = self.reminding.network.log.load(Pathway, self.pathway.id)
        outcome = pathway.reminders.outcomes.get(self.taken.due.id)
        return self._finish(STATE_OF[outcome]) if outcome else self._finish(state, reason)

    def _finish(self, state: DueState, reason: str | None = None) -> DueState:
        self.reminding.rows.finish(self.taken, state, reason=reason)
        return state


def pause_after(tries: int) -> timedelta:
    """One minute after the first try, twice as long after each other one, an hour at most.

    The longest it may be: each pause is drawn below it, so that many do not come back at once.
    """
    return min(timedelta(minutes=2 ** (tries - 1)), LONGEST_PAUSE)
