"""The receipt that a person is handed, as data or as a page to print."""

from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import HTMLResponse

from api.http.says import reads
from api.http.signed_in import AHouse, SignedIn
from api.languages.choosing import Language, language_of
from api.preferring import preferred
from api.receipts.page import HEADERS, page
from api.receipts.shown import ReceiptShown
from api.receipts.told import told
from application.receipts.make_receipt import ReceiptAsked, make_receipt
from application.receipts.receipt import ReceiptVersion
from domain.pathway.opening import PathwayNotOpened

router = APIRouter(prefix="/v1/pathways/{pathway_id}", tags=["rights of the person"])
KINDS = ("application/json", "text/html")
PAGE: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/html": {"schema": {"type": "string"}}}}
}
Spoken = Annotated[
    Language | None,
    Query(description="Otherwise the browser's, French where it is neither.", examples=["fr"]),
]
Carried = Annotated[
    ReceiptVersion,
    Query(description="`carry` says nothing of the person: it may be found at home."),
]


@dataclass(frozen=True, slots=True)
class Handed:
    """How it is handed over."""

    language: Language
    version: ReceiptVersion
    printed: bool

    @property
    def headers(self) -> dict[str, str]:
        return {"Vary": "Accept, Accept-Language", "Content-Language": self.language}


async def handed(
    request: Request, language: Spoken = None, version: Carried = ReceiptVersion.FULL
) -> Handed:
    """As the caller says, and their browser."""
    spoken = language or language_of(request.headers.get("accept-language", ""))
    kind = preferred(request.headers.get("accept", ""), KINDS)
    return Handed(spoken, version, printed=kind == "text/html")


@router.get("/receipt", response_model=ReceiptShown, responses=PAGE | reads(PathwayNotOpened))
def receipt(
    pathway_id: UUID,
    by: SignedIn,
    house: AHouse,
    response: Response,
    as_: Annotated[Handed, Depends(handed)],
) -> ReceiptShown | Response:
    """Who holds what of the person and who read it, for them; with Accept: text/html, to print."""
    asked = ReceiptAsked(pathway_id, as_.version)
    made = make_receipt(house.network, house.traces, house.notice, asked, by)
    shown = told(made, house.notice, as_.language)
    if as_.printed:
        return HTMLResponse(page(shown), headers=as_.headers | HEADERS)
    response.headers.update(as_.headers)
    return shown
