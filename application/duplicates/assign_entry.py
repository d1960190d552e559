"""Say whose an entry is that was recorded while two pathways were linked."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.assigning import class_of, recorded_while_linked
from domain.pathway.links import EntryAssigned, EntryNotOfLink
from domain.pathway.pathway import Pathway


class AssignEntry(Command):
    pathway_id: UUID
    link_id: UUID
    entry_id: UUID
    is_here: bool  # of the person of this pathway; else of the other


def assign_entry(network: Network, command: AssignEntry, by: Member) -> Recorded:
    """A person says so: nothing moves by itself, and nothing is hidden by it.

    Raises:
        LinkUnknown: the member sees no such link.
        EntryNotOfLink: the member sees no such entry, or it was there before or came after.
        EntryAlreadyAssigned: it was said so.
    """

    def decision(pathway: Pathway) -> EntryAssigned:
        seen = network.as_seen(pathway, by)
        events = network.sight(pathway, by).visible(network.log.stream(pathway.id))
        told = recorded_while_linked(seen.links.one(command.link_id), events)
        if command.entry_id not in told:
            raise EntryNotOfLink
        return seen.links.assign(
            link_id=command.link_id,
            entry_id=command.entry_id,
            is_here=command.is_here,
            data_class=class_of(told[command.entry_id]),
            at=command.at,
        )

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)
