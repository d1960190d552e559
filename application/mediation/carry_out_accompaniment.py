"""Note that somebody went with the person, and what it took."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.accompaniments.words import Travelled


class CarryOutAccompaniment(Command):
    pathway_id: UUID
    accompaniment_id: UUID
    travelled: Travelled


def carry_out_accompaniment(
    network: Network, command: CarryOutAccompaniment, by: Member
) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.accompaniments.carry_out(
            accompaniment_id=command.accompaniment_id,
            travelled=command.travelled,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )
