"""Whether an organisation may share as the care team does; the team is declared, never presumed."""

from datetime import datetime
from uuid import UUID

from application.network import Network
from domain.organisation.organisation import Organisation
from domain.pathway.pathway import Pathway


def must_be_partner(
    network: Network, pathway: Pathway, organisation_id: UUID, *, in_care_team: bool, now: datetime
) -> None:
    """Refuse to let in an organisation that may not take part, or not in that way.

    Raises:
        OrganisationUnknown: it is not in the network.
        NoAgreementInForce: it has no agreement today.
        ObjectionStands: the person objects to it.
        NotACareTeam: its kind takes no part in care or support.
        PersonNotInformed: the person was not told how a care team shares.
    """
    network.log.load(Organisation, organisation_id).must_be_partner(now.date())
    pathway.objections.must_allow(organisation_id=organisation_id)
    if in_care_team:
        must_be_open_to(network, pathway, organisation_id)


def must_be_open_to(network: Network, pathway: Pathway, organisation_id: UUID) -> None:
    """Refuse a care team with an organisation that takes no part in care, or not yet.

    Raises:
        NotACareTeam: its kind takes no part in care or support.
        PersonNotInformed: the person was not told how a care team shares.
    """
    described = network.log.load(Organisation, organisation_id).registration.description
    pathway.team.must_be_open_to(
        may_care=described is not None and described.kind in network.classes_met.care_team,
        informed=pathway.consents.informed_at is not None,
    )
