"""Record that a reminder was held back, and why."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.pathway.reminders import Reminder, SuppressionReason


class RecordSuppressed(Command):
    pathway_id: UUID
    reminder: Reminder
    reason: SuppressionReason
    perhaps_sent: bool = False


def record_suppressed(network: Network, command: RecordSuppressed) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.reminders.record_suppressed(
            reminder=command.reminder,
            reason=command.reason,
            perhaps_sent=command.perhaps_sent,
            at=command.at,
        ),
        command=command,
        by=None,
    )
