"""How many referrals await an answer of the viewer's organisation; it shows nobody."""

from typing import NamedTuple

from application.network import Network
from application.views.pages import PageAsked
from application.views.ports import ReferralsView
from application.views.read_referrals import read_referrals
from application.views.referrals import Box, ReferralFilter
from domain.members import Member
from domain.pathway.referrals.referral import REQUESTED

MOST_COUNTED = 9  # whoever has more to answer knows enough


class Counted(NamedTuple):
    number: int
    and_more: bool


def count_referrals(network: Network, views: ReferralsView, viewer: Member) -> Counted:
    """Those that were received and neither accepted nor rejected, as far as they are counted.

    Raises:
        RoleFollowsNobody: the viewer follows no pathway under this hat.
        StoreUnavailable: the database of the views cannot be reached.
    """
    wanted = ReferralFilter(Box.INBOX, states=REQUESTED)
    page = read_referrals(network, views, viewer, wanted=wanted, page=PageAsked(MOST_COUNTED))
    return Counted(len(page.entries), page.next is not None)
