"""What is published for everybody: prepared and published by who coordinates, read as it was."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import Annotated, Any, TypeVar
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from pydantic import Field

from api.http.door import ADoor, Told
from api.http.house import House, house
from api.http.opaque import LONGEST, NotOurs, Purpose
from api.http.says import on_network, reads
from api.http.signed_in import AHouse, SignedIn, member_of
from api.languages.choosing import Language, language_of
from api.preferring import preferred
from api.publications.page import HEADERS, page
from api.publications.sheet import sheet
from api.publications.shown import PreparationShown, PublicationShown, ReleaseShown, ReplayShown
from api.publications.told import prepared, told
from application.observatory.replay_figures import PositionAhead
from application.publication.prepare_release import Publishing, prepare_release
from application.publication.publish_release import PublishRelease, publish_release
from application.publication.read_releases import list_releases, read_release, replay_release
from domain.kernel import Value
from domain.publication.hiding import CannotBeHidden
from domain.publication.releases import (
    NotYoursToPublish,
    ReleasedMeanwhile,
    ReleaseUnknown,
    YearNotOver,
    must_publish,
)
from domain.refusals import Conflict
from domain.text import Commune

router = APIRouter(prefix="/v1/publications", tags=["publications"])
KINDS = ("application/json", "text/html", "text/csv")
FORMS: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            "text/html": {"schema": {"type": "string"}},
            "text/csv": {"schema": {"type": "string"}},
        }
    }
}
COUNTING = Lock()  # one at a time: it reads the whole history, then attacks what it found
MOST_COMMUNES = 200
T = TypeVar("T")

Year = Annotated[int, Query(ge=2000, le=2200, description="A year that is over.", examples=[2025])]
Communes = Annotated[
    tuple[Commune, ...],
    Query(
        alias="commune",
        max_length=MOST_COMMUNES,
        description="Those to be named, chosen without looking at the data; the others are one.",
        examples=[["63338", "63281"]],
    ),
]
Spoken = Annotated[Language | None, Query(description="Otherwise the browser's.")]


class AnotherCount(Conflict):
    code = "another-count"
    title = "Tables are being counted for somebody else: ask again in two minutes."


class PublicationAsked(Value):
    """What was prepared and looked at."""

    year: int = Field(ge=2000, le=2200, examples=[2025])
    communes: tuple[Commune, ...] = Field(max_length=MOST_COMMUNES, examples=[["63338", "63281"]])
    position: str = Field(
        max_length=LONGEST,
        pattern=r"^[A-Za-z0-9_-]+$",
        description="The `position` that was prepared.",
        examples=["cG9zaXRpb24"],
    )
    mark: str = Field(
        pattern=r"^[0-9a-f]{32}$",
        description="The `mark` that was prepared.",
        examples=["0123456789abcdef0123456789abcdef"],
    )


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who may read what is published, and in which language."""

    house: House
    language: Language
    kind: str


async def reader(request: Request, *, language: Spoken = None) -> Reader:
    """Whoever signed in; anybody, where the network's settings open its publications.

    Raises:
        NotSignedIn: they did not, and it is not open.
    """
    opened = house(request)
    if not opened.publications_open:
        await member_of(request)
    spoken = language or language_of(request.headers.get("accept-language", ""))
    return Reader(opened, spoken, preferred(request.headers.get("accept", ""), KINDS))


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be prepared, and in which language it is told."""

    year: int
    communes: tuple[str, ...]
    language: Language


async def wish(
    request: Request, year: Year, commune: Communes = (), language: Spoken = None
) -> Wish:
    spoken = language or language_of(request.headers.get("accept-language", ""))
    return Wish(year, tuple(dict.fromkeys(commune)), spoken)


AWish = Annotated[Wish, Depends(wish)]
AReader = Annotated[Reader, Depends(reader)]


@router.get(
    "/preparation",
    responses=reads(NotYoursToPublish, YearNotOver, CannotBeHidden, AnotherCount),
)
def preparation(wish: AWish, by: SignedIn, house: AHouse) -> PreparationShown:
    """What would be published of a year, and what would be left out, why; it may take minutes."""
    ready = _alone(
        partial(prepare_release, _publishing(house), by, year=wish.year, communes=wish.communes)
    )
    return prepared(ready, wish.language, position=_token(house, ready.position))


@on_network(
    router,
    "",
    NotYoursToPublish,
    YearNotOver,
    PositionAhead,
    ReleasedMeanwhile,
    CannotBeHidden,
    AnotherCount,
)
def publish(asked: PublicationAsked, door: ADoor) -> Told:
    """Publish what was prepared, for good: counted and attacked again, it must be the same."""
    must_publish(door.by)  # before what they say is looked at
    command = door.command(PublishRelease, asked, position=_position(door.house, asked.position))
    publishing = _publishing(door.house)
    return door.run(
        lambda _, command, by: _alone(partial(publish_release, publishing, command, by)),
        command,
        of=command.release_id,
    )


@router.get("", response_model=tuple[ReleaseShown, ...], responses=reads())
def publications(reading: AReader) -> tuple[ReleaseShown, ...]:
    """Every publication, the last one first."""
    return tuple(
        ReleaseShown(
            id=one.id,
            year=one.tables.year,
            published_at=one.published_at,
            position=_token(reading.house, one.counted_at),
        )
        for one in list_releases(reading.house.network)
    )


@router.get(
    "/{release_id}", response_model=PublicationShown, responses=FORMS | reads(ReleaseUnknown)
)
def publication(release_id: UUID, reading: AReader, response: Response) -> Any:
    """The tables as they were published; with Accept: text/csv or text/html too."""
    release = read_release(reading.house.network, release_id)
    shown = told(release, reading.language, position=_token(reading.house, release.counted_at))
    headers = {"Vary": "Accept, Accept-Language", "Content-Language": reading.language}
    if reading.kind == "text/html":
        return HTMLResponse(page(shown), headers=headers | HEADERS)
    if reading.kind == "text/csv":
        return Response(sheet(shown), media_type="text/csv", headers=headers)
    response.headers.update(headers)
    return shown


@router.get(
    "/{release_id}/replay",
    responses=reads(NotYoursToPublish, ReleaseUnknown, AnotherCount),
)
def replay(release_id: UUID, by: SignedIn, house: AHouse) -> ReplayShown:
    """Count a publication again from the events, at its position; it may take minutes."""
    found = _alone(partial(replay_release, house.network, release_id, by))
    return ReplayShown.model_validate(found)


def _alone(counting: Callable[[], T]) -> T:
    """Count while nobody else does.

    Raises:
        AnotherCount: somebody does.
    """
    if not COUNTING.acquire(blocking=False):
        raise AnotherCount
    try:
        return counting()
    finally:
        COUNTING.release()


def _publishing(house: House) -> Publishing:
    return Publishing(house.network, house.attacks)


def _token(house: House, position: int) -> str:
    return house.opaque.close(position.to_bytes(8), purpose=Purpose.POSITION)


def _position(house: House, token: str) -> int:
    try:
        return int.from_bytes(house.opaque.open(token, purpose=Purpose.POSITION))
    except NotOurs:
        raise RequestValidationError([{"type": "not_ours", "loc": ("body", "position")}]) from None
