"""The inbox: all that one is told of, read or not, the newest first."""

from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from api.console.day.speaking import Speaking
from api.console.day.told import told_line
from api.console.day.trail import ATrail
from api.console.page import page
from api.console.refusing import ConsoleRoute, see
from api.console.typed import ATyped, last
from api.console.visit import AVisit
from api.http.inbox import read as mark_read
from api.http.paging import Paging
from application.inbox.read_inbox import read_inbox

router = APIRouter(prefix="/inbox", route_class=ConsoleRoute, include_in_schema=False)
HERE = "/inbox"
ON_A_PAGE = 25


@router.get("")
def show(visit: AVisit, trail: ATrail) -> Response:
    speaking, house = Speaking.to(visit), visit.house
    paging = Paging(visit.by, house, ON_A_PAGE, trail.after, None)
    read = read_inbox(house.network, house.inbox, visit.by, page=paging.page("inbox"))
    paging.traced((entry.item.pathway_id, entry.classes) for entry in read.page.entries)
    following = paging.shown("inbox", read.page, ()).next
    return page(
        visit,
        "agenda/inbox.html",
        told=[(entry, told_line(speaking, entry)) for entry in read.page.entries],
        unread=read.unread,
        following=trail.following(HERE, {}, following),
        before=trail.before(HERE, {}),
    )


@router.post("/{item_id}/read")
def read(item_id: UUID, visit: AVisit, typed: ATyped) -> Response:
    """Say that one has read what one is told; on the first page, unless in the inbox itself."""
    mark_read(item_id, visit.by, visit.house)
    return see(HERE if last(typed, "from") == HERE else "/", said="read")
