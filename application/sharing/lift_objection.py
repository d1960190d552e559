"""Record that the person objects no more."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class LiftObjection(Command):
    pathway_id: UUID
    objection_id: UUID


def lift_objection(network: Network, command: LiftObjection, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.objections.lift(objection_id=command.objection_id, at=command.at),
        command=command,
        by=by,
    )
