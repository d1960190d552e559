"""Consultations of health centres: a year of each facility, and the counts of a day."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from api.console.field.places import described
from api.console.field.screening import names
from api.console.forms.asking import local_day
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit, Visit
from api.http.consultations import OnDay, of_day, of_year
from application.facilities.read_facilities import list_facilities
from domain.facility.register import Described
from domain.facility.words import FacilityKind
from domain.instants import FIRST_DAY, LAST_DAY

router = APIRouter(prefix="/field/consultations", route_class=ConsoleRoute, include_in_schema=False)


@router.get("")
def year(visit: AVisit, year: int | None = None) -> Response:
    """What is counted in the facilities where the visitor works, in a year."""
    this_year = local_day(visit).year
    told = min(max(year or this_year, FIRST_DAY.year), LAST_DAY.year)
    return page(
        visit,
        "field/consultations.html",
        year=told,
        this_year=this_year,
        facilities=list(_ours(visit)),
        years={one.facility_id: one for one in of_year(told, visit.by, visit.house)},
        name_of=names(visit),
    )


@router.get("/{facility_id}")
def day(facility_id: UUID, visit: AVisit, day: OnDay = None) -> Response:
    """The counts of a day that no pathway tells of, each of which can be taken back."""
    known = described(visit, facility_id)
    on: date = day or known.today(visit.house.network.clock())
    return page(
        visit,
        "field/consultations_day.html",
        facility=known,
        on=on,
        told=of_day(facility_id, visit.by, visit.house, on),
        name_of=names(visit),
    )


def _ours(visit: Visit) -> Iterator[Described]:
    """The health centres where the visitor works, and whatever else they counted in."""
    for one in list_facilities(visit.house.network):
        if one.is_run_by(visit.by) and one.kind is FacilityKind.HEALTH_CENTRE:
            yield one
