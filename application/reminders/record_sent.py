"""Record that reminders left, as one message."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.pathway.reminders import Channel, Reminder


class RecordSent(Command):
    pathway_id: UUID
    reminders: tuple[Reminder, ...]
    channel: Channel
    letter_id: UUID
    perhaps_twice: bool = False


def record_sent(network: Network, command: RecordSent) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.reminders.record_sent(
            reminders=command.reminders,
            channel=command.channel,
            letter_id=command.letter_id,
            perhaps_twice=command.perhaps_twice,
            at=command.at,
        ),
        command=command,
        by=None,
    )
