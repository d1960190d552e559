"""Send what is due, or say why not; safe to run twice, and to be killed anywhere.

Claimed first, read then: what was withdrawn before the claim is never sent. Whoever is killed
between sending and recording leaves a row that is claimed again; the letter bears the same key,
so that a postbox which knows keys lets it leave once, and the others are said to be in doubt.
"""

from datetime import timedelta
from uuid import UUID

from application.refusals import EventUnreadable
from application.reminders.ports import DueState, Taken
from application.reminders.postbox import Letter, NotDelivered, Unclear, Undeliverable
from application.reminders.record_outcome import record_failed, record_sent, record_suppressed
from application.reminders.reminding import Reminding
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import Channel, Outcome, SuppressionReason
from domain.reminders.due import Due, send_moment
from domain.reminders.rules import MessageType
from domain.reminders.verdict import Concluded, Send, Wait, Withhold, verdict_on
from domain.reminders.wording import neutral_message, wording_for

LEASE = timedelta(minutes=2)  # longer than a postbox may take
MOST_TRIES = 8
LONGEST_PAUSE = timedelta(hours=1)

STATE_OF = {
    Outcome.SENT: DueState.SENT,
    Outcome.SUPPRESSED: DueState.SUPPRESSED,
    Outcome.FAILED: DueState.DEAD,
}


def send_reminder(
    reminding: Reminding, due_id: UUID, *, lease: timedelta = LEASE
) -> DueState | None:
    """What became of it; None when it is somebody else's, or done.

    Raises:
        StoreUnavailable: it is handed out again when its lease ends.
    """
    taken = reminding.rows.take(due_id, lease=lease)
    if taken is None:
        return None
    try:
        pathway = _as_it_stands(reminding, taken)
    except EventUnreadable:
        return _pause(reminding, taken, "pathway-unreadable")
    verdict = verdict_on(pathway, taken.due, reminding.terms, now=taken.now)
    match verdict:
        case Concluded(outcome):
            return _finish(reminding, taken, STATE_OF[outcome])
        case Withhold(reason):
            return _withhold(reminding, taken, reason)
        case Wait(until):
            reminding.rows.put_off(taken, until=until)
            return DueState.WAITING
        case Send():
            return _send(reminding, taken, pathway, verdict)


def _as_it_stands(reminding: Reminding, taken: Taken) -> Pathway:
    """Read to its head after the claim, past any cache."""
    pathway_id = taken.due.pathway_id
    return Pathway(pathway_id).after(reminding.network.log.stream(pathway_id))


def _send(reminding: Reminding, taken: Taken, pathway: Pathway, send: Send) -> DueState:
    if taken.tries > MOST_TRIES:
        return _give_up(reminding, taken, send.channel, taken.failure or "cut")
    if reminding.network.log.heads([pathway.id])[pathway.id] != pathway.version:
        reminding.rows.put_off(taken, until=taken.now)  # it moved since it was read: look again
        return DueState.WAITING
    try:
        reminding.postbox.deliver(_letter(reminding, taken.due, send))
    except Undeliverable as never:
        return _give_up(reminding, taken, send.channel, never.reason)
    except NotDelivered as refused:
        return _try_again(reminding, taken, send, refused)
    record_sent(reminding.network, taken.due, channel=send.channel, at=taken.now)
    return _finish(reminding, taken, DueState.SENT)


def _letter(reminding: Reminding, due: Due, send: Send) -> Letter:
    wording = wording_for(send.to.language, reminding.wordings)
    message = neutral_message(
        wording, send.rule.template, starts=send.appointment.when, call_back=reminding.call_back
    )
    return Letter(
        key=due.id,
        channel=send.channel,
        to=send.to.reach,
        subject=message.subject,
        text=message.text,
    )


def _try_again(reminding: Reminding, taken: Taken, send: Send, refused: NotDelivered) -> DueState:
    unclear = isinstance(refused, Unclear)
    if unclear and taken.due.message_type is MessageType.AT_MOST_ONCE:
        return _finish(reminding, taken, DueState.UNCERTAIN, refused.reason)
    when = send.appointment.when
    moment = send_moment(
        reminding.pack.hours,
        now=taken.now + pause_after(taken.tries),
        starts=when,
        is_holiday=reminding.holidays(when.zone),
    )
    if moment is None or taken.tries >= MOST_TRIES:
        return _give_up(reminding, taken, send.channel, refused.reason)
    reminding.rows.put_off(taken, until=moment, failure=refused.reason, cut=unclear)
    return DueState.WAITING


def _pause(reminding: Reminding, taken: Taken, failure: str) -> DueState:
    """Wait for somebody to mend what nothing can be recorded on."""
    if taken.tries >= MOST_TRIES:
        return _finish(reminding, taken, DueState.DEAD, failure)
    reminding.rows.put_off(taken, until=taken.now + pause_after(taken.tries), failure=failure)
    return DueState.WAITING


def _withhold(reminding: Reminding, taken: Taken, reason: SuppressionReason) -> DueState:
    if reason is SuppressionReason.TOO_LATE and taken.failure:
        return _give_up(reminding, taken, None, taken.failure)
    record_suppressed(reminding.network, taken.due, reason=reason, at=taken.now)
    unreached = reason is SuppressionReason.NO_SAFE_CHANNEL
    state = DueState.TO_CALL if unreached else DueState.SUPPRESSED
    return _finish(reminding, taken, state, reason)


def _give_up(reminding: Reminding, taken: Taken, channel: Channel | None, reason: str) -> DueState:
    record_failed(reminding.network, taken.due, channel=channel, reason=reason, at=taken.now)
    return _finish(reminding, taken, DueState.DEAD, reason)


def _finish(
    reminding: Reminding, taken: Taken, state: DueState, reason: str | None = None
) -> DueState:
    reminding.rows.finish(taken, state, reason=reason)
    return state


def pause_after(tries: int) -> timedelta:
    """One minute after the first try, twice as long after each other one, an hour at most."""
    return min(timedelta(minutes=2 ** (tries - 1)), LONGEST_PAUSE)
