"""Give an appointment another time or place."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.appointments.words import Move


class MoveAppointment(Command):
    pathway_id: UUID
    appointment_id: UUID
    to: Move


def move_appointment(network: Network, command: MoveAppointment, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.appointments.move(
            appointment_id=command.appointment_id,
            to=command.to,
            at=command.at,
        ),
        command=command,
        by=by,
    )
