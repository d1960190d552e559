"""The coordinator's figures: as data, as a sheet, as a page; and the same counted again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse

from api.http.house import House
from api.http.opaque import LONGEST, NotOurs, Purpose
from api.http.paging import MinPosition
from api.http.says import reads
from api.http.signed_in import AHouse, SignedIn
from api.languages.choosing import Language, language_of
from api.observatory.page import HEADERS, page
from api.observatory.sheet import sheet
from api.observatory.shown import FiguresReplayedShown, FiguresShown
from api.observatory.told import told, told_again
from api.preferring import preferred
from application.observatory.read_figures import read_figures
from application.observatory.replay_figures import PositionAhead, replay_figures
from application.receipts.naming import Directory
from application.refusals import ViewBehind
from domain.instants import Day
from domain.observatory.asked import FiguresAsked, NotYoursToCount, PeriodWrong, Split
from domain.refusals import Conflict
from domain.text import Commune

router = APIRouter(prefix="/v1/observatory", tags=["observatory"])
JSON = "application/json"
KINDS = (JSON, "text/html", "text/csv")
FORMS: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            "text/html": {"schema": {"type": "string"}},
            "text/csv": {"schema": {"type": "string"}},
        }
    }
}
REPLAYING = Lock()  # one at a time: it reads the whole history

From = Annotated[Day, Query(alias="from", description="The first day.", examples=["2026-01-01"])]
To = Annotated[Day, Query(alias="to", description="The last day.", examples=["2026-12-31"])]
OfOrganisation = Annotated[
    UUID | None,
    Query(description="What this organisation did; only the network's coordinator may leave it."),
]
OfCommune = Annotated[
    Commune | None, Query(description="Of people who lived there that day.", examples=["63338"])
]
SplitBy = Annotated[Split, Query(description="What each figure is told by.")]
Spoken = Annotated[Language | None, Query(description="Otherwise the browser's.")]
AtPosition = Annotated[
    str, Query(max_length=LONGEST, description="The `position` that came with figures.")
]


class AnotherReplay(Conflict):
    code = "another-replay"
    title = "Figures are being counted again for somebody else: ask again in two minutes."


@contextmanager
def one_replay() -> Iterator[None]:
    """Let nobody else count again meanwhile.

    Raises:
        AnotherReplay: somebody does.
    """
    if not REPLAYING.acquire(blocking=False):
        raise AnotherReplay
    try:
        yield
    finally:
        REPLAYING.release()


@dataclass(frozen=True, slots=True)
class Wished:
    """What is asked for, and how it is to be told."""

    asked: FiguresAsked
    language: Language
    kind: str

    def answer(self, shown: FiguresShown, response: Response) -> Any:
        headers = {"Vary": "Accept, Accept-Language", "Content-Language": self.language}
        if self.kind == "text/html":
            return HTMLResponse(page(shown), headers=headers | HEADERS)
        if self.kind == "text/csv":
            return Response(sheet(shown), media_type="text/csv", headers=headers)
        response.headers.update(headers)
        return shown


async def wished(
    request: Request,
    *,
    first: From,
    last: To,
    organisation_id: OfOrganisation = None,
    commune: OfCommune = None,
    split: SplitBy = Split.NOTHING,
    language: Spoken = None,
) -> Wished:
    asked = FiguresAsked(
        first=first, last=last, organisation_id=organisation_id, commune=commune, split=split
    )
    spoken = language or language_of(request.headers.get("accept-language", ""))
    return Wished(asked, spoken, preferred(request.headers.get("accept", ""), KINDS))


AWish = Annotated[Wished, Depends(wished)]


@router.get(
    "/figures",
    response_model=FiguresShown,
    responses=FORMS | reads(NotYoursToCount, PeriodWrong, ViewBehind),
)
def figures(
    wish: AWish, by: SignedIn, house: AHouse, response: Response, min_position: MinPosition = None
) -> Any:
    """Every indicator over a period and a territory; with Accept: text/csv or text/html too."""
    fresh = position_in(house, min_position, "min_position") if min_position is not None else 0
    found = read_figures(house.network, house.views, wish.asked, by, min_position=fresh)
    named = Directory(house.network.log).organisation
    position = position_told(house, found.position)
    return wish.answer(told(found, wish.language, position=position, named=named), response)


@router.get(
    "/replay",
    response_model=FiguresReplayedShown,
    responses=FORMS | reads(NotYoursToCount, PeriodWrong, PositionAhead, AnotherReplay),
)
def replay(
    wish: AWish, by: SignedIn, house: AHouse, response: Response, position: AtPosition
) -> Any:
    """The figures of a position, counted again from the events; it may take minutes."""
    at = position_in(house, position, "position")
    with one_replay():
        found = replay_figures(house.network, wish.asked, by, position=at, progress=lambda *_: None)
    named = Directory(house.network.log).organisation
    shown = told_again(found, wish.language, position=position, named=named)
    return wish.answer(shown, response)


def position_told(house: House, position: int) -> str:
    """A position as callers hold it."""
    return house.opaque.close(position.to_bytes(8), purpose=Purpose.POSITION)


def position_in(house: House, token: str, parameter: str) -> int:
    """The position that a caller sends back.

    Raises:
        RequestValidationError: it is none of ours.
    """
    try:
        return int.from_bytes(house.opaque.open(token, purpose=Purpose.POSITION))
    except NotOurs:
        raise RequestValidationError([{"type": "not_ours", "loc": ("query", parameter)}]) from None
