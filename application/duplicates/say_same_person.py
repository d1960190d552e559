"""Say that a possible duplicate is the same person: it is linked, or asked of the other side."""

from uuid import UUID

from application.commands import Command
from application.duplicates.link_pathways import link_of
from application.duplicates.other_side import linked_on_both
from application.network import Network
from application.ports import Recorded
from domain.kernel import Fact
from domain.members import Member
from domain.pathway.duplicates import FlagState
from domain.pathway.links import PathwaysAlreadyLinked
from domain.pathway.pathway import Pathway


class SaySamePerson(Command):
    pathway_id: UUID
    flag_id: UUID


def say_same_person(network: Network, command: SaySamePerson, by: Member) -> Recorded:
    """Link where the member takes part in both or the other side says so too; else ask it.

    Raises:
        DuplicateUnknown: one's organisation was told of none.
        LinkAlreadyAsked: it said so, and the other side has not answered.
        PathwaysAlreadyLinked: they are.
    """

    def decision(pathway: Pathway) -> Fact:
        seen = network.as_seen(pathway, by)
        flag = seen.duplicates.of_one(command.flag_id, organisation_id=by.organisation_id)
        if flag.other_id in seen.links.linked_ids:
            raise PathwaysAlreadyLinked
        other = network.log.load(Pathway, flag.other_id)
        if flag.state is FlagState.SUGGESTED or network.sight(other, by).of_part():
            return link_of(pathway, other, by=by, at=command.at)
        return seen.duplicates.ask(flag_id=flag.id, by=by.organisation_id, at=command.at)

    recorded = network.on_pathway(command.pathway_id, decision, command=command, by=by)
    return linked_on_both(network, recorded)
