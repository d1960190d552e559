"""Say that an organisation of the circle belongs to the care team."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.sharing.teaming import must_be_open_to
from domain.members import Member
from domain.pathway.grounds.facts import CareTeamDeclared
from domain.pathway.grounds.words import TeamBasis
from domain.pathway.pathway import Pathway


class DeclareCareTeam(Command):
    pathway_id: UUID
    organisation_id: UUID
    basis: TeamBasis


def declare_care_team(network: Network, command: DeclareCareTeam, by: Member) -> Recorded:
    """Let an organisation share as the care team does, once the person is informed.

    Raises:
        NotOfTheTeam: its author's organisation is none of the care team.
        NotInCircle: the organisation takes no part that its author may see.
        NotACareTeam: its kind takes no part in care or support.
        AlreadyInTeam: it belongs to the care team already.
        PersonNotInformed: the person was not told.
        ObjectionStands: the person objects to it.
    """

    def decision(pathway: Pathway) -> CareTeamDeclared:
        pathway.team.must_include(by.organisation_id)
        network.as_seen(pathway, by).sharing.must_include(command.organisation_id)
        pathway.objections.must_allow(organisation_id=command.organisation_id)
        must_be_open_to(network, pathway, command.organisation_id)
        return pathway.team.declare(
            organisation_id=command.organisation_id,
            basis=command.basis,
            at=command.at,
            data_class=pathway.sharing.circle[command.organisation_id].data_class,
        )

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)
