"""How full a facility is: day by day for those who run it, in three words for the others.

A number of free places that moves by one tells of one stay: who saw somebody leave home would know
where they went. Outside, a kind of place is full, nearly full or not, over all the days asked.
"""

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from domain.dates import DAY
from domain.facility.places import Places
from domain.facility.refusals import PeriodTooLong
from domain.facility.steps import Steps
from domain.facility.taken import TakenState
from domain.facility.words import Days, PlaceKind

LONGEST = 366  # days


class Availability(StrEnum):
    NONE = "none"
    FEW = "few"
    SEVERAL = "several"


class Occupancy(NamedTuple):
    """Of one kind of place, on one day."""

    day: date
    kind: PlaceKind
    places: int
    occupied: int
    held: int


def within(starts: date, until: date) -> Days:
    """The days that a question is about.

    Raises:
        PeriodTooLong: it goes backwards, or lasts longer than a year.
    """
    if not 0 < (until - starts).days <= LONGEST:
        raise PeriodTooLong
    return Days(starts=starts, until=until)


def availability(
    places: Places, days: Days, *, few: int, now: datetime
) -> dict[PlaceKind, Availability]:
    """Whether a place of each kind could be had for all of these days."""
    return {
        kind: _told(places.least_free(kind, days, now), few=few)
        for kind in PlaceKind
        if kind in places.capacity
    }


def occupancy(places: Places, days: Days, *, now: datetime) -> Iterator[Occupancy]:
    """Each kind of place, each day."""
    for kind in PlaceKind:
        if kind not in places.capacity:
            continue
        taken = places.taken(kind, now, TakenState.OCCUPIED, TakenState.ENDED)
        held = places.taken(kind, now, TakenState.HELD)
        yield from _daily(kind, days, places.capacity[kind], taken, held)


def _daily(
    kind: PlaceKind, days: Days, capacity: Steps, occupied: Steps, held: Steps
) -> Iterator[Occupancy]:
    for number in range((days.until - days.starts).days):
        day = days.starts + number * DAY
        yield Occupancy(day, kind, capacity.on(day), occupied.on(day), held.on(day))


def _told(free: int, *, few: int) -> Availability:
    if free < 1:
        return Availability.NONE
    return Availability.FEW if free <= few else Availability.SEVERAL
