"""Have a reminder tried again that is dead, uncertain or to call."""

from contextlib import suppress
from uuid import UUID

from application.commands import Command
from application.network import Network
from application.reminders.outcome import reminder_of
from application.reminders.ports import DueRows
from application.reminders.unsettled import unsettled
from domain.pathway.opening import PathwayNotOpened
from domain.text import Code


class RetryReminder(Command):
    due_id: UUID
    reason: Code
    operator: Code  # of this machine: it has no account here


def retry_reminder(network: Network, rows: DueRows, command: RetryReminder) -> None:
    """Say so on the pathway first: cut in between, it is still unsettled.

    Raises:
        NoSuchReminder: there is none.
        ReminderNotUnsettled: it is on its way, or over.
        ReminderAlreadySent: it left.
    """
    due = unsettled(rows, command.due_id).due
    with suppress(PathwayNotOpened):  # erased: the worker finds nothing to recall
        network.on_pathway(
            due.pathway_id,
            lambda pathway: pathway.reminders.retry(
                reminder=reminder_of(due, pathway), reason=command.reason, at=command.at
            ),
            command=command,
            by=None,
        )
    rows.reopen(command.due_id, by=command.operator)
