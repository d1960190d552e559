"""Follow again a person whom one's own organisation had ceased to follow."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class ReopenPathway(Command):
    pathway_id: UUID


def reopen_pathway(network: Network, command: ReopenPathway, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.sharing.reopen(
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )
