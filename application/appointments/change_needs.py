"""Say again what the person needs to be able to go."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.appointments.words import Needs


class ChangeNeeds(Command):
    pathway_id: UUID
    appointment_id: UUID
    needs: Needs


def change_needs(network: Network, command: ChangeNeeds, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.appointments.change_needs(
            appointment_id=command.appointment_id,
            needs=command.needs,
            at=command.at,
        ),
        command=command,
        by=by,
    )
