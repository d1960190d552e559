"""Hear from a gateway what became of a letter, in whatever order and however often it tells."""

from uuid import UUID, uuid5

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.refusals import CommandReused, TooBusy
from application.reminders.outcome import reminder_of
from application.reminders.reports import Became, HandedIn, Report
from domain.kernel import Fact
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.reminders import Channel, Reminder, ReminderAlreadyRecorded, Reminders
from domain.reminders.due import Due
from domain.text import Code

NOTHING_NEW = (ReminderAlreadyRecorded, CommandReused, PathwayNotOpened)


class RecordReport(Command):
    pathway_id: UUID
    due_id: UUID
    channel: Channel
    letter_id: UUID
    became: Became
    reason: Code


def hear_report(network: Network, handed_in: HandedIn, report: Report) -> int:
    """How many reminders it told something new of.

    What is not known, or known already, is passed over: a gateway cannot do better by insisting.

    Raises:
        StoreUnavailable: the gateway tells again later.
        TooBusy: the same, while a worker is about to say that it left.
    """
    key, told = handed_in.key_of(report), 0
    if key is None:
        return 0
    for due in handed_in.reminders_in(key):
        try:
            _record(network, due, _command(due, report, key, network))
        except NOTHING_NEW:
            continue
        if report.became is Became.FAILED:
            if not handed_in.go_on(due.id, reason=report.reason):
                raise TooBusy
        else:
            handed_in.arrived(due.id)
        told += 1
    return told


def _command(due: Due, report: Report, key: UUID, network: Network) -> RecordReport:
    return RecordReport(
        command_id=uuid5(due.id, report.id),
        at=min(report.at, network.clock()),
        pathway_id=due.pathway_id,
        due_id=due.id,
        channel=report.channel,
        letter_id=key,
        became=report.became,
        reason=report.reason,
    )


def _record(network: Network, due: Due, command: RecordReport) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: _decided(pathway.reminders, reminder_of(due, pathway), command),
        command=command,
        by=None,
    )


def _decided(reminders: Reminders, reminder: Reminder, command: RecordReport) -> list[Fact]:
    way, key, at = command.channel, command.letter_id, command.at
    if command.became is Became.DELIVERED:
        return [*reminders.report_delivered(reminder=reminder, channel=way, letter_id=key, at=at)]
    reason = command.reason
    return [reminders.report_failed(reminder=reminder, channel=way, reason=reason, at=at)]
