"""Record that a reminder could not be delivered and nothing more is tried."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.pathway.reminders import Channel, Reminder
from domain.text import Code


class RecordFailed(Command):
    pathway_id: UUID
    reminder: Reminder
    channel: Channel | None
    reason: Code
    goes_on: bool = False
    perhaps_sent: bool = False


def record_failed(network: Network, command: RecordFailed) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.reminders.record_failed(
            reminder=command.reminder,
            channel=command.channel,
            reason=command.reason,
            goes_on=command.goes_on,
            perhaps_sent=command.perhaps_sent,
            at=command.at,
        ),
        command=command,
        by=None,
    )
