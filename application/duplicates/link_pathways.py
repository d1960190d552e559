"""Link two pathways of one person, by somebody who takes part in both."""

from datetime import datetime
from uuid import UUID

from application.commands import Command
from application.duplicates.other_side import linked_on_both
from application.network import Network
from application.ports import Recorded
from domain.data_classes import DataClass
from domain.members import Member
from domain.pathway.duplicates import pair_id
from domain.pathway.links import PathwayLinkedToItself, PathwaysLinked
from domain.pathway.pathway import Pathway


class LinkPathways(Command):
    pathway_id: UUID
    linked_id: UUID  # another pathway

    @property
    def link_id(self) -> UUID:
        return pair_id(self.pathway_id, self.linked_id)


def link_pathways(network: Network, command: LinkPathways, by: Member) -> Recorded:
    """Each keeps its facts, its keys and its grounds; they are read together.

    Raises:
        PathwayNotOpened: one of them is none that the member may know of.
        PathwayLinkedToItself: both are the same one.
        PathwaysAlreadyLinked: they are.
    """

    def decision(pathway: Pathway) -> PathwaysLinked:
        if command.linked_id == command.pathway_id:
            raise PathwayLinkedToItself
        other = network.pathway_known_to(by, command.linked_id)
        return link_of(pathway, other, by=by, at=command.at)

    recorded = network.on_pathway(command.pathway_id, decision, command=command, by=by)
    return linked_on_both(network, recorded)


def link_of(pathway: Pathway, other: Pathway, *, by: Member, at: datetime) -> PathwaysLinked:
    """As discreet as the member's organisation is in either of them."""
    other.must_be_open()
    data_class = DataClass.SOCIAL
    for one in (pathway, other):
        if part := one.sharing.circle.get(by.organisation_id):
            data_class = data_class.raised_to(part.data_class)
    return pathway.links.link(
        link_id=pair_id(pathway.id, other.id), linked_id=other.id, data_class=data_class, at=at
    )
