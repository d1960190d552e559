"""Tell that a child known in the household now has a pathway."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.household.facts import ChildPathwayLinked
from domain.pathway.pathway import Pathway


class LinkChildPathway(Command):
    pathway_id: UUID
    child_id: UUID
    child_pathway_id: UUID


def link_child_pathway(network: Network, command: LinkChildPathway, by: Member) -> Recorded:
    def decision(pathway: Pathway) -> ChildPathwayLinked:
        network.pathway_known_to(by, command.child_pathway_id)
        return pathway.household.link_child_pathway(
            child_id=command.child_id,
            pathway_id=command.child_pathway_id,
            parent_id=pathway.id,
            at=command.at,
        )

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)
