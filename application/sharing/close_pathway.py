"""End the follow-up of one's own organisation; the others go on."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.sharing.words import ClosingReason


class ClosePathway(Command):
    pathway_id: UUID
    reason: ClosingReason


def close_pathway(network: Network, command: ClosePathway, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.sharing.close(
            reason=command.reason,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )
