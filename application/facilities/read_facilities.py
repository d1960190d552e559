"""Read facilities: which there are, whether they have room, how full they are to those inside."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from application.facilities.knowing import known_facility
from application.network import Network
from domain.facility.facility import Facility
from domain.facility.occupancy import (
    Availability,
    Occupancy,
    availability,
    occupancy,
    within,
)
from domain.facility.register import FACILITIES, Described, FacilityRegister
from domain.facility.rules import PlaceRules
from domain.facility.taken import Taken
from domain.facility.words import Days, PlaceKind
from domain.members import Member

A_MONTH = timedelta(days=30)


class Fullness(NamedTuple):
    """How full a facility is, and which days each stay takes; no stay says whose it is."""

    days: Sequence[Occupancy]
    taken: Sequence[Taken]
    now: datetime


def list_facilities(network: Network) -> Sequence[Described]:
    """Every facility of the network, by name."""
    return tuple(network.log.load(FacilityRegister, FACILITIES).facilities.by_name())


def ask_availability(
    network: Network,
    facility_id: UUID,
    starts: date | None,
    until: date | None,
    *,
    rules: PlaceRules,
) -> dict[PlaceKind, Availability]:
    """Whether a place of each kind could be had for all of these days; anybody may ask.

    Nobody is named in the question, and the answer tells of no single stay.

    Raises:
        FacilityUnknown: there is no such facility.
        PeriodTooLong: the period goes backwards, or lasts longer than a year.
    """
    facility, now = known_facility(network, facility_id), network.clock()
    days = _days(facility, starts, until, now=now)
    places = network.log.load(Facility, facility_id).places
    return availability(places, days, few=rules.few.number, now=now)


def read_occupancy(
    network: Network, facility_id: UUID, starts: date | None, until: date | None, by: Member
) -> Fullness:
    """How full a facility is, day by day, to those who work there.

    Raises:
        FacilityUnknown: there is no such facility.
        NotYoursToRun: the member does not work there.
        PeriodTooLong: the period goes backwards, or lasts longer than a year.
    """
    facility, now = known_facility(network, facility_id), network.clock()
    facility.must_be_run_by(by)
    days = _days(facility, starts, until, now=now)
    places = network.log.load(Facility, facility_id).places
    standing = (place for place in places.by_stay.values() if place.stands(now))
    taken = [one for one in standing if one.starts < days.until and days.starts < one.last(now)]
    return Fullness(tuple(occupancy(places, days, now=now)), taken, now)


def _days(facility: Described, starts: date | None, until: date | None, *, now: datetime) -> Days:
    """What is not said begins today, there, and lasts for a month."""
    first = starts or facility.today(now)
    return within(first, until or first + A_MONTH)
