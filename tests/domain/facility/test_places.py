from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.facility.facility import Facility
from domain.facility.facts import HoldProlonged
from domain.facility.occupancy import Availability, availability, occupancy, within
from domain.facility.refusals import (
    CapacityBelowTaken,
    CapacityDatesReversed,
    HoldOver,
    NoPlaceLeft,
    PeriodTooLong,
)
from domain.facility.words import PlaceKind
from tests.domain.facility.days import (
    AWA,
    KIND,
    MINA,
    NOW,
    SOON,
    days,
    declared,
    extended,
    extension,
    freed,
    held,
    left,
    march,
    occupied,
)
from tests.domain.scenario import PATHWAY, Scenario, given

HOUR = timedelta(hours=1)


def there(*facts: Any) -> Scenario:
    return given(*facts, kind=Facility)


def facility(*facts: Any) -> Facility:
    empty = Facility(PATHWAY)
    return empty.after(empty.next(facts))


def hold(stay: UUID = AWA, starts: int = 2, until: int = 9, *, now: datetime = NOW) -> Any:
    return lambda facility: facility.places.hold(
        stay_id=stay, kind=KIND, days=days(starts, until), expires_at=SOON, now=now
    )


def declare(places: int, starts: int = 1, until: int | None = None) -> Any:
    return lambda facility: facility.places.declare(
        kind=KIND,
        places=places,
        starts=march(starts),
        until=march(until) if until else None,
        at=NOW,
        now=NOW,
    )


def extend(until: int) -> Any:
    return lambda facility: facility.places.hold_extension(
        stay_id=AWA, until=march(until), expires_at=SOON, now=NOW
    )


def test_a_free_place_is_held_and_the_last_one_is_had_once() -> None:
    there(declared(1)).when(hold()).then(held(AWA, 2, 9))
    there(declared(1), held(AWA, 2, 9)).when(hold(MINA)).then_refused(NoPlaceLeft)
    there().when(hold()).then_refused(NoPlaceLeft)


def test_a_place_that_is_held_for_a_stay_is_not_held_twice() -> None:
    there(declared(1), held(AWA, 2, 9)).when(hold()).then()
    there(declared(2), held(AWA, 2, 9), occupied(AWA, 2, 9)).when(hold()).then_refused(HoldOver)
    there(declared(2), held(AWA, 2, 9), freed(AWA)).when(hold()).then_refused(HoldOver)


def test_who_leaves_that_day_leaves_the_place_to_who_comes_that_day() -> None:
    there(declared(1), held(AWA, 2, 9)).when(hold(MINA, 9, 12)).then(held(MINA, 9, 12))
    there(declared(1), held(AWA, 5, 9)).when(hold(MINA, 2, 5)).then(held(MINA, 2, 5))
    there(declared(1), held(AWA, 5, 9)).when(hold(MINA, 2, 6)).then_refused(NoPlaceLeft)
    there(declared(1), held(AWA, 5, 9)).when(hold(MINA, 8, 9)).then_refused(NoPlaceLeft)


def test_a_hold_ends_by_itself_at_its_instant() -> None:
    last = there(declared(1), held(AWA, 2, 9))
    last.when(hold(MINA, now=SOON - HOUR)).then_refused(NoPlaceLeft)
    [kept] = facility(declared(1), held(AWA, 2, 9)).places.hold(
        stay_id=MINA, kind=KIND, days=days(2, 9), expires_at=SOON + HOUR, now=SOON
    )
    assert kept.stay_id == MINA
    there(declared(1), held(AWA, 2, 9)).when(
        lambda facility: facility.places.keep(stay_id=AWA, expires_at=SOON + HOUR, now=SOON)
    ).then_refused(HoldOver)


def test_a_hold_is_prolonged_and_never_shortened() -> None:
    places = facility(declared(1), held(AWA, 2, 9)).places
    [longer] = places.keep(stay_id=AWA, expires_at=SOON + HOUR, now=NOW)
    assert longer == HoldProlonged(occurred_at=NOW, stay_id=AWA, expires_at=SOON + HOUR)
    assert places.keep(stay_id=AWA, expires_at=SOON - HOUR, now=NOW) == []
    with pytest.raises(HoldOver):
        places.keep(stay_id=MINA, expires_at=SOON, now=NOW)


def test_a_place_is_needed_on_each_day() -> None:
    only_until_the_fifth = there(declared(1, 1, 5))
    only_until_the_fifth.when(hold(AWA, 2, 5)).then(held(AWA, 2, 5))
    only_until_the_fifth.when(hold(AWA, 2, 6)).then_refused(NoPlaceLeft)
    there(declared(1, 3)).when(hold(AWA, 2, 6)).then_refused(NoPlaceLeft)


