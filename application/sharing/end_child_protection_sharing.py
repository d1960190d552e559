"""End a sharing for child protection."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.data_classes import DataClass
from domain.members import Member
from domain.pathway.grounds.facts import ChildProtectionSharingEnded
from domain.pathway.grounds.refusals import SharingUnknown
from domain.pathway.pathway import Pathway


class EndChildProtectionSharing(Command):
    pathway_id: UUID
    sharing_id: UUID


def end_child_protection_sharing(
    network: Network, command: EndChildProtectionSharing, by: Member
) -> Recorded:
    """End it at once.

    Raises:
        SharingUnknown: there is none that its author may see.
    """

    def decision(pathway: Pathway) -> ChildProtectionSharingEnded:
        if not network.sight(pathway, by).of_class(DataClass.PROTECTION):
            raise SharingUnknown
        return pathway.exchanges.end_protection(sharing_id=command.sharing_id, at=command.at)

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)
