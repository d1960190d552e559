"""For whom a member stands in: themselves, and whoever has lent them their caseload."""

from datetime import date
from uuid import UUID

from application.network import Network
from domain.members import Member
from domain.organisation.caseloads import Loan
from domain.organisation.organisation import Organisation


def loans_to(network: Network, organisation_id: UUID, member_id: UUID) -> list[Loan]:
    """Every loan to a member of an organisation, past and to come."""
    return network.log.load(Organisation, organisation_id).caseloads.borrowed_by(member_id)


def leads_as(network: Network, member: Member, *, on: date) -> set[UUID]:
    """The members as whom somebody answers on a day where a referent is asked."""
    loans = loans_to(network, member.organisation_id, member.id)
    return {member.id, *(loan.from_id for loan in loans if loan.covers(on))}
