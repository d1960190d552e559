"""The activities of one's organisation: those of today first."""

from collections.abc import Iterable, Mapping
from datetime import date
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from starlette.responses import Response

from api.console.field.activity import PATHS
from api.console.forms.asking import local_day
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit, Visit
from api.http.activities.reading import ActivityListed, activities
from api.http.paging import Paging
from api.languages.words import phrase

router = APIRouter(route_class=ConsoleRoute, include_in_schema=False)
TODAY, TO_COME, BEFORE = phrase("Today"), phrase("To come"), phrase("Before")
AT_ONCE = 20  # activities, on a telephone
FORMS = {  # of what is recorded otherwise than by a session
    "workshops": phrase("Open a workshop"),
    "health-days": phrase("Record a health day"),
    "preventions": phrase("Record a prevention action"),
    "trainings": phrase("Record a training given"),
    "bodies": phrase("Record a body attended"),
}
IN_ORDER = (TODAY, TO_COME, BEFORE)


@router.get("/field")
def field(visit: AVisit, cursor: str | None = None, fresh: str | None = None) -> Response:
    listed = activities(Paging(visit.by, visit.house, AT_ONCE, cursor, fresh))
    grouped = by_time(listed.entries, visit)
    return page(
        visit, "field/field.html", grouped=grouped, following=listed.next, forms=FORMS, paths=PATHS
    )


def by_time(entries: Iterable[ActivityListed], visit: Visit) -> Mapping[str, list[ActivityListed]]:
    """Those of today, those to come (the next one first), those that were."""
    today, zone = local_day(visit), ZoneInfo(visit.zone)
    found: dict[str, list[ActivityListed]] = {name: [] for name in IN_ORDER}
    for entry in entries:
        found[_when(entry.starts_at.astimezone(zone).date(), today)].append(entry)
    found[TO_COME].reverse()
    return {name: listed for name, listed in found.items() if listed}


def _when(day: date, today: date) -> str:
    if day == today:
        return TODAY
    return TO_COME if day > today else BEFORE
