"""Health days, as they are told and told again."""

import pytest
from pydantic import ValidationError

from domain.activity.activity import Activity
from domain.activity.counting import MoreCountedThanCame
from domain.activity.health_days import (
    AnonymousTest,
    HealthDay,
    HealthDayCorrected,
    HealthDayHeld,
    Stand,
)
from domain.activity.holding import ActivityWithdrawn
from domain.activity.refusals import ActivityUnknown
from domain.activity.themes import PreventionTheme
from domain.activity.words import ActivityKind
from domain.pathway.referrals.words import Service
from tests.domain.activity.scene import CCAS, HELD, MORNING, NOON, RELAIS, given

DAY = HealthDay(
    people=120,
    other_partners=("Comité du sport adapté",),
    stands=(Stand(theme=PreventionTheme.NUTRITION, kept_by="Diététiciennes du Plateau"),),
    by_theme={PreventionTheme.NUTRITION: 60, PreventionTheme.DENTAL: 34},
    tests={AnonymousTest.HIV: 12},
    orientations={Service.MEDICAL_APPOINTMENT: 9},
)
DAY_HELD = HealthDayHeld(occurred_at=NOON, held_by=RELAIS, happening=MORNING, day=DAY)
MORE_CAME = DAY.model_copy(update={"people": 131})
CORRECTED = HealthDayCorrected(occurred_at=NOON, happening=MORNING, day=MORE_CAME)
WITHDRAWN = ActivityWithdrawn(occurred_at=NOON, held_by=RELAIS)


def hold(activity: Activity, day: HealthDay = DAY) -> HealthDayHeld:
    return activity.health_days.hold(day=day, happening=MORNING, by=RELAIS, at=NOON)


def correct(activity: Activity, day: HealthDay = MORE_CAME) -> HealthDayCorrected:
    return activity.health_days.correct(day=day, happening=MORNING, at=NOON)


def withdraw(activity: Activity) -> ActivityWithdrawn:
    return activity.holding.withdraw(by=RELAIS, at=NOON)


def test_a_day_is_held() -> None:
    given().when(hold).then(DAY_HELD)
    activity = given(DAY_HELD).aggregate
    assert activity.holding.kind is ActivityKind.HEALTH_DAY  # type: ignore[attr-defined]
    assert activity.health_days.day == DAY  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "said",
    [
        {"by_theme": {PreventionTheme.DENTAL: 121}},
        {"tests": {AnonymousTest.HIV: 121}},
        {"orientations": {Service.DENTAL_CARE: 121}},
    ],
    ids=["by theme", "tests", "orientations"],
)
def test_nobody_is_counted_twice_under_a_heading(said: dict[str, object]) -> None:
    wrong = DAY.model_copy(update=said)
    given().when(lambda activity: hold(activity, wrong)).then_refused(MoreCountedThanCame)
    given(DAY_HELD).when(lambda activity: correct(activity, wrong)).then_refused(
        MoreCountedThanCame
    )


def test_a_day_is_told_again_whole() -> None:
    given(DAY_HELD).when(correct).then(CORRECTED)
    activity = given(DAY_HELD, CORRECTED).aggregate
    assert activity.health_days.day == MORE_CAME  # type: ignore[attr-defined]
    given(HELD).when(correct).then_refused(ActivityUnknown)


def test_a_correction_may_move_the_day() -> None:
    elsewhere = MORNING.model_copy(update={"place": "Salle des fêtes de Saint-Éloy"})
    moved = CORRECTED.model_copy(update={"happening": elsewhere})
    holding = given(DAY_HELD, moved).aggregate.holding  # type: ignore[attr-defined]
    assert (holding.happening, holding.held_by) == (elsewhere, RELAIS)


def test_a_day_that_never_was_is_withdrawn_by_those_who_held_it() -> None:
    given(DAY_HELD).when(withdraw).then(WITHDRAWN)
    given(DAY_HELD).when(lambda activity: activity.holding.withdraw(by=CCAS, at=NOON)).then_refused(
        ActivityUnknown
    )
    given(DAY_HELD, WITHDRAWN).when(withdraw).then_refused(ActivityUnknown)
    given(DAY_HELD, WITHDRAWN).when(
        lambda activity: activity.holding.must_be_of(RELAIS)
    ).then_refused(ActivityUnknown)


@pytest.mark.parametrize("wrong", [{"people": -1}, {"tests": {"hiv": -1}}, {"tests": {"flu": 1}}])
def test_counts_are_of_known_things(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        HealthDay.model_validate(DAY.model_dump() | wrong)
