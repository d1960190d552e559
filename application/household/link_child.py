"""Tell of a child of the person, who may have a pathway or not."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.household.facts import ChildLinked
from domain.pathway.household.words import Child
from domain.pathway.pathway import Pathway


class LinkChild(Command):
    pathway_id: UUID
    child: Child

    @property
    def child_id(self) -> UUID:
        return self.id_for("child")


def link_child(network: Network, command: LinkChild, by: Member) -> Recorded:
    def decision(pathway: Pathway) -> ChildLinked:
        if command.child.pathway_id is not None:
            network.pathway_known_to(by, command.child.pathway_id)
        return pathway.household.link_child(
            child_id=command.child_id,
            child=command.child,
            parent_id=pathway.id,
            at=command.at,
        )

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)
