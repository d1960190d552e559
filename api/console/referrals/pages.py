"""The boxes of referrals: received and sent, open and ended."""

from enum import StrEnum

from fastapi import APIRouter
from starlette.responses import Response

from api.console.day.asked import invitation_line
from api.console.day.counting import counting
from api.console.day.line import Line
from api.console.day.speaking import Speaking
from api.console.day.trail import FIRST, ATrail
from api.console.page import page
from api.console.referrals.rows import HERE, ReferralShown, shown
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit
from api.http.lists import ReferralEntryShown, referrals
from api.http.paging import PageShown, Paging
from application.views.pages import MOST, PageAsked
from application.views.read_invitations import read_invitations
from application.views.referrals import Box
from domain.pathway.referrals.referral import REQUESTED, ReferralState

router = APIRouter(route_class=ConsoleRoute, include_in_schema=False)
ON_A_PAGE = 25
ANSWERED = frozenset(ReferralState) - REQUESTED


class Which(StrEnum):
    OPEN = "open"
    ENDED = "ended"


@router.get(HERE)
def show(
    visit: AVisit,
    trail: ATrail,
    box: Box = Box.INBOX,
    which: Which = Which.OPEN,
    fresh: str | None = None,
) -> Response:
    speaking = Speaking.to(visit)
    asked = {
        "box": box if box is Box.OUTBOX else "",
        "which": which if which is Which.ENDED else "",
    }

    received = (box, which) == (Box.INBOX, Which.OPEN)
    is_first = received and trail == FIRST

    def read(position: str | None) -> PageShown[ReferralEntryShown]:
        paging = Paging(visit.by, visit.house, ON_A_PAGE, trail.after, position)
        states = ANSWERED if received else frozenset()
        return referrals(paging, box, is_open=which is Which.OPEN, states=states)

    listed, is_behind = counting(fresh, read)
    return page(
        visit,
        "referrals/referrals.html",
        box=box,
        which=which,
        rows=[shown(speaking, entry) for entry in listed.entries],
        to_answer_here=_to_answer(speaking) if is_first else [],
        invitations=_invitations(speaking) if is_first else [],
        following=trail.following(HERE, asked, listed.next),
        before=trail.before(HERE, asked),
        is_behind=is_behind,
    )


def _to_answer(speaking: Speaking) -> list[ReferralShown]:
    visit = speaking.visit
    found = referrals(Paging(visit.by, visit.house, MOST, None, None), states=REQUESTED)
    return [shown(speaking, entry) for entry in found.entries]


def _invitations(speaking: Speaking) -> list[Line]:
    """Those who invite name nobody yet: nothing is traced."""
    visit = speaking.visit
    house = visit.house
    found = read_invitations(house.network, house.views, visit.by, page=PageAsked(MOST))
    return [invitation_line(speaking, row, back=HERE) for row in found.entries]
