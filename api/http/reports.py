"""The yearly report of a programme, for its funders: as data, as a sheet, as a page to print."""

from contextlib import nullcontext
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.responses import HTMLResponse

from api.http.observatory import FORMS, KINDS, AnotherReplay, one_replay, position_in, position_told
from api.http.opaque import LONGEST
from api.http.says import reads
from api.http.signed_in import AHouse, SignedIn
from api.languages.choosing import Language, language_of
from api.observatory.page import HEADERS
from api.observatory.report import ReportShown, report_page, report_sheet, report_told
from api.preferring import preferred
from application.observatory.replay_figures import PositionAhead
from application.observatory.report_year import report_year
from application.receipts.naming import Directory
from application.refusals import ViewBehind
from domain.observatory.asked import NotYoursToCount
from domain.programme import ProgrammeUnknown, YearUnknown, programme_named
from domain.text import Code

router = APIRouter(prefix="/v1/observatory/reports", tags=["observatory"])
Year = Annotated[int, Path(ge=1990, le=2199, examples=[2026])]
OfProgramme = Annotated[Code, Query(description="Its code.", examples=["rescorda"])]
Spoken = Annotated[Language | None, Query(description="Otherwise the browser's.")]
AtPosition = Annotated[
    str | None,
    Query(max_length=LONGEST, description="That of a report made before, to count it again."),
]


@dataclass(frozen=True, slots=True)
class Told:
    """How it is to be told."""

    language: Language
    kind: str


async def telling(request: Request, language: Spoken = None) -> Told:
    spoken = language or language_of(request.headers.get("accept-language", ""))
    return Told(spoken, preferred(request.headers.get("accept", ""), KINDS))


@router.get(
    "/{year}",
    response_model=ReportShown,
    responses=FORMS
    | reads(
        NotYoursToCount, ProgrammeUnknown, YearUnknown, PositionAhead, AnotherReplay, ViewBehind
    ),
)
def report(
    year: Year,
    programme: OfProgramme,
    by: SignedIn,
    house: AHouse,
    response: Response,
    *,
    as_: Annotated[Told, Depends(telling)],
    position: AtPosition = None,
) -> Any:
    """What a programme did, for whom, at what cost; with Accept: text/csv or text/html too."""
    wanted = programme_named(house.programmes, programme)
    at = position_in(house, position, "position") if position is not None else None
    with nullcontext() if at is None else one_replay():
        made = report_year(house.network, house.views, wanted, year, by, position=at)
    told = position or position_told(house, made.figures.position)
    named = Directory(house.network.log).organisation
    shown = report_told(made, as_.language, position=told, named=named)
    headers = {"Vary": "Accept, Accept-Language", "Content-Language": as_.language}
    if as_.kind == "text/html":
        return HTMLResponse(report_page(shown, again=at is not None), headers=headers | HEADERS)
    if as_.kind == "text/csv":
        return Response(report_sheet(shown), media_type="text/csv", headers=headers)
    response.headers.update(headers)
    return shown
