"""Reminders that nothing more is done about by itself: somebody has them retried, or drops them."""

from uuid import UUID

from application.reminders.ports import UNSETTLED, DueRows, Row
from domain.refusals import Conflict, NotFound


class NoSuchReminder(NotFound):
    code = "no-such-reminder"
    title = "No reminder has this id: `cordee reminders list` shows those that there are."


class ReminderNotUnsettled(Conflict):
    code = "reminder-not-unsettled"
    title = "Only a reminder that is dead, uncertain or to call is retried or dropped."


def unsettled(rows: DueRows, due_id: UUID) -> Row:
    """The row of this id, about which somebody may do something.

    Raises:
        NoSuchReminder: there is none.
        ReminderNotUnsettled: it is on its way, or over.
    """
    row = rows.row(due_id)
    if row is None:
        raise NoSuchReminder
    if row.state not in UNSETTLED:
        raise ReminderNotUnsettled
    return row
