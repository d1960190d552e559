"""What lists show of caseloads that are lent: to whoever stands in, but to nobody kept out."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from application.caseloads.standing_in import loans_to
from application.network import Network
from application.views.agenda import AgendaFilter
from application.views.caseload import CaseloadFilter
from domain.members import Member
from domain.pathway.pathway import Pathway


def with_caseloads_lent(network: Network, viewer: Member, wanted: CaseloadFilter) -> CaseloadFilter:
    """The pathways of a member, with those lent to them today."""
    if wanted.referent_id is None:
        return wanted
    today = network.clock().date()
    loans = loans_to(network, viewer.organisation_id, wanted.referent_id)
    lent_by = frozenset(loan.from_id for loan in loans if loan.covers(today))
    return replace(wanted, lent_by=lent_by)


def with_days_lent(network: Network, viewer: Member, wanted: AgendaFilter) -> AgendaFilter:
    """The days of a member, with those that others lent to them."""
    if wanted.member_id is None:
        return wanted
    loans = loans_to(network, viewer.organisation_id, wanted.member_id)
    days = ((one.from_id, one.first_day, one.last_day) for one in loans)
    return replace(wanted, lent=tuple(days))


def kept_from(
    network: Network, viewer: Member, borrower_id: UUID | None, lent: Iterable[UUID]
) -> set[UUID]:
    """Those of these pathways of which the person keeps the borrower out."""
    return {
        pathway_id
        for pathway_id in set(lent)
        if network.log.load(Pathway, pathway_id).objections.keep_out(
            organisation_id=viewer.organisation_id, member_id=borrower_id
        )
    }
