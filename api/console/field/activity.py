"""The page of an activity: what it was, in counts; sessions and workshops have their own."""

from collections.abc import Iterator
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from api.console.page import page
from api.console.refusing import ConsoleRoute, see
from api.console.visit import AVisit, Visit
from api.http.activities.reading import ActivityShown, activity
from application.receipts.naming import Directory
from domain.activity.words import ActivityKind

router = APIRouter(route_class=ConsoleRoute, include_in_schema=False)
PATHS = {
    ActivityKind.OUTREACH_SESSION: "/field/sessions",
    ActivityKind.WORKSHOP: "/field/workshops",
}
ROUTES = {  # of the forms of each kind
    ActivityKind.OUTREACH_SESSION: "outreach-sessions",
    ActivityKind.HEALTH_DAY: "health-days",
    ActivityKind.WORKSHOP: "workshops",
    ActivityKind.PREVENTION: "preventions",
    ActivityKind.TRAINING: "trainings",
    ActivityKind.BODY: "bodies",
}


@router.get("/field/activities/{activity_id}")
def show(activity_id: UUID, visit: AVisit, said: str = "") -> Response:
    """Where each kind of activity leads to."""
    known = activity(activity_id, visit.by, visit.house)
    if known.kind in PATHS:
        return see(f"{PATHS[known.kind]}/{activity_id}", said=said)
    return page(
        visit,
        "field/activity.html",
        activity=known,
        forms=ROUTES[known.kind],
        with_whom=list(with_whom(visit, known)),
    )


def with_whom(visit: Visit, known: ActivityShown) -> Iterator[str]:
    """Who of the organisation went there, then organisations, then others who took part."""
    directory, happening = Directory(visit.house.network.log), known.happening
    for member_id in happening.team:
        membership = directory.membership(known.held_by, member_id)
        yield (membership.name if membership else None) or "…"
    yield from map(directory.organisation, happening.partners)
    yield from known.health_day.other_partners if known.health_day else ()
