"""Whoever decides on a stay is killed before or after each append: nothing stays half taken."""

from datetime import timedelta

import pytest

from application.commands import Command
from domain.facility.taken import TakenState
from domain.pathway.stays.stay import KEPT, StayState
from tests.application.stays.house import (
    TODAY,
    House,
    Killed,
    life_of,
    refusal_of,
    withdrawal_of,
)

STEPS = range(6)  # of a life
APPENDS = range(3)  # of a step: what is kept, what is said, what is settled
LATER = timedelta(days=1, hours=1)  # than any lease between two streams


def said_until(house: House, step: int) -> tuple[Command, list[Command]]:
    """A life told up to a step; the command of that step, and those that follow."""
    life = life_of(house.asks(house.person()))
    for command in life[:step]:
        house.run(command)
    return life[step], life[step + 1 :]


def cut(house: House, command: Command, append: int, *, having_appended: bool) -> bool:
    """Run a command that is killed at one of its appends; whether it came that far."""
    house.hands.left, house.hands.having_appended = append, having_appended
    try:
        house.run(command)
    except Killed:
        return True
    finally:
        house.hands.left = None
    return False


def must_agree(house: House) -> None:
    """Each place that is taken is taken by a stay that a pathway tells, on the same days."""
    told = {
        stay.id: stay
        for event in house.network.log.after(0, limit=10_000)
        if event.fact.topic == "pathway-opened"
        for stay in house.stays(event.originator_id)
    }
    occupied = {one.stay_id for one in house.taken() if one.state is TakenState.OCCUPIED}
    assert occupied == {one for one, stay in told.items() if stay.state is StayState.STARTED}
    for place in house.taken():
        stay = told[place.stay_id]
        state = stay.state_at(house.hands.now)
        if place.state is TakenState.HELD:
            assert state in KEPT
        elif place.state is TakenState.OCCUPIED:
            assert (state, place.starts, place.until) == (
                StayState.STARTED,
                stay.starts,
                stay.until,
            )
            assert place.last(house.hands.now) == stay.until
        else:
            assert (state, place.until) == (StayState.ENDED, stay.until)


@pytest.mark.parametrize("having_appended", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("append", APPENDS)
@pytest.mark.parametrize("step", STEPS)
def test_the_same_command_sent_again_finishes(
    step: int, append: int, having_appended: bool
) -> None:
    uncut, house = House(), House()
    whole, _ = said_until(uncut, step)
    uncut.run(whole)
    command, following = said_until(house, step)
    cut(house, command, append, having_appended=having_appended)
    house.hands.now += timedelta(minutes=11)  # than the lease
    house.run(command)
    house.follow()
    must_agree(house)
    [there], [here] = uncut.places.by_stay.values(), house.places.by_stay.values()
    assert (here.state, here.starts, here.until) == (there.state, there.starts, there.until)
    for after in following:
        house.run(after)
    must_agree(house)
    [over] = house.places.by_stay.values()
    assert (over.state, over.until) == (TakenState.ENDED, TODAY)


@pytest.mark.parametrize("having_appended", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("append", APPENDS)
@pytest.mark.parametrize("step", STEPS)
def test_where_nobody_sends_it_again_nothing_is_half_taken(
    step: int, append: int, having_appended: bool
) -> None:
    house = House()
    command, _ = said_until(house, step)
    cut(house, command, append, having_appended=having_appended)
    house.follow()
    house.hands.now += LATER
    must_agree(house)
    before = list(house.places.by_stay.items())
    house.follow()
    assert list(house.places.by_stay.items()) == before


@pytest.mark.parametrize("having_appended", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("step", [1, 2, 3])
def test_what_was_declined_or_withdrawn_is_free_though_the_facility_was_not_told(
    step: int, having_appended: bool
) -> None:
    for no in (refusal_of, withdrawal_of):
        house = House()
        asked = house.asks(house.person())
        for command in life_of(asked)[:step]:
            house.run(command)
        assert cut(house, no(asked), 0, having_appended=having_appended)
        house.follow()
        if having_appended:
            assert house.taken() == []
            house.run(house.asks(house.person()))
        must_agree(house)


def test_a_request_that_was_cut_leaves_the_place_to_others_after_minutes() -> None:
    house = House()
    asked, other = house.asks(house.person()), house.asks(house.person())
    assert cut(house, asked, 0, having_appended=True)
    assert len(house.taken()) == 1
    assert house.stays(asked.pathway_id) == []
    house.hands.now += timedelta(minutes=10)
    assert house.taken() == []
    house.run(other)
    assert [place.stay_id for place in house.taken()] == [other.stay_id]


def test_a_hold_that_nobody_answers_is_over_at_its_instant() -> None:
    house = House()
    asked = house.asks(house.person())
    house.run(asked)
    [stay] = house.stays(asked.pathway_id)
    house.hands.now = stay.kept_until - timedelta(seconds=1)
    assert len(house.taken()) == 1
    house.hands.now = stay.kept_until
    assert house.taken() == []
    house.follow()
    assert house.taken() == []
    house.run(house.asks(house.person()))
