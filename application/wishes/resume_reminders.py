"""Record that the person wants reminders again, as the person says so."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class ResumeReminders(Command):
    pathway_id: UUID
    contact_id: UUID | None = None  # None: what was stopped everywhere


def resume_reminders(network: Network, command: ResumeReminders, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.reminder_wishes.resume(
            contact_id=command.contact_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )
