import pytest

from domain.activity.activity import Activity
from domain.activity.counting import MoreCountedThanCame
from domain.activity.tallies import (
    FEWEST,
    AgeBand,
    PeopleTallied,
    Sex,
    Tally,
    TooFewToTell,
)
from domain.kernel import Aggregate
from domain.pathway.needs import NeedKind
from tests.domain.activity.scene import HELD, NOON, given

TALLY = Tally(
    ages={AgeBand.FROM_60: 4, AgeBand.UNTIL_17: 1},
    sexes={Sex.WOMEN: 3},
    needs={NeedKind.FOOD: 5, NeedKind.MOBILITY: 5},
)
TOLD = PeopleTallied(occurred_at=NOON, tally=TALLY)


def told(activity: Aggregate, tally: Tally, people: int) -> PeopleTallied:
    assert isinstance(activity, Activity)
    return activity.tallies.tell(tally=tally, people=people, at=NOON)


def test_ages_sexes_and_needs_are_told_apart() -> None:
    given(HELD).when(lambda activity: told(activity, TALLY, FEWEST)).then(TOLD)


def test_of_a_handful_nothing_is_told() -> None:
    given(HELD).when(lambda activity: told(activity, Tally(), FEWEST - 1)).then_refused(
        TooFewToTell
    )


@pytest.mark.parametrize(
    "tally",
    [
        Tally(ages={AgeBand.FROM_60: 4, AgeBand.UNTIL_17: 2}),
        Tally(sexes={Sex.WOMEN: 3, Sex.MEN: 3}),
        Tally(needs={NeedKind.FOOD: 6}),
    ],
    ids=["ages", "sexes", "needs"],
)
def test_nobody_is_told_of_twice_under_one_heading(tally: Tally) -> None:
    given(HELD).when(lambda activity: told(activity, tally, 5)).then_refused(MoreCountedThanCame)


def test_what_was_told_is_told_no_more_once_too_few_are_left() -> None:
    activity = given(HELD, TOLD).aggregate
    assert isinstance(activity, Activity)
    assert activity.tallies.of(FEWEST) == TALLY
    assert activity.tallies.of(FEWEST - 1) is None
    again = PeopleTallied(occurred_at=NOON, tally=Tally(sexes={Sex.MEN: 1}))
    assert activity.after(activity.next([again])).tallies.last == again.tally
