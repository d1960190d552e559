"""What awaits somebody's word: stand-ins, possible duplicates, emergency accesses to review."""

from fastapi import APIRouter
from starlette.responses import Response

from api.console.day.naming import called
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit
from api.http.caseloads import loans
from api.http.duplicates import queue as duplicates
from api.http.emergencies import queue as emergencies
from api.http.paging import After, Paging
from api.http.reading import Reading
from application.receipts.naming import Directory
from application.traces.trace import Purpose
from application.views.pages import USUAL
from domain.members import Role

router = APIRouter(prefix="/network", route_class=ConsoleRoute, include_in_schema=False)
LENDERS = frozenset({Role.CASEWORKER, Role.COORDINATOR})


@router.get("/loans")
def stand_ins(visit: AVisit) -> Response:
    """Who stands in for whom, today and later."""
    reading = Reading(visit.by, visit.house, Response(), None, Purpose.FOLLOW_UP)
    naming = Directory(visit.house.network.log).naming((visit.by.organisation_id,))
    return page(
        visit,
        "network/loans.html",
        loans=loans(reading),
        naming=naming,
        lends=bool(LENDERS & visit.by.roles),
    )


@router.get("/duplicates")
def possible_duplicates(
    visit: AVisit, *, awaiting: bool = True, after: After = None, fresh: str | None = None
) -> Response:
    """People of whom there may be another pathway."""
    paging = Paging(visit.by, visit.house, USUAL, after, fresh)
    listed = duplicates(paging, awaiting=awaiting)
    return page(visit, "network/duplicates.html", listed=listed, awaiting=awaiting, called=called)


@router.get("/emergency-accesses")
def emergency_accesses(
    visit: AVisit, *, awaiting: bool = True, after: After = None, fresh: str | None = None
) -> Response:
    """Accesses taken in a vital emergency, to people whom one's organisation follows."""
    paging = Paging(visit.by, visit.house, USUAL, after, fresh)
    listed = emergencies(paging, awaiting=awaiting)
    directory = Directory(visit.house.network.log)
    return page(
        visit,
        "network/emergencies.html",
        listed=listed,
        awaiting=awaiting,
        naming=directory.naming({one.of_organisation for one in listed.entries}),
    )
