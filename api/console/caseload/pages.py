"""The pages of the caseload: by plain questions, and by name."""

from fastapi import APIRouter
from pydantic import ValidationError
from starlette.responses import Response

from api.console.caseload.asked import ACaseloadAsked
from api.console.caseload.file import file_of
from api.console.caseload.rows import rows_of
from api.console.day.counting import counting
from api.console.day.speaking import Speaking
from api.console.day.trail import ATrail
from api.console.page import page
from api.console.pathway.acts import has_form
from api.console.refusing import ConsoleRoute
from api.console.typed import ATyped, last
from api.console.visit import AVisit, Visit
from api.http.lists import CaseloadEntryShown, Search, caseload, search
from api.http.paging import PageShown, Paging
from application.receipts.naming import Directory
from application.views.caseload import CaseloadOrder
from application.views.pages import MOST

router = APIRouter(route_class=ConsoleRoute, include_in_schema=False)
HERE = "/caseload"
ON_A_PAGE = 25
OPENING = "/pathways"  # whose form opens a pathway


@router.get(HERE)
def show(visit: AVisit, asked: ACaseloadAsked, trail: ATrail, fresh: str | None = None) -> Response:
    speaking = Speaking.to(visit)
    wanted = asked.wanted(visit.by, speaking.today)

    def read(position: str | None) -> PageShown[CaseloadEntryShown]:
        return caseload(Paging(visit.by, visit.house, ON_A_PAGE, trail.after, position), wanted)

    listed, is_behind = counting(fresh, read)
    return page(
        visit,
        "caseload/caseload.html",
        rows=rows_of(speaking, listed.entries),
        asked=asked,
        caseworkers=_caseworkers(visit),
        orders=CaseloadOrder,
        following=trail.following(HERE, asked.questions(), listed.next),
        before=trail.before(HERE, asked.questions()),
        is_behind=is_behind,
        opens=has_form(OPENING),
    )


@router.get("/caseload.csv")
def take(visit: AVisit, asked: ACaseloadAsked) -> Response:
    """All of it, as a file that a spreadsheet opens."""
    speaking = Speaking.to(visit)
    return file_of(speaking, asked.wanted(visit.by, speaking.today))


@router.post("/caseload/search")
def find(visit: AVisit, typed: ATyped) -> Response:
    """Those whose names begin as what was typed, which no address ever says."""
    name = last(typed, "name")
    return page(
        visit,
        "caseload/found.html",
        rows=rows_of(Speaking.to(visit), _found(visit, name)),
        searched=name.strip(),
        opens=has_form(OPENING),
    )


def _found(visit: Visit, name: str) -> tuple[CaseloadEntryShown, ...]:
    try:
        asked = Search(name=name)
    except ValidationError:
        return ()
    return search(asked, Paging(visit.by, visit.house, MOST, None, None))


def _caseworkers(visit: Visit) -> list[tuple[str, str]]:
    """Those whose caseload may be asked for, by name; oneself is asked for as such."""
    directory = Directory(visit.house.network.log)
    names = directory.memberships(visit.by.organisation_id)
    others = (one for one in directory.caseworkers(visit.by.organisation_id) if one != visit.by)
    return sorted((names[one.id].name or "…", str(one.id)) for one in others)
