"""One worker's attempt at one letter: every row that it took together.

What would not leave now is settled first, row by row; the others leave as one message, or not at
all, once nothing else of the letter is to be said: whoever is cut leaves no row of it behind.
A row may leave the letter as long as nothing of it can have left the house; from then on the
letter bears the same key and keeps its rows, but for those that are no longer true.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from application.reminders.attempt import MOST_TRIES, Attempt, pause_after, record_left
from application.reminders.link_to import link_to
from application.reminders.message_to import message_to
from application.reminders.ports import DueState, Taken
from application.reminders.postbox import Letter, NotDelivered, NotTried, Undeliverable
from application.reminders.reminding import Reminding
from application.traces.trace import NOBODY, Look, Purpose, Trace
from domain.data_classes import DataClass
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import Channel, SuppressionReason
from domain.reminders.reaching import Send, Wait

CUT = "cut"


class Ready(NamedTuple):
    """A row whose verdict is to send it now."""

    attempt: Attempt
    send: Send

    @property
    def way(self) -> tuple[Channel, UUID]:
        return self.send.channel, self.send.contact_id

    @property
    def moment(self) -> tuple[datetime, UUID]:
        return self.attempt.taken.due.due_at, self.attempt.id

    @property
    def is_hopeless(self) -> bool:
        return self.attempt.taken.tries > MOST_TRIES

    def give_up(self) -> DueState:
        why = self.attempt.taken.failure or CUT
        return self.attempt.give_up(self.send.channel, why)

    def go_on(self, reason: str) -> DueState:
        return self.attempt.go_on(self.send.channel, reason)

    def leave_alone(self, closed: NotTried, pause: timedelta) -> DueState:
        return self.attempt.leave_alone(self.send, closed, pause=pause)

    def try_again(self, refused: NotDelivered, pause: timedelta) -> DueState:
        return self.attempt.try_again(self.send, refused, pause=pause)


States = dict[UUID, DueState]


@dataclass(frozen=True, slots=True)
class Leaving:
    """`pathway` was read after the rows were taken."""

    reminding: Reminding
    taken: Taken
    pathway: Pathway

    def run(self) -> DueState:
        """What became of the row that was asked for."""
        attempts = [
            Attempt(self.reminding, one, self.pathway) for one in (self.taken, *self.taken.together)
        ]
        verdicts = [(attempt, attempt.verdict()) for attempt in attempts]
        ready = [Ready(attempt, said) for attempt, said in verdicts if isinstance(said, Send)]
        waiting = [(attempt, said) for attempt, said in verdicts if isinstance(said, Wait)]
        states = self._let_wait(waiting, ready)
        for attempt, said in verdicts:
            if not isinstance(said, Send | Wait):
                states[attempt.id] = attempt.settle(said)
        states |= self._leave([one for one in ready if one.attempt.id not in states])
        return states[self.taken.due.id]

    def _let_wait(self, waiting: Sequence[tuple[Attempt, Wait]], ready: Sequence[Ready]) -> States:
        """Those that wait leave the letter, where they still may; else all wait for the last."""
        everyone = [attempt for attempt, _ in waiting] + [one.attempt for one in ready]
        if waiting and any(attempt.may_have_left for attempt in everyone):
            until = max(wait.until for _, wait in waiting)
            return {attempt.id: attempt.wait(until) for attempt in everyone}
        return {attempt.id: attempt.wait(wait.until) for attempt, wait in waiting}

    def _leave(self, ready: Sequence[Ready]) -> States:
        if not ready:
            return {}
        first = min(ready, key=lambda one: one.moment)  # whoever of them was handed out
        parting = [one for one in ready if one.way != first.way]
        along = [one for one in ready if one.way == first.way]
        hopeless = [one for one in along if one.is_hopeless]
        states = {one.attempt.id: self._part(one) for one in parting}
        states |= {one.attempt.id: one.give_up() for one in hopeless}
        return states | self._send([one for one in along if not one.is_hopeless])

    def _part(self, one: Ready) -> DueState:
        """It goes another way: in a letter of its own, unless it may have left in this one."""
        if one.attempt.may_have_left:
            return one.attempt.withhold(SuppressionReason.NO_SAFE_CHANNEL)
        return one.attempt.look_again()

    def _send(self, ready: Sequence[Ready]) -> States:
        if not ready:
            return {}
        if self.taken.together and self._has_moved():  # by what was said of the others
            return _look_again(ready)
        for trace in self._traces(ready):
            self.reminding.traces.write(trace)
        ready[0].attempt.must_be_own()
        return _look_again(ready) if self._has_moved() else self._deliver(ready)

    def _deliver(self, ready: Sequence[Ready]) -> States:
        try:
            self.reminding.postbox.deliver(self._letter(ready))
        except Undeliverable as never:
            return {one.attempt.id: one.go_on(never.reason) for one in ready}
        except NotTried as closed:
            # Spread over as long again, so that what waits does not come back all at once.
            pause = closed.after * (1 + self.reminding.draw())
            return {one.attempt.id: one.leave_alone(closed, pause) for one in ready}
        except NotDelivered as refused:
            drawn = self.reminding.draw() * pause_after(ready[0].attempt.taken.tries)
            pause = max(drawn, refused.after)
            return {one.attempt.id: one.try_again(refused, pause) for one in ready}
        return self._record(ready)

    def _record(self, ready: Sequence[Ready]) -> States:
        """What left is told, whoever has the rows by now."""
        channel = ready[0].send.channel
        twice = channel not in self.reminding.postbox.keyed and any(
            one.attempt.may_leave_twice for one in ready
        )
        told = record_left(
            self.reminding,
            [one.attempt for one in ready],
            channel=channel,
            letter_id=self.taken.letter_id,
            perhaps_twice=twice,
        )
        if told and len(ready) == 1:
            return {one.attempt.id: one.attempt.finish(DueState.SENT) for one in ready}
        stands = self.reminding.network.log.load(Pathway, self.pathway.id)
        return {one.attempt.id: one.attempt.has_left(channel, stands) for one in ready}

    def _has_moved(self) -> bool:
        heads = self.reminding.network.log.heads([self.pathway.id])
        return heads[self.pathway.id] != self.pathway.version

    def _traces(self, ready: Sequence[Ready]) -> Iterator[Trace]:
        """A contact point is opened for each organisation that sees to what is recalled."""
        someone = next(iter(self.pathway.sharing.circle))
        for organisation_id in sorted({one.send.cause.held_by or someone for one in ready}):
            yield Trace(
                at=self.taken.now,
                member_id=NOBODY,
                organisation_id=organisation_id,
                pathway_id=self.pathway.id,
                look=Look.REMINDER,
                purpose=Purpose.FOLLOW_UP,
                as_of=None,
                grounds=frozenset(),
                classes=frozenset({DataClass.IDENTITY}),
            )

    def _letter(self, ready: Sequence[Ready]) -> Letter:
        channel, to = ready[0].send.channel, ready[0].send.to
        sends, key = [one.send for one in ready], self.taken.letter_id
        recalled = [(one.attempt.taken.due, one.send) for one in ready]
        link = link_to(self.reminding.replies, recalled, key=key, now=self.taken.now)
        message = message_to(self.reminding, self.pathway, sends, link=link)
        return Letter(
            key=key,
            channel=channel,
            to=to.reach,
            subject=message.subject,
            text=message.carried_by(channel),
        )


def _look_again(ready: Sequence[Ready]) -> States:
    return {one.attempt.id: one.attempt.look_again() for one in ready}
