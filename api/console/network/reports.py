"""The yearly reports of programmes: which there are, each to read, to print, as a sheet."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from api.console.network.sheets import as_a_sheet
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit, Visit
from api.http.observatory import JSON
from api.http.reports import AtPosition, Told, Year, report
from api.languages.words import phrase
from api.observatory.page import HEADERS
from api.observatory.report import ReportShown, report_page, report_sheet
from domain.observatory.asked import must_count
from domain.text import Code

router = APIRouter(prefix="/report", route_class=ConsoleRoute, include_in_schema=False)
BACK = phrase("Yearly reports")
AGAIN = phrase("Count it again")


@router.get("")
def reports(visit: AVisit) -> Response:
    """Each programme, with the years that it tells of."""
    must_count(visit.by)
    return page(visit, "network/reports.html", programmes=visit.house.programmes.values())


@router.get("/{programme}/{year}")
def read(programme: Code, year: Year, visit: AVisit, position: AtPosition = None) -> Response:
    """The page to print, as the API makes it; its style is inside."""
    shown = _report(visit, programme, year, position)
    here = f"/report/{programme}/{year}"
    ways = [("/report", visit.gettext(BACK))]
    if position is None:
        ways.append((f"{here}?position={shown.figures.position}", visit.gettext(AGAIN)))
    told = report_page(shown, again=position is not None, ways=ways)
    return HTMLResponse(told, headers=HEADERS)


@router.get("/{programme}/{year}/sheet.csv")
def sheet(programme: Code, year: Year, visit: AVisit) -> Response:
    return as_a_sheet(report_sheet(_report(visit, programme, year)), f"{programme}-{year}")


def _report(visit: Visit, programme: str, year: int, position: str | None = None) -> ReportShown:
    telling = Told(visit.language, JSON)
    shown: ReportShown = report(
        year, programme, visit.by, visit.house, Response(), as_=telling, position=position
    )
    return shown
