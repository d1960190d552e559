"""Send what is due, or say why not; safe to run twice, and to be killed anywhere.

Claimed first, read then: what was withdrawn before the claim is never sent. Whoever is killed
between sending and recording leaves a row that is claimed again; the letter bears the same key,
so that it leaves once through a postbox that knows keys, and is said to have left perhaps twice
through another.
"""

from datetime import datetime, timedelta
from uuid import UUID

from application.refusals import EventUnreadable
from application.reminders.attempt import MOST_TRIES, pause_after
from application.reminders.held import RowLost
from application.reminders.leaving import Leaving
from application.reminders.ports import DueState, Taken
from application.reminders.reminding import Reminding
from domain.pathway.pathway import Pathway

LEASE = timedelta(seconds=8)  # renewed while a worker works; then others may take the row
UNREADABLE = "pathway-unreadable"


def send_reminder(
    reminding: Reminding, due_id: UUID, *, lease: timedelta = LEASE
) -> DueState | None:
    """What became of it; None when it is somebody else's, or done, or was lost meanwhile.

    Raises:
        StoreUnavailable: it is handed out again when its lease ends.
    """
    within = reminding.pack.respect.together_within
    taken = reminding.rows.take(due_id, lease=lease, within=within)
    if taken is None:
        return None
    with reminding.held.during(taken):
        try:
            pathway = _as_it_stands(reminding, taken.due.pathway_id)
            return Leaving(reminding, taken, pathway).run()
        except EventUnreadable:
            return _leave(reminding, taken)
        except RowLost:
            return None


def _as_it_stands(reminding: Reminding, pathway_id: UUID) -> Pathway:
    """Read to its head, past any cache."""
    return Pathway(pathway_id).after(reminding.network.log.stream(pathway_id))


def _leave(reminding: Reminding, taken: Taken) -> DueState:
    """Wait for somebody to mend a pathway that nothing can be recorded on."""
    until = taken.now + reminding.draw() * pause_after(taken.tries)
    states = [_left(reminding, one, until) for one in (taken, *taken.together)]
    return states[0]


def _left(reminding: Reminding, taken: Taken, until: datetime) -> DueState:
    if taken.tries >= MOST_TRIES:
        reminding.rows.finish(taken, DueState.DEAD, reason=UNREADABLE)
        return DueState.DEAD
    reminding.rows.put_off(taken, until=until, failure=UNREADABLE)
    return DueState.WAITING
