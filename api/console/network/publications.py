"""What is published for everybody: listed, read as it was, counted again by who publishes."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from api.console.network.sheets import as_a_sheet
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit, Visit, Visitor, visit, visitor
from api.http.house import house
from api.http.observatory import JSON
from api.http.publications import Reader, publication, publications, replay
from api.languages.words import phrase
from api.publications.page import HEADERS
from api.publications.page import page as printed
from api.publications.sheet import sheet
from api.publications.shown import PublicationShown
from domain.publication.releases import publishes
from domain.refusals import DomainError

router = APIRouter(prefix="/publications", route_class=ConsoleRoute, include_in_schema=False)
BACK = phrase("Publications")
SHEET = phrase("As a sheet (CSV)")


async def somebody(request: Request) -> Visitor:
    """Whoever signed in; anybody, where the network's settings open its publications.

    Raises:
        NotSignedIn: they did not, and it is not open.
    """
    try:
        return await visit(request)
    except DomainError:
        if not house(request).publications_open:
            raise
        return await visitor(request)


Somebody = Annotated[Visitor, Depends(somebody)]


@router.get("")
def listed(reader: Somebody) -> Response:
    """Every publication, the last one first."""
    mine = isinstance(reader, Visit) and publishes(reader.by)
    found = publications(_reading(reader))
    return page(reader, "network/publications.html", releases=found, publishes=mine)


@router.get("/{release_id}")
def read(release_id: UUID, reader: Somebody) -> Response:
    """The tables as they were published; the page's style is inside."""
    ways = (
        ("/publications", reader.gettext(BACK)),
        (f"/publications/{release_id}/sheet.csv", reader.gettext(SHEET)),
    )
    return HTMLResponse(printed(_release(release_id, reader), ways), headers=HEADERS)


@router.get("/{release_id}/sheet.csv")
def as_sheet(release_id: UUID, reader: Somebody) -> Response:
    shown = _release(release_id, reader)
    return as_a_sheet(sheet(shown), f"publication-{shown.year}")


@router.get("/{release_id}/again")
def again(release_id: UUID, visit: AVisit) -> Response:
    """How many numbers are the same, counted again from the events at their position."""
    found = replay(release_id, visit.by, visit.house)
    return page(visit, "network/published_again.html", release_id=release_id, found=found)


def _reading(reader: Visitor) -> Reader:
    return Reader(reader.house, reader.language, JSON)


def _release(release_id: UUID, reader: Visitor) -> PublicationShown:
    shown: PublicationShown = publication(release_id, _reading(reader), Response())
    return shown
