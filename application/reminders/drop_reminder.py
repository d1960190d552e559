"""Settle a reminder about which nothing is to be done any more."""

from contextlib import suppress
from uuid import UUID

from application.commands import Command
from application.network import Network
from application.reminders.outcome import reminder_of
from application.reminders.ports import DueRows
from application.reminders.unsettled import unsettled
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.reminders import ReminderAlreadyRecorded
from domain.reminders.rules import Audience
from domain.text import Code


class DropReminder(Command):
    due_id: UUID
    reason: Code
    operator: Code  # of this machine: it has no account here


def drop_reminder(network: Network, rows: DueRows, command: DropReminder) -> None:
    """What became of it stands on the pathway already, or does from now on, with the reason.

    Raises:
        NoSuchReminder: there is none.
        ReminderNotUnsettled: it is on its way, or over.
    """
    due = unsettled(rows, command.due_id).due
    if due.audience is Audience.PERSON:
        with suppress(ReminderAlreadyRecorded, PathwayNotOpened):
            network.on_pathway(
                due.pathway_id,
                lambda pathway: pathway.reminders.record_failed(
                    reminder=reminder_of(due, pathway),
                    channel=None,
                    reason=command.reason,
                    at=command.at,
                ),
                command=command,
                by=None,
            )
    rows.drop(command.due_id, reason=command.reason, by=command.operator)
