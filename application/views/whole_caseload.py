"""Every pathway that a member's organisation shares, page after page, as far as somebody reads."""

from collections.abc import Iterator

from application.network import Network
from application.views.caseload import CaseloadEntry, CaseloadFilter
from application.views.pages import MOST, PageAsked
from application.views.ports import CaseloadView
from application.views.read_caseload import read_caseload
from domain.members import Member

FOLLOWED_OR_NOT = (CaseloadFilter(is_open=True), CaseloadFilter(is_open=False))


def whole_caseload(network: Network, views: CaseloadView, by: Member) -> Iterator[CaseloadEntry]:
    """Those that it follows first; what is shown of them is for the caller to trace.

    Raises:
        RoleFollowsNobody: the member follows no pathway under this hat.
    """
    for wanted in FOLLOWED_OR_NOT:
        asked: PageAsked | None = PageAsked(MOST)
        while asked is not None:
            page = read_caseload(network, views, by, wanted=wanted, page=asked)
            yield from page.entries
            asked = PageAsked(MOST, page.next) if page.next is not None else None
