"""Read facilities: which there are, whether they have room, how full they are to those inside."""

from collections.abc import Sequence
from datetime import date, datetime
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
from domain.facility.words import PlaceKind
from domain.members import Member


class Fullness(NamedTuple):
    """How full a facility is, and which days each stay takes; no stay says whose it is."""

    days: Sequence[Occupancy]
    taken: Sequence[Taken]
    now: datetime


def list_facilities(network: Network) -> Sequence[Described]:
    """Every facility of the network, by name."""
    return tuple(network.log.load(FacilityRegister, FACILITIES).facilities.by_name())


def ask_availability(
    network: Network, facility_id: UUID, starts: date, until: date, *, rules: PlaceRules
) -> dict[PlaceKind, Availability]:
    """Whether a place of each kind could be had for all of these days; anybody may ask.

    Nobody is named in the question, and the answer tells of no single stay.

    Raises:
        FacilityUnknown: there is no such facility.
        PeriodTooLong: the period goes backwards, or lasts longer than a year.
    """
    known_facility(network, facility_id)
    places = network.log.load(Facility, facility_id).places
    few = rules.few.number
    return availability(places, within(starts, until), few=few, now=network.clock())


def read_occupancy(
    network: Network, facility_id: UUID, starts: date, until: date, by: Member
) -> Fullness:
    """How full a facility is, day by day, to those who work there.

    Raises:
        FacilityUnknown: there is no such facility.
        NotYoursToRun: the member does not work there.
        PeriodTooLong: the period goes backwards, or lasts longer than a year.
    """
    known_facility(network, facility_id).must_be_run_by(by)
    days, now = within(starts, until), network.clock()
    places = network.log.load(Facility, facility_id).places
    standing = (place for place in places.by_stay.values() if place.stands(now))
    taken = [one for one in standing if one.starts < until and starts < one.last(now)]
    return Fullness(tuple(occupancy(places, days, now=now)), taken, now)
