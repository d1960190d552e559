"""The page of a workshop: its sessions, their places, what may be done of each."""

from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from api.console.field.activity import with_whom
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit
from api.http.activities.reading import activity
from domain.activity.workshops.refusals import WorkshopUnknown
from domain.members import Role

router = APIRouter(route_class=ConsoleRoute, include_in_schema=False)
WORKSHOP = "/field/workshops/{activity_id}"


@router.get(WORKSHOP)
def show(activity_id: UUID, visit: AVisit) -> Response:
    """A workshop that one's organisation holds.

    Raises:
        WorkshopUnknown: the activity is none.
    """
    known = activity(activity_id, visit.by, visit.house)
    if known.workshop is None:
        raise WorkshopUnknown
    return page(
        visit,
        "field/workshop.html",
        activity=known,
        now=visit.house.network.clock(),
        with_whom=list(with_whom(visit, known)),
        follows=visit.has(Role.CASEWORKER),
    )
