"""The first page: what is due for this hat, in order of urgency."""

from fastapi import APIRouter
from starlette.responses import Response

from api.console.day.counting import counting
from api.console.day.grouping import groups_of
from api.console.day.speaking import Speaking
from api.console.navigation import entries_for
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit
from api.http.paging import Paging
from application.day.read_day import Day, DayAsked, Sources, read_day
from application.views.pages import USUAL
from domain.members import Role

router = APIRouter(route_class=ConsoleRoute, include_in_schema=False)
EVERYBODY = "everybody"


@router.get("/")
def day(visit: AVisit, whose: str = "", fresh: str | None = None) -> Response:
    speaking, house = Speaking.to(visit), visit.house
    sources = Sources(house.network, house.views, house.inbox, house.traces)

    def read(position: str | None) -> Day:
        counted = Paging(visit.by, house, USUAL, None, position).min_position
        asked = DayAsked(speaking.today, whose == EVERYBODY, counted)
        return read_day(sources, asked, visit.by)

    seen, is_behind = counting(fresh, read)
    return page(
        visit,
        "day/day.html",
        today=speaking.today,
        groups=groups_of(speaking, seen),
        of_everybody=whose == EVERYBODY,
        follows=visit.has(Role.CASEWORKER),
        is_behind=is_behind,
        rooms=[entry for entry, _ in entries_for(visit) if entry.path != "/"],
    )
