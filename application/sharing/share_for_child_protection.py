"""Share with named members what evaluates and protects a child, where the network opened it."""

from uuid import UUID

from pydantic import Field

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.sharing.naming import Named, must_be_reachable
from domain.members import Member
from domain.pathway.grounds.facts import ChildProtectionShared
from domain.pathway.grounds.words import FamilyInformed
from domain.pathway.pathway import Pathway


class ShareForChildProtection(Command):
    pathway_id: UUID
    named: tuple[Named, ...] = Field(min_length=1, max_length=20)
    family: FamilyInformed

    @property
    def sharing_id(self) -> UUID:
        return self.id_for("sharing")


def share_for_child_protection(
    network: Network, command: ShareForChildProtection, by: Member
) -> Recorded:
    """Record a sharing under CASF L226-2-2.

    Raises:
        ChildProtectionNotOpened: the network does not use this ground.
        NotOfTheTeam: its author's organisation is none of the care team.
        NotInCircle: an organisation takes no part that its author may see.
        ObjectionStands: the person objects to a recipient.
        MemberUnknown: a recipient is no member there.
    """

    def decision(pathway: Pathway) -> ChildProtectionShared:
        pathway.team.must_include(by.organisation_id)
        return pathway.exchanges.protect(
            sharing_id=command.sharing_id,
            with_members=must_be_reachable(network, pathway, command.named, by=by),
            family=command.family,
            opened=network.classes_met.child_protection,
            at=command.at,
        )

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)
