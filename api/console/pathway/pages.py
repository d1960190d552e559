"""The page of a pathway."""

from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit
from api.http.pathways import entry_shown, shown
from application.pathways.looking import PathwayAsked
from application.pathways.read_pathway import read_pathway
from application.pathways.read_timeline import read_timeline

router = APIRouter(prefix="/pathways", route_class=ConsoleRoute, include_in_schema=False)


@router.get("/{pathway_id}")
def pathway(pathway_id: UUID, visit: AVisit) -> Response:
    house, asked = visit.house, PathwayAsked(pathway_id)
    seen = read_pathway(house.network, house.traces, asked, visit.by)
    entries = read_timeline(house.network, house.traces, asked, visit.by)
    return page(
        visit,
        "pathway/pathway.html",
        pathway=shown(seen.pathway),
        entries_told=[entry_shown(entry) for entry in reversed(entries)],
    )
