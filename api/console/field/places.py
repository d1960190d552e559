"""Facilities and their places: whether there is room, to anybody; who comes, to who works there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from api.console.field.choosing import WHOM, People, found, met_lately
from api.console.page import page
from api.console.refusing import ConsoleRoute, see
from api.console.typed import ATyped, last
from api.console.visit import AVisit, Visit
from api.http.facilities import First, Until
from api.problems import Unreadable, status_of
from application.facilities.read_facilities import (
    ask_availability,
    list_facilities,
    read_occupancy,
)
from application.receipts.naming import Directory
from application.stays.read_stays import Staying, read_stays
from domain.facility.occupancy import Availability, Occupancy
from domain.facility.refusals import FacilityUnknown
from domain.facility.register import Described
from domain.facility.words import PlaceKind
from domain.members import Role

router = APIRouter(prefix="/field/places", route_class=ConsoleRoute, include_in_schema=False)
AHEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Listed:
    facility: Described
    organisation: str
    free: Mapping[PlaceKind, Availability]


@router.get("")
def show(visit: AVisit) -> Response:
    """Every facility of the network, and whether there is room in the month to come."""
    return page(visit, "field/places.html", listed=list(_listed(visit)))


@router.get("/{facility_id}")
def facility(
    facility_id: UUID, visit: AVisit, first: First = None, until: Until = None
) -> Response:
    """One of them, for a period; to those who work there, how full it is and who comes."""
    network, known = visit.house.network, described(visit, facility_id)
    starts = first or known.today(network.clock())
    ends = until or starts + AHEAD
    free = ask_availability(network, facility_id, starts, ends, rules=visit.house.place_rules)
    runs, follows = known.is_run_by(visit.by), visit.has(Role.CASEWORKER)
    days = read_occupancy(network, facility_id, starts, ends, visit.by).days if runs else ()
    return page(
        visit,
        "field/facility.html",
        facility=known,
        organisation=Directory(network.log).organisation(known.organisation_id),
        free=free,
        first=starts,
        until=ends,
        runs=runs,
        follows=follows,
        stays=_stays(visit, facility_id) if runs and follows else (),
        full=list(by_change(days)),
    )


@router.get("/{facility_id}/person")
def whom(facility_id: UUID, visit: AVisit) -> Response:
    """For whom a place is asked."""
    return choosing(visit, facility_id, met_lately(visit))


@router.post("/{facility_id}/person/search")
def find(facility_id: UUID, visit: AVisit, typed: ATyped) -> Response:
    return choosing(visit, facility_id, found(visit, typed), searched=last(typed, "name"))


@router.post("/{facility_id}/person")
def lead(facility_id: UUID, visit: AVisit, typed: ATyped) -> Response:
    """To the form of the person's pathway, with the facility chosen."""
    try:
        pathway_id = UUID(last(typed, "pathway_id"))
    except ValueError:
        return choosing(visit, facility_id, met_lately(visit), refusal=WHOM)
    asked = {"ask.facility_id": str(facility_id), "back": f"/field/places/{facility_id}"}
    return see(f"/forms/pathways/{pathway_id}/stays", **asked)


def choosing(
    visit: Visit, facility_id: UUID, people: People, *, searched: str = "", refusal: str = ""
) -> Response:
    return page(
        visit,
        "field/asking.html",
        status=status_of(Unreadable) if refusal else HTTPStatus.OK,
        facility=described(visit, facility_id),
        people=people,
        searched=searched,
        refusal=refusal,
    )


def described(visit: Visit, facility_id: UUID) -> Described:
    """A facility of the network.

    Raises:
        FacilityUnknown: there is no such facility.
    """
    for one in list_facilities(visit.house.network):
        if one.id == facility_id:
            return one
    raise FacilityUnknown


def by_change(days: Iterable[Occupancy]) -> Iterator[Occupancy]:
    """The days on which something of a kind is not as the day before: few lines say them all."""
    before: dict[PlaceKind, tuple[int, int, int]] = {}
    for one in days:
        now = one.places, one.occupied, one.held
        if before.get(one.kind) != now:
            before[one.kind] = now
            yield one


def _listed(visit: Visit) -> Iterator[Listed]:
    directory = Directory(visit.house.network.log)
    for one in list_facilities(visit.house.network):
        free = ask_availability(
            visit.house.network, one.id, None, None, rules=visit.house.place_rules
        )
        yield Listed(one, directory.organisation(one.organisation_id), free)


def _stays(visit: Visit, facility_id: UUID) -> tuple[Staying, ...]:
    house = visit.house
    return read_stays(house.network, house.views, house.traces, visit.by, facility_id=facility_id)