def test_what_is_declared_takes_the_place_of_what_was_for_these_days_alone() -> None:
    there().when(declare(3)).then(declared(3))
    places = facility(declared(3), declared(5, 10, 20)).places
    told = [places.capacity[KIND].on(march(day)) for day in (1, 9, 10, 19, 20, 31)]
    assert told == [3, 3, 5, 5, 3, 3]
    assert places.capacity[KIND].on(march(1).replace(year=2025)) == 0
    there().when(declare(3, 5, 5)).then_refused(CapacityDatesReversed)


def test_capacity_is_not_declared_below_what_is_taken() -> None:
    taken = there(declared(2), held(AWA, 5, 9), held(MINA, 8, 12))
    taken.when(declare(1)).then_refused(CapacityBelowTaken)
    taken.when(declare(1, 1, 8)).then(declared(1, 1, 8))
    taken.when(declare(1, 1, 9)).then_refused(CapacityBelowTaken)
    taken.when(declare(1, 9)).then(declared(1, 9))
    taken.when(declare(0, 12)).then(declared(0, 12))


def test_a_stay_goes_on_where_the_days_that_follow_are_free() -> None:
    begun = (declared(1), held(AWA, 2, 9), occupied(AWA, 2, 9))
    there(*begun).when(extend(12)).then(extension(AWA, 12))
    there(*begun, held(MINA, 9, 12)).when(extend(12)).then_refused(NoPlaceLeft)
    there(*begun, held(MINA, 12, 14)).when(extend(12)).then(extension(AWA, 12))
    there(*begun, extension(AWA, 12)).when(extend(12)).then()
    there(declared(1), held(AWA, 2, 9)).when(extend(12)).then_refused(HoldOver)
    there(*begun, left(AWA, 5)).when(extend(12)).then_refused(HoldOver)


def test_the_days_kept_for_an_extension_are_free_again_by_themselves() -> None:
    kept = facility(declared(1), held(AWA, 2, 9), occupied(AWA, 2, 9), extension(AWA, 12)).places
    assert kept.least_free(KIND, days(9, 12), NOW) == 0
    assert kept.least_free(KIND, days(9, 12), SOON) == 1
    assert kept.least_free(KIND, days(2, 9), SOON) == 0


def test_occupancy_is_counted_day_by_day_without_the_day_of_leaving() -> None:
    places = facility(
        declared(2),
        held(AWA, 2, 9),
        occupied(AWA, 3, 9),
        extended(AWA, 6),
        left(AWA, 5),
        held(MINA, 4, 6),
    ).places
    told = list(occupancy(places, days(2, 7), now=NOW))
    assert [(one.day.day, one.places, one.occupied, one.held) for one in told] == [
        (2, 2, 0, 0),
        (3, 2, 1, 0),
        (4, 2, 1, 1),
        (5, 2, 0, 1),
        (6, 2, 0, 0),
    ]


def test_a_stay_of_no_night_takes_nothing() -> None:
    places = facility(declared(1), held(AWA, 2, 9), occupied(AWA, 3, 9), left(AWA, 3)).places
    assert places.least_free(KIND, days(1, 31), NOW) == 1


@pytest.mark.parametrize(
    ("free", "told"),
    [
        (0, Availability.NONE),
        (1, Availability.FEW),
        (4, Availability.FEW),
        (5, Availability.SEVERAL),
        (99, Availability.SEVERAL),
    ],
)
def test_outside_a_number_of_free_places_is_one_of_three_words(
    free: int, told: Availability
) -> None:
    places = facility(declared(free)).places
    assert availability(places, days(2, 9), few=4, now=NOW) == {KIND: told}


def test_one_stay_that_begins_or_ends_moves_no_answer_but_at_the_bounds() -> None:
    before = facility(declared(9)).places
    after = facility(declared(9), held(AWA, 2, 9), occupied(AWA, 2, 9)).places
    asked: Any = {"few": 4, "now": NOW}
    assert availability(before, days(2, 9), **asked) == availability(after, days(2, 9), **asked)


def test_the_answer_is_that_of_the_fullest_day() -> None:
    places = facility(declared(1), held(AWA, 5, 6)).places
    assert availability(places, days(2, 9), few=4, now=NOW)[KIND] is Availability.NONE
    assert PlaceKind.DAY_PLACE not in availability(places, days(2, 9), few=4, now=NOW)


def test_a_question_is_about_a_year_at_most() -> None:
    assert within(march(1), march(2)) == days(1, 2)
    for starts, until in ((march(2), march(2)), (march(3), march(2))):
        with pytest.raises(PeriodTooLong):
            within(starts, until)
    with pytest.raises(PeriodTooLong):
        within(march(1), march(1).replace(year=2028))
