"""Record that whoever brings the person to an appointment agreed to."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class ArrangeTransport(Command):
    pathway_id: UUID
    appointment_id: UUID


def arrange_transport(network: Network, command: ArrangeTransport, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.appointments.arrange_transport(
            appointment_id=command.appointment_id,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )
