"""Note what giving up care or a right led to."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.renunciations import LedTo
from domain.text import Text


class EndRenunciation(Command):
    pathway_id: UUID
    renunciation_id: UUID
    outcome: LedTo
    words: Text | None = None


def end_renunciation(network: Network, command: EndRenunciation, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.renunciations.lead_to(
            renunciation_id=command.renunciation_id,
            outcome=command.outcome,
            words=command.words,
            at=command.at,
        ),
        command=command,
        by=by,
    )
