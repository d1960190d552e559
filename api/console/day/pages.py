"""The first page: what is due in the pathways that one's organisation follows."""

from fastapi import APIRouter
from starlette.responses import Response

from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit
from api.http.lists import caseload
from api.http.paging import Paging
from application.views.pages import USUAL

router = APIRouter(route_class=ConsoleRoute, include_in_schema=False)


@router.get("/")
def day(visit: AVisit, fresh: str | None = None) -> Response:
    listed = caseload(Paging(visit.by, visit.house, USUAL, None, fresh))
    return page(visit, "day/day.html", listed=listed)
