"""Book an appointment."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.appointments.words import Meeting
from domain.wall_time import WallTime


class BookAppointment(Command):
    pathway_id: UUID
    meeting: Meeting
    when: WallTime

    @property
    def appointment_id(self) -> UUID:
        return self.id_for("appointment")


def book_appointment(network: Network, command: BookAppointment, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.appointments.book(
            appointment_id=command.appointment_id,
            meeting=command.meeting,
            when=command.when,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )
