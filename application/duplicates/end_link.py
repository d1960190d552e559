"""End a link: both pathways are given back, each with what was recorded in it."""

from uuid import UUID

from application.commands import Command
from application.duplicates.other_side import linked_on_both
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.links import PathwaysUnlinked
from domain.pathway.pathway import Pathway


class EndLink(Command):
    pathway_id: UUID
    link_id: UUID


def end_link(network: Network, command: EndLink, by: Member) -> Recorded:
    """Whoever takes part in either may: two people read as one is worse than one read as two."""

    def decision(pathway: Pathway) -> PathwaysUnlinked:
        return network.as_seen(pathway, by).links.unlink(link_id=command.link_id, at=command.at)

    recorded = network.on_pathway(command.pathway_id, decision, command=command, by=by)
    return linked_on_both(network, recorded)
