"""Note that an accompaniment does not take place, by whose choice."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.accompaniments.words import RefusedBy


class RefuseAccompaniment(Command):
    pathway_id: UUID
    accompaniment_id: UUID
    refused_by: RefusedBy


def refuse_accompaniment(network: Network, command: RefuseAccompaniment, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.accompaniments.refuse(
            accompaniment_id=command.accompaniment_id,
            by=command.refused_by,
            at=command.at,
        ),
        command=command,
        by=by,
    )
