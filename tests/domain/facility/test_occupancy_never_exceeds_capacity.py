"""Whatever is asked of a facility, in any order and at any moment."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from domain.facility.facility import Facility
from domain.facility.occupancy import occupancy
from domain.facility.settling import Said, Wanted, settle
from domain.facility.taken import Taken, TakenState
from domain.facility.words import Days
from domain.kernel import Fact
from domain.refusals import DomainError
from tests.domain.facility.days import KIND, NOW, days, march
from tests.domain.scenario import PATHWAY

ALL = days(1, 21)
HOURS = strategies.sampled_from((1, 24, 72))
DAYS = strategies.integers(min_value=1, max_value=5)
FEW = strategies.integers(min_value=0, max_value=2)
STAYS = strategies.integers(min_value=0, max_value=2)


class AnyFacility(RuleBasedStateMachine):
    """Some weeks of a facility of a place or two, and three who want one."""

    def __init__(self) -> None:
        super().__init__()
        self.facility = Facility(PATHWAY)
        self.now: datetime = NOW

    def decide(self, decision: Callable[[Facility], Any]) -> None:
        """Record what a decision says, or nothing where it refuses."""
        try:
            decided = decision(self.facility)
        except DomainError:
            return
        facts = [decided] if isinstance(decided, Fact) else decided
        self.facility = self.facility.after(self.facility.next(facts))

    @initialize(places=strategies.integers(min_value=1, max_value=2))
    def begin(self, places: int) -> None:
        self.say(places, 1, None)

    @rule(places=FEW, starts=DAYS, lasting=strategies.none() | DAYS)
    def declare(self, places: int, starts: int, lasting: int | None) -> None:
        self.say(places, starts, lasting)

    def say(self, places: int, starts: int, lasting: int | None) -> None:
        until = march(starts) + timedelta(days=lasting) if lasting else None
        self.decide(
            lambda facility: facility.places.declare(
                kind=KIND, places=places, starts=march(starts), until=until, at=NOW, now=self.now
            )
        )

    @rule(stay=STAYS, starts=DAYS, lasting=DAYS, hours=HOURS)
    def hold(self, stay: int, starts: int, lasting: int, hours: int) -> None:
        asked = Days(starts=march(starts), until=march(starts) + timedelta(days=lasting))
        self.decide(
            lambda facility: facility.places.hold(
                stay_id=UUID(int=stay),
                kind=KIND,
                days=asked,
                expires_at=self.now + timedelta(hours=hours),
                now=self.now,
            )
        )

    @rule(stay=STAYS, hours=HOURS)
    def keep(self, stay: int, hours: int) -> None:
        later = self.now + timedelta(hours=hours)
        self.decide(
            lambda facility: facility.places.keep(
                stay_id=UUID(int=stay), expires_at=later, now=self.now
            )
        )

    @rule(stay=STAYS, further=DAYS, hours=HOURS)
    def hold_extension(self, stay: int, further: int, hours: int) -> None:
        place = self.place(stay)
        until = (place.until if place else march(1)) + timedelta(days=further)
        self.decide(
            lambda facility: facility.places.hold_extension(
                stay_id=UUID(int=stay),
                until=until,
                expires_at=self.now + timedelta(hours=hours),
                now=self.now,
            )
        )

    @precondition(lambda machine: machine.facility.places.by_stay)
    @rule(stay=STAYS, wanted=strategies.sampled_from(Wanted), late=DAYS, on=DAYS, hours=HOURS)
    def settle(self, stay: int, wanted: Wanted, late: int, on: int, hours: int) -> None:
        """What a pathway may say of a stay that was asked for: it begins within its days."""
        place = self.place(stay)
        if place is None:
            return
        starts = min(place.starts + timedelta(days=late - 1), place.until - timedelta(days=1))
        ends = place.until if wanted is Wanted.KEPT else starts + timedelta(days=on)
        kept_until = self.now + timedelta(hours=hours)
        said = Said(UUID(int=stay), KIND, starts, ends, wanted, kept_until)
        self.decide(lambda facility: settle(facility.places, said, now=self.now))

    @rule(hours=HOURS)
    def wait(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    def place(self, stay: int) -> Taken | None:
        return self.facility.places.by_stay.get(UUID(int=stay))

    def standing(self) -> list[tuple[Taken, set[int]]]:
        """Counted by hand: the ordinals of the days that each stay takes."""
        return [
            (place, set(range(place.starts.toordinal(), place.last(self.now).toordinal())))
            for place in self.facility.places.by_stay.values()
            if place.stands(self.now)
        ]

    @invariant()
    def no_more_places_are_taken_than_there_are_on_any_day(self) -> None:
        capacity = self.facility.places.capacity.get(KIND)
        taken = [day for _, theirs in self.standing() for day in theirs]
        for day in set(taken):
            assert capacity is not None
            assert taken.count(day) <= capacity.on(march(1).fromordinal(day))

    @invariant()
    def what_is_counted_day_by_day_is_what_is_counted_by_hand(self) -> None:
        standing = self.standing()
        for told in occupancy(self.facility.places, ALL, now=self.now):
            there = [place.state for place, theirs in standing if told.day.toordinal() in theirs]
            assert told.held == there.count(TakenState.HELD)
            assert told.occupied == len(there) - told.held
            assert told.held + told.occupied <= told.places

    @invariant()
    def where_there_was_ever_one_place_no_two_stays_overlap(self) -> None:
        capacity = self.facility.places.capacity.get(KIND)
        if capacity is None or any(places > 1 for _, places in capacity.steps):
            return
        taken = [day for _, theirs in self.standing() for day in theirs]
        assert len(taken) == len(set(taken))

    @invariant()
    def time_alone_only_frees(self) -> None:
        now, later = self.now, self.now + timedelta(hours=80)
        places = self.facility.places
        for day in range(1, 21):
            asked = days(day, day + 1)
            assert places.least_free(KIND, asked, now) <= places.least_free(KIND, asked, later)


TestAnyFacility = AnyFacility.TestCase
TestAnyFacility.settings = settings(max_examples=120, stateful_step_count=30, deadline=None)
