"""Cancel an appointment, on the side of the person or of the service."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.appointments.words import ChangeReason, Side


class CancelAppointment(Command):
    pathway_id: UUID
    appointment_id: UUID
    cancelled_by: Side
    reason: ChangeReason


def cancel_appointment(network: Network, command: CancelAppointment, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.appointments.cancel(
            appointment_id=command.appointment_id,
            by=command.cancelled_by,
            reason=command.reason,
            at=command.at,
        ),
        command=command,
        by=by,
    )
