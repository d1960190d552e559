"""Bringing the places of a facility to what the pathways say of stays.

A stay is decided in two streams: its place is kept here for minutes, then the pathway says what was
decided, and from that fact the place is settled. Cut in between, the place is free again by itself;
cut after the pathway said it, whoever follows the history settles it. It only ever goes forward: a
follower that is late undoes nothing.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from domain.dates import DAY
from domain.facility.facts import (
    HoldProlonged,
    OccupancyEnded,
    OccupancyExtended,
    PlaceFreed,
    PlaceHeld,
    PlaceOccupied,
)
from domain.facility.places import Places
from domain.facility.taken import OVER, Taken, TakenState
from domain.facility.words import Days, PlaceKind
from domain.kernel import Fact


class Wanted(StrEnum):
    """What the pathway says that there should be here."""

    KEPT = "kept"
    OCCUPIED = "occupied"
    LEFT = "left"
    FREE = "free"


class Said(NamedTuple):
    stay_id: UUID
    kind: PlaceKind
    starts: date
    until: date  # excluded
    wanted: Wanted
    kept_until: datetime  # while nobody occupies it


def settle(places: Places, said: Said, *, now: datetime) -> list[Fact]:
    """What is left to record; nothing where all stands as it should, or is over."""
    place = places.by_stay.get(said.stay_id)
    if place is not None and place.state in OVER:
        return []
    match said.wanted:
        case Wanted.FREE:
            return _freed(place, now)
        case Wanted.KEPT:
            return _kept(places, place, said, now)
    return _occupied(places, place, said, now)


def _freed(place: Taken | None, now: datetime) -> list[Fact]:
    return [PlaceFreed(occurred_at=now, stay_id=place.stay_id)] if place else []


def _kept(places: Places, place: Taken | None, said: Said, now: datetime) -> list[Fact]:
    if said.kept_until <= now or (place is not None and place.state is TakenState.OCCUPIED):
        return []
    if place is None or not place.stands(now):
        return _held_again(places, said, said.kept_until, now=now)
    if said.kept_until <= place.expires_at:
        return []
    return [HoldProlonged(occurred_at=now, stay_id=said.stay_id, expires_at=said.kept_until)]


def _occupied(places: Places, place: Taken | None, said: Said, now: datetime) -> list[Fact]:
    if place is not None and place.state is TakenState.OCCUPIED:
        return _gone_on(places, place, said, now)
    if place is not None and place.stands(now):
        return _begun(said, until=min(place.until, said.until), now=now)
    held = _held_again(places, said, now, now=now)
    return [*held, *_begun(said, until=said.until, now=now)] if held else []


def _begun(said: Said, *, until: date, now: datetime) -> list[Fact]:
    stays = PlaceOccupied(occurred_at=now, stay_id=said.stay_id, starts=said.starts, until=until)
    return [stays, *_left(said, until=until, now=now)]


def _gone_on(places: Places, place: Taken, said: Said, now: datetime) -> list[Fact]:
    """A stay that was extended, or has ended; where its extension lapsed, if there is room."""
    if said.until <= place.until:
        return _left(said, until=place.until, now=now)
    further = Days(starts=place.until, until=said.until)
    kept = place.last(now) >= said.until
    if not kept and places.least_free(place.kind, further, now) < 1:
        return _left(said, until=place.until, now=now)
    extended = OccupancyExtended(occurred_at=now, stay_id=said.stay_id, until=said.until)
    return [extended, *_left(said, until=said.until, now=now)]


def _left(said: Said, *, until: date, now: datetime) -> list[Fact]:
    if said.wanted is not Wanted.LEFT:
        return []
    left = min(said.until, until)
    return [OccupancyEnded(occurred_at=now, stay_id=said.stay_id, until=left)]


def _held_again(places: Places, said: Said, expires_at: datetime, *, now: datetime) -> list[Fact]:
    """What had lapsed meanwhile, if there is still room."""
    days = Days(starts=said.starts, until=max(said.until, said.starts + DAY))
    if places.least_free(said.kind, days, now) < 1:
        return []
    return [
        PlaceHeld(
            occurred_at=now,
            stay_id=said.stay_id,
            kind=said.kind,
            starts=said.starts,
            until=said.until,
            expires_at=expires_at,
        )
    ]
