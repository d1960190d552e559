"""The places of a facility: how many there are, who may have one, and which days are taken.

Its stream decides: of two who ask for the last place, the second finds the stream changed, asks
again, and is told that none is left.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.facility.facts import (
    CapacityDeclared,
    ExtensionHeld,
    HoldProlonged,
    OccupancyEnded,
    OccupancyExtended,
    PlaceFreed,
    PlaceHeld,
    PlaceOccupied,
)
from domain.facility.refusals import (
    CapacityBelowTaken,
    CapacityDatesReversed,
    HoldOver,
    NoPlaceLeft,
)
from domain.facility.steps import Steps
from domain.facility.taken import Taken, TakenState, as_held, changes_by
from domain.facility.words import Days, PlaceKind
from domain.instants import LAST_DAY
from domain.kernel import Fact, Items, Part, having, none_yet


@dataclass(frozen=True, slots=True)
class Places(Part):
    """What was declared, by kind, and what is taken of it, by stay."""

    facts: ClassVar = (
        CapacityDeclared,
        PlaceHeld,
        HoldProlonged,
        PlaceFreed,
        PlaceOccupied,
        ExtensionHeld,
        OccupancyExtended,
        OccupancyEnded,
    )

    capacity: Items[PlaceKind, Steps] = field(default_factory=none_yet)
    by_stay: Items[UUID, Taken] = field(default_factory=none_yet)

    def declare(
        self,
        *,
        kind: PlaceKind,
        places: int,
        starts: date,
        until: date | None,
        at: datetime,
        now: datetime,
    ) -> CapacityDeclared:
        """Say how many places of a kind there are from a day on.

        Raises:
            CapacityDatesReversed: it would end before it starts.
            CapacityBelowTaken: more are taken on one of these days.
        """
        if until is not None and until <= starts:
            raise CapacityDatesReversed
        taken = self.taken(kind, now)
        days = taken.days_of_change(starts, until or LAST_DAY)
        if any(taken.on(day) > places for day in days):
            raise CapacityBelowTaken
        return CapacityDeclared(
            occurred_at=at, kind=kind, places=places, starts=starts, until=until
        )

    def hold(
        self, *, stay_id: UUID, kind: PlaceKind, days: Days, expires_at: datetime, now: datetime
    ) -> list[PlaceHeld]:
        """Keep a place for a while; nothing, where one is kept for this stay already.

        Raises:
            HoldOver: this stay had one, and is over.
            NoPlaceLeft: on one of these days none is free.
        """
        known = self.by_stay.get(stay_id)
        if known is not None and known.state is not TakenState.HELD:
            raise HoldOver
        if known is not None and known.stands(now):
            return []
        if self.least_free(kind, days, now) < 1:
            raise NoPlaceLeft
        held = PlaceHeld(
            occurred_at=now,
            stay_id=stay_id,
            kind=kind,
            starts=days.starts,
            until=days.until,
            expires_at=expires_at,
        )
        return [held]

    def keep(self, *, stay_id: UUID, expires_at: datetime, now: datetime) -> list[HoldProlonged]:
        """Keep the place of a stay until then at least; nothing, where it is kept longer.

        Raises:
            HoldOver: it is not kept any more.
        """
        held = self.by_stay.get(stay_id)
        if held is None or held.state is not TakenState.HELD or not held.stands(now):
            raise HoldOver
        if expires_at <= held.expires_at:
            return []
        return [HoldProlonged(occurred_at=now, stay_id=stay_id, expires_at=expires_at)]

    def hold_extension(
        self, *, stay_id: UUID, until: date, expires_at: datetime, now: datetime
    ) -> list[ExtensionHeld]:
        """Keep the days that follow a stay; nothing, where they are kept or taken already.

        Raises:
            HoldOver: nobody occupies a place for this stay.
            NoPlaceLeft: on one of these days none is free.
        """
        occupied = self.by_stay.get(stay_id)
        if occupied is None or occupied.state is not TakenState.OCCUPIED:
            raise HoldOver
        if until <= occupied.last(now):
            return []
        further = Days(starts=occupied.last(now), until=until)
        if self.least_free(occupied.kind, further, now) < 1:
            raise NoPlaceLeft
        return [ExtensionHeld(occurred_at=now, stay_id=stay_id, until=until, expires_at=expires_at)]

    def least_free(self, kind: PlaceKind, days: Days, now: datetime) -> int:
        """How many places of a kind are free on each of these days: on the fullest of them."""
        capacity, taken = self.capacity.get(kind, Steps()), self.taken(kind, now)
        return min(
            capacity.on(day) - taken.on(day)
            for steps in (capacity, taken)
            for day in steps.days_of_change(days.starts, days.until)
        )

    def taken(self, kind: PlaceKind, now: datetime, *states: TakenState) -> Steps:
        """How many places of a kind are taken, day by day; in these states, or in any."""
        return _many(
            (place.starts, place.last(now))
            for place in self.by_stay.values()
            if place.kind is kind and place.stands(now) and (not states or place.state in states)
        )

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case CapacityDeclared():
                known = self.capacity.get(fact.kind, Steps())
                steps = known.having(fact.places, starts=fact.starts, until=fact.until)
                return replace(self, capacity=having(self.capacity, fact.kind, steps))
            case PlaceHeld():
                return replace(self, by_stay=having(self.by_stay, fact.stay_id, as_held(fact)))
            case (
                HoldProlonged()
                | PlaceFreed()
                | PlaceOccupied()
                | ExtensionHeld()
                | OccupancyExtended()
                | OccupancyEnded()
            ) if place := self.by_stay.get(fact.stay_id):
                changed = place._replace(**changes_by(fact))
                return replace(self, by_stay=having(self.by_stay, fact.stay_id, changed))
        return self


def _many(intervals: Iterator[tuple[date, date]]) -> Steps:
    """How many of these half-open intervals hold each day; one that ends where it starts, none."""
    changes: dict[date, int] = {}
    for starts, until in intervals:
        changes[starts] = changes.get(starts, 0) + 1
        changes[until] = changes.get(until, 0) - 1
    many, steps = 0, []
    for day in sorted(changes):
        many += changes[day]
        steps.append((day, many))
    return Steps(tuple(steps))
