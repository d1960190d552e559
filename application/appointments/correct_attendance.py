"""Say that what was recorded about attendance was wrong."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.appointments.words import Attendance


class CorrectAttendance(Command):
    pathway_id: UUID
    appointment_id: UUID
    attendance: Attendance


def correct_attendance(network: Network, command: CorrectAttendance, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.appointments.correct_attendance(
            appointment_id=command.appointment_id,
            attendance=command.attendance,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )
