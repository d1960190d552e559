"""Ask an organisation of the network to share a pathway."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.sharing.teaming import must_be_partner
from domain.data_classes import DataClass
from domain.members import Member
from domain.pathway.pathway import Pathway
from domain.pathway.sharing.facts import OrganisationInvited


class InviteOrganisation(Command):
    pathway_id: UUID
    organisation_id: UUID
    data_class: DataClass = DataClass.SOCIAL  # a higher one keeps its part discreet
    in_care_team: bool = False  # it will see what a consent opens to it, and no more


def invite_organisation(network: Network, command: InviteOrganisation, by: Member) -> Recorded:
    """Invite an organisation that may take part.

    Raises:
        OrganisationUnknown: it is not in the network.
        NoAgreementInForce: it has no agreement today.
        ObjectionStands: the person objects to it.
        NotACareTeam: it is to join the care team, and its kind takes no part in care or support.
        PersonNotInformed: it is to join the care team, of which the person was not told.
    """
    now = network.clock()

    def decision(pathway: Pathway) -> OrganisationInvited:
        invited, in_team = command.organisation_id, command.in_care_team
        must_be_partner(network, pathway, invited, in_care_team=in_team, now=now)
        return pathway.sharing.invite(
            organisation_id=invited,
            by=by.organisation_id,
            at=command.at,
            data_class=command.data_class,
            in_care_team=in_team,
            seen=network.as_seen(pathway, by).sharing,
        )

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)
