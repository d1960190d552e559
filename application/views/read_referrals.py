"""The referrals that the viewer's organisation received or sent."""

from collections.abc import Iterator, Sequence
from itertools import chain

from application.network import Network
from application.views.folded import Folded
from application.views.fresh import fresh
from application.views.memo import Memo
from application.views.pages import FIRST_PAGE, Page, PageAsked
from application.views.ports import ReferralsView
from application.views.reach import Reach
from application.views.referrals import (
    ReferralEntry,
    ReferralFilter,
    ReferralRow,
    referral_rows,
)
from domain.members import Member


def read_referrals(
    network: Network,
    views: ReferralsView,
    viewer: Member,
    *,
    wanted: ReferralFilter,
    page: PageAsked = FIRST_PAGE,
    min_position: int = 0,
) -> Page[ReferralEntry]:
    """A page of a box: of open referrals, the longest waiting first; of ended ones, the last.

    Raises:
        RoleFollowsNobody: the viewer follows no pathway under this hat.
        ViewBehind: the view has not come to `min_position` in time.
    """
    reach = Reach.of(viewer, network.classes_met, at=network.clock())

    def again(folded: Folded, before: Sequence[ReferralRow]) -> Iterator[ReferralRow]:
        shown = {row.referral_id for row in before}
        for row in chain.from_iterable(referral_rows(folded, Memo())):
            if (
                row.referral_id in shown
                and reach.sees(folded.pathway, row)
                and wanted.includes(row)
            ):
                yield row

    found = views.referrals(reach, wanted, page, min_position=min_position)
    now = fresh(network.log, reach, found, again)
    entries = (ReferralEntry(now.people.get(row.pathway_id), row) for row in now.rows)
    return Page(tuple(entries), now.next)
