"""Record that the person went to an appointment."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class RecordAttendance(Command):
    pathway_id: UUID
    appointment_id: UUID


def record_attendance(network: Network, command: RecordAttendance, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.appointments.attend(
            appointment_id=command.appointment_id,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )
