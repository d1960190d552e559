"""The page of a pathway, and who sees what of it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.console.page import page
from api.console.pathway.asking import Asked
from api.console.pathway.looking import looked
from api.console.pathway.seeing import organisations_around, professions, seeing
from api.console.pathway.showing import content_of
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit
from application.pathways.explain_access import About
from domain.members import Profession

router = APIRouter(prefix="/pathways", route_class=ConsoleRoute, include_in_schema=False)


@router.get("/{pathway_id}")
def pathway(pathway_id: UUID, visit: AVisit, asked: Asked) -> Response:
    """One person on one screen, from one look."""
    return page(visit, "pathway/pathway.html", **content_of(looked(visit, pathway_id, asked)))


@router.get("/{pathway_id}/access")
def access(
    pathway_id: UUID,
    visit: AVisit,
    organisation: UUID | None = None,
    profession: Annotated[Profession, Query()] = Profession.SOCIAL_WORKER,
) -> Response:
    """Who sees what, and why: oneself; for a coordinator, anybody of the circle."""
    about = About(organisation, profession) if organisation else None
    return page(
        visit,
        "pathway/access.html",
        pathway_id=pathway_id,
        told=seeing(visit, pathway_id, about),
        own=about is None,
        around=organisations_around(visit, pathway_id),
        professions=professions(visit),
        organisation=organisation,
        profession=profession,
    )
