"""The pages of the agenda and of the inbox."""

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.console.agenda.week import A_WEEK, HERE, by_day, monday_of
from api.console.caseload.rows import names_of_members
from api.console.day.counting import counting
from api.console.day.speaking import Speaking
from api.console.day.trail import ATrail
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit
from api.http.lists import AgendaEntryShown, agenda
from api.http.paging import PageShown, Paging
from application.views.pages import MOST
from domain.instants import FIRST_DAY, LAST_DAY

router = APIRouter(route_class=ConsoleRoute, include_in_schema=False)
EVERYBODY = "everybody"
First = Annotated[
    date | None, Query(alias="from", ge=FIRST_DAY + A_WEEK * 2, le=LAST_DAY - A_WEEK * 2)
]


@router.get(HERE)
def show(
    visit: AVisit,
    trail: ATrail,
    first: First = None,
    whose: str = "",
    fresh: str | None = None,
) -> Response:
    """The week in which a day is: that of today, where none is named."""
    speaking = Speaking.to(visit)
    monday = monday_of(first or speaking.today)
    sunday = monday + timedelta(days=6)

    def read(position: str | None) -> PageShown[AgendaEntryShown]:
        paging = Paging(visit.by, visit.house, MOST, trail.after, position)
        return agenda(paging, monday, sunday, None if whose == EVERYBODY else visit.by.id)

    listed, is_behind = counting(fresh, read)
    asked = {"from": str(monday), "whose": EVERYBODY if whose == EVERYBODY else ""}
    return page(
        visit,
        "agenda/agenda.html",
        week=list(by_day(speaking, listed.entries, names_of_members(speaking))),
        today=speaking.today,
        monday=monday,
        sunday=sunday,
        of_everybody=whose == EVERYBODY,
        earlier=monday - A_WEEK,
        later=monday + A_WEEK,
        following=trail.following(HERE, asked, listed.next),
        before=trail.before(HERE, asked),
        is_behind=is_behind,
    )
