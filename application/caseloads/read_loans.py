"""The loans of one's organisation that are not over."""

from application.network import Network
from domain.members import Member
from domain.organisation.caseloads import Loan
from domain.organisation.organisation import Organisation


def read_loans(network: Network, by: Member) -> list[Loan]:
    """Those of today and those to come, the first to begin being first."""
    today = network.clock().date()
    loans = network.log.load(Organisation, by.organisation_id).caseloads.loans.values()
    return sorted((one for one in loans if one.last_day >= today), key=lambda one: one.first_day)
