"""Ask an organisation of the network to share a pathway."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.data_classes import DataClass
from domain.members import Member
from domain.organisation.organisation import Organisation
from domain.pathway.pathway import Pathway
from domain.pathway.sharing import OrganisationInvited


class InviteOrganisation(Command):
    pathway_id: UUID
    organisation_id: UUID
    data_class: DataClass = DataClass.SOCIAL  # a higher one keeps its part discreet
    in_care_team: bool = True  # False: it will see what a consent opens to it, and no more


def invite_organisation(network: Network, command: InviteOrganisation, by: Member) -> Recorded:
    """Invite an organisation that may take part.

    Raises:
        OrganisationUnknown: it is not in the network.
        NoAgreementInForce: it has no agreement today.
        ObjectionStands: the person objects to it.
    """
    now = network.clock()

    def decision(pathway: Pathway) -> OrganisationInvited:
        network.log.load(Organisation, command.organisation_id).must_be_partner(now.date())
        pathway.objections.must_allow(organisation_id=command.organisation_id)
        return pathway.sharing.invite(
            organisation_id=command.organisation_id,
            by=by.organisation_id,
            at=command.at,
            data_class=command.data_class,
            in_care_team=command.in_care_team,
            seen=network.as_seen(pathway, by).sharing,
        )

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)
