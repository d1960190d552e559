"""Record that the person wants no more reminders, or none at one contact point."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.pathway import Pathway
from domain.pathway.reminder_wishes import RemindersStopped, ToldBy


class StopReminders(Command):
    pathway_id: UUID
    told_by: ToldBy
    contact_id: UUID | None = None  # None: nowhere


def stop_reminders(network: Network, command: StopReminders, by: Member) -> Recorded:
    def decision(pathway: Pathway) -> RemindersStopped:
        if command.contact_id is not None:
            pathway.contacts.known(command.contact_id)
        return pathway.reminder_wishes.stop(
            told_by=command.told_by,
            contact_id=command.contact_id,
            at=command.at,
        )

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)
