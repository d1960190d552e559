"""Open a pathway for somebody who was just met."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.views.reach import RoleFollowsNobody
from domain.members import Member, Role
from domain.pathway.opening import MetAt, PathwayOpened
from domain.pathway.pathway import Pathway
from domain.text import Called


class OpenPathway(Command):
    called: Called
    met_at: MetAt

    @property
    def pathway_id(self) -> UUID:
        return self.id_for("pathway")


def open_pathway(network: Network, command: OpenPathway, by: Member) -> Recorded:
    """Open one; whoever opens it is its referent.

    Raises:
        RoleFollowsNobody: under this hat they follow nobody.
        PathwayAlreadyOpened: it was opened already.
    """

    def opened(pathway: Pathway) -> PathwayOpened:
        if Role.CASEWORKER not in by.roles:
            raise RoleFollowsNobody
        pathway.erasing.must_not_be_done()
        return pathway.opening.open(
            opened_by=by.organisation_id,
            referent_id=by.id,
            called=command.called,
            met_at=command.met_at,
            at=command.at,
        )

    return network.decide(Pathway, command.pathway_id, opened, command=command, by=by)
