"""Tell where the person lives now."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.person import Housing
from domain.text import Commune


class DescribeLivingSituation(Command):
    pathway_id: UUID
    housing: Housing
    commune: Commune | None = None


def describe_living_situation(
    network: Network, command: DescribeLivingSituation, by: Member
) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.person.describe_living(
            housing=command.housing, commune=command.commune, at=command.at
        ),
        command=command,
        by=by,
    )
