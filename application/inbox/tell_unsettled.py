"""Tell members of reminders that ended without a fact: nobody knows whether these left."""

from application.inbox.addressing import Addressing
from application.inbox.ports import InboxKind
from application.inbox.tell_members import KEPT, Telling
from application.inbox.told_by import items_about
from application.refusals import EventUnreadable
from application.reminders.outcome import reminder_of
from application.reminders.ports import DueRows, DueState, Row
from domain.reminders.rules import Audience

AT_ONCE = 500  # rows
KINDS = {DueState.UNCERTAIN: InboxKind.CALL, DueState.DEAD: InboxKind.NOT_DELIVERED}


def tell_unsettled(telling: Telling, rows: DueRows) -> int:
    """Have somebody see to each, once; how many were told of now.

    Raises:
        StoreUnavailable: a database cannot be reached; what was put stays put.
    """
    since = telling.network.clock() - KEPT
    ended = [
        row
        for row in rows.rows(KINDS.keys(), limit=AT_ONCE)
        if row.due.audience is Audience.PERSON and (row.ended_at or row.due.due_at) > since
    ]
    told = telling.inbox.about([row.due.id for row in ended])
    return sum(_tell(telling, row) for row in ended if row.due.id not in told)


def _tell(telling: Telling, row: Row) -> bool:
    try:
        around = Addressing.at(telling.network, row.due.pathway_id)
    except EventUnreadable:
        return False
    reminder = reminder_of(row.due, around.pathway)
    kind, now = KINDS[row.state], telling.network.clock()
    items = list(items_about(around, reminder, kind, at=now))
    telling.inbox.put(*items)
    return bool(items)
