"""The receipt: which paper to hand over, and the paper itself, to print."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit
from api.http.receipts import Handed
from api.http.receipts import receipt as made_receipt
from api.languages.choosing import LANGUAGES, Language
from application.pathways.looking import PathwayAsked
from application.pathways.read_pathway import read_pathway
from application.receipts.receipt import ReceiptVersion
from application.traces.trace import Purpose

router = APIRouter(
    prefix="/pathways/{pathway_id}/receipt", route_class=ConsoleRoute, include_in_schema=False
)


@router.get("")
def receipt(pathway_id: UUID, visit: AVisit) -> Response:
    """What each paper says, and to whom it may be given."""
    house, asked = visit.house, PathwayAsked(pathway_id, None, Purpose.ASKED_BY_PERSON)
    read_pathway(house.network, house.traces, asked, visit.by)
    return page(
        visit,
        "receipt/choosing.html",
        pathway_id=pathway_id,
        versions=tuple(ReceiptVersion),
        spoken=[visit.language, *(one for one in LANGUAGES if one is not visit.language)],
    )


@router.get("/paper")
def paper(
    pathway_id: UUID,
    visit: AVisit,
    version: ReceiptVersion = ReceiptVersion.FULL,
    language: Language | None = None,
) -> Response:
    """The same page as the API makes: one file that prints by itself and runs nothing."""
    as_ = Handed(language or visit.language, version, printed=True)
    answer = made_receipt(pathway_id, visit.by, visit.house, Response(), as_)
    assert isinstance(answer, HTMLResponse)  # noqa: S101 (it is asked for to print)
    return answer
