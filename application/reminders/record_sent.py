"""Record that a reminder left."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.pathway.reminders import Channel, Reminder


class RecordSent(Command):
    pathway_id: UUID
    reminder: Reminder
    channel: Channel
    perhaps_twice: bool = False


def record_sent(network: Network, command: RecordSent) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.reminders.record_sent(
            reminder=command.reminder,
            channel=command.channel,
            perhaps_twice=command.perhaps_twice,
            at=command.at,
        ),
        command=command,
        by=None,
    )
