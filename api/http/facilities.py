"""Facilities with places: which there are, how many places, whether one is free, how full."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import Field

from api.http.door import ADoor, Asked, Told
from api.http.house import house
from api.http.reading import Shown
from api.http.says import on_network, reads
from api.http.signed_in import SignedIn
from application.facilities.declare_capacity import DeclareCapacity, declare_capacity
from application.facilities.read_facilities import (
    ask_availability,
    list_facilities,
    read_occupancy,
)
from application.facilities.register_facility import RegisterFacility, register_facility
from domain.facility.facts import Places
from domain.facility.occupancy import Availability
from domain.facility.refusals import (
    CapacityBelowTaken,
    CapacityDatesReversed,
    FacilityAlreadyRegistered,
    FacilityUnknown,
    NotYoursToRun,
    PeriodTooLong,
)
from domain.facility.taken import TakenState
from domain.facility.words import FacilityKind, PlaceKind
from domain.instants import Day
from domain.organisation.administration import NotYoursToAdminister
from domain.organisation.registration import OrganisationUnknown
from domain.text import Label
from domain.wall_time import Zone

router = APIRouter(prefix="/v1/facilities", tags=["facilities"])

First = Annotated[Day | None, Query(alias="from", description="The first day; today there.")]
Until = Annotated[
    Day | None,
    Query(alias="until", description="The day after the last one; thirty days after the first."),
]


class FacilityTold(Asked):
    organisation_id: UUID = Field(description="Whose it is; those who work there run it.")
    kind: FacilityKind
    name: Label = Field(examples=["Centre maternel des Glycines"])
    time_zone: Zone | None = Field(
        default=None, description="Whose days are counted there; null: its organisation's."
    )


class CapacityTold(Asked):
    kind: PlaceKind
    places: Places = Field(description="How many there are.", examples=[12])
    starts: Day = Field(examples=["2026-12-01"])
    until: Day | None = Field(
        default=None, description="The day after the last one; null: until another is declared."
    )


class FacilityShown(Shown):
    id: UUID
    organisation_id: UUID
    kind: FacilityKind
    name: str
    zone: str


class AvailabilityShown(Shown):
    """In three words: a number that moves by one would tell of somebody's stay."""

    kind: PlaceKind
    places: Availability = Field(description="Of this kind, free on each of these days.")


class DayShown(Shown):
    day: date
    kind: PlaceKind
    places: int
    occupied: int
    held: int = Field(description="Kept for somebody, for a while.")


class TakenShown(Shown):
    stay_id: UUID = Field(description="Whose it is, its pathway alone says.")
    kind: PlaceKind
    starts: date
    until: date = Field(description="The day from which the place is free.")
    state: TakenState
    expires_at: datetime | None = Field(description="When a hold is over; null: it is none.")


class OccupancyShown(Shown):
    days: tuple[DayShown, ...]
    taken: tuple[TakenShown, ...]


@on_network(router, "", NotYoursToAdminister, OrganisationUnknown, FacilityAlreadyRegistered)
def register(asked: FacilityTold, door: ADoor) -> Told:
    """Let a facility of an organisation be known; its administrators, or the founders', do so."""
    command = door.command(RegisterFacility, asked)
    return door.run(register_facility, command, of=command.facility_id)


@on_network(
    router,
    "/{facility_id}/capacities",
    FacilityUnknown,
    NotYoursToRun,
    CapacityDatesReversed,
    CapacityBelowTaken,
)
def declare(facility_id: UUID, asked: CapacityTold, door: ADoor) -> Told:
    """Say how many places of a kind there are from a day on; never below what is taken."""
    command = door.command(DeclareCapacity, asked, facility_id=facility_id)
    return door.run(declare_capacity, command, of=facility_id)


@router.get("", responses=reads())
def facilities(request: Request, by: SignedIn) -> tuple[FacilityShown, ...]:  # noqa: ARG001 (signed in)
    """The facilities of the network, by name."""
    known = list_facilities(house(request).network)
    return tuple(map(FacilityShown.model_validate, known))


@router.get("/{facility_id}/availability", responses=reads(FacilityUnknown, PeriodTooLong))
def availability(
    facility_id: UUID,
    request: Request,
    by: SignedIn,  # noqa: ARG001 (anybody of the network may ask)
    first: First = None,
    until: Until = None,
) -> tuple[AvailabilityShown, ...]:
    """Whether a place could be had; the question names nobody, the answer tells of no stay."""
    opened = house(request)
    told = ask_availability(opened.network, facility_id, first, until, rules=opened.place_rules)
    return tuple(AvailabilityShown(kind=kind, places=places) for kind, places in told.items())


@router.get(
    "/{facility_id}/occupancy", responses=reads(FacilityUnknown, NotYoursToRun, PeriodTooLong)
)
def occupancy(
    facility_id: UUID,
    request: Request,
    by: SignedIn,
    first: First = None,
    until: Until = None,
) -> OccupancyShown:
    """How full it is, day by day, to those who work there; stays are ids that name nobody."""
    full = read_occupancy(house(request).network, facility_id, first, until, by)
    return OccupancyShown(
        days=tuple(map(DayShown.model_validate, full.days)),
        taken=tuple(
            TakenShown(
                stay_id=one.stay_id,
                kind=one.kind,
                starts=one.starts,
                until=one.last(full.now),
                state=one.state,
                expires_at=one.expires_at if one.state is TakenState.HELD else None,
            )
            for one in full.taken
        ),
    )
