from datetime import datetime, timedelta
from typing import Any

from domain.facility.facility import Facility
from domain.facility.facts import HoldProlonged
from domain.facility.settling import Said, Wanted, settle
from domain.kernel import Fact
from tests.domain.facility.days import (
    AWA,
    KIND,
    MINA,
    NOW,
    SOON,
    declared,
    extended,
    extension,
    freed,
    held,
    left,
    march,
    occupied,
)
from tests.domain.scenario import PATHWAY

HOUR = timedelta(hours=1)


def settled(
    *facts: Any, wanted: Wanted, starts: int = 2, until: int = 9, now: datetime = NOW
) -> list[Fact]:
    empty = Facility(PATHWAY)
    said = Said(AWA, KIND, march(starts), march(until), wanted, SOON + HOUR)
    return settle(empty.after(empty.next(facts)).places, said, now=now)


BEGUN = (declared(1), held(AWA, 2, 9), occupied(AWA, 2, 9))


def test_a_place_is_kept_as_long_as_the_pathway_says() -> None:
    longer = HoldProlonged(occurred_at=NOW, stay_id=AWA, expires_at=SOON + HOUR)
    assert settled(declared(1), held(AWA, 2, 9), wanted=Wanted.KEPT) == [longer]
    kept = held(AWA, 2, 9, expires_at=SOON + HOUR)
    assert settled(declared(1), kept, wanted=Wanted.KEPT) == []


def test_a_place_that_lapsed_before_it_was_settled_is_held_again_if_there_is_room() -> None:
    again = held(AWA, 2, 9, expires_at=SOON + HOUR)
    lapsed = held(AWA, 2, 9, expires_at=NOW)
    assert settled(declared(1), lapsed, wanted=Wanted.KEPT) == [again]
    assert settled(declared(1), wanted=Wanted.KEPT) == [again]
    assert settled(declared(1), lapsed, held(MINA, 2, 9), wanted=Wanted.KEPT) == []
    assert settled(declared(1), wanted=Wanted.KEPT, now=SOON + HOUR) == []


def test_who_came_occupies_the_place_from_the_day_they_came() -> None:
    assert settled(declared(1), held(AWA, 2, 9), wanted=Wanted.OCCUPIED, starts=4) == [
        occupied(AWA, 4, 9)
    ]
    assert settled(*BEGUN, wanted=Wanted.OCCUPIED) == []


def test_who_came_where_the_hold_had_lapsed_has_a_place_if_there_is_room() -> None:
    lapsed = held(AWA, 2, 9, expires_at=NOW)
    again = held(AWA, 2, 9, expires_at=NOW)
    came = Wanted.OCCUPIED
    assert settled(declared(1), lapsed, wanted=came) == [again, occupied(AWA, 2, 9)]
    assert settled(declared(1), lapsed, held(MINA, 2, 9), wanted=came) == []


def test_a_stay_goes_on_where_its_days_are_kept_or_free() -> None:
    on: Any = {"wanted": Wanted.OCCUPIED, "until": 12}
    assert settled(*BEGUN, extension(AWA, 12), **on) == [extended(AWA, 12)]
    lapsed = extension(AWA, 12, expires_at=NOW)
    assert settled(*BEGUN, lapsed, **on) == [extended(AWA, 12)]
    assert settled(*BEGUN, lapsed, held(MINA, 10, 12), **on) == []


def test_who_left_leaves_the_place_that_day() -> None:
    assert settled(*BEGUN, wanted=Wanted.LEFT, until=6) == [left(AWA, 6)]
    assert settled(*BEGUN, extension(AWA, 12), wanted=Wanted.LEFT, until=11) == [
        extended(AWA, 11),
        left(AWA, 11),
    ]
    assert settled(declared(1), held(AWA, 2, 9), wanted=Wanted.LEFT, until=6) == [
        occupied(AWA, 2, 6),
        left(AWA, 6),
    ]


def test_an_extension_that_found_no_room_ends_no_later_than_the_place() -> None:
    lapsed = extension(AWA, 12, expires_at=NOW)
    no_room = (*BEGUN, lapsed, held(MINA, 10, 12))
    assert settled(*no_room, wanted=Wanted.LEFT, until=11) == [left(AWA, 9)]


def test_what_was_declined_or_withdrawn_is_free_at_once() -> None:
    assert settled(declared(1), held(AWA, 2, 9), wanted=Wanted.FREE) == [freed(AWA)]
    assert settled(*BEGUN, wanted=Wanted.FREE) == [freed(AWA)]
    assert settled(declared(1), wanted=Wanted.FREE) == []


def test_a_follower_that_is_late_undoes_nothing() -> None:
    for over in (freed(AWA), left(AWA, 5)):
        for wanted in Wanted:
            assert settled(*BEGUN, over, wanted=wanted) == []
    assert settled(*BEGUN, wanted=Wanted.KEPT) == []
