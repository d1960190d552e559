"""Record that the person did not come to an appointment."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.appointments.words import MissedReason


class RecordAbsence(Command):
    pathway_id: UUID
    appointment_id: UUID
    reason: MissedReason


def record_absence(network: Network, command: RecordAbsence, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.appointments.miss(
            appointment_id=command.appointment_id,
            reason=command.reason,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )
