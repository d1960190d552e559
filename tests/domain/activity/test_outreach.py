from datetime import timedelta

import pytest
from pydantic import ValidationError

from domain.activity.outreach import OutreachKind, OutreachSessionCorrected
from domain.activity.refusals import (
    ActivityAlreadyHeld,
    ActivityDatesReversed,
    ActivityUnknown,
    NotAnOutreachSession,
)
from domain.activity.words import ActivityKind, Happening
from domain.pathway.opening import MetAt
from tests.domain.activity.scene import CCAS, HELD, MORNING, NINE, NOON, RELAIS, given


def test_a_session_is_held() -> None:
    given().when(
        lambda activity: activity.outreach.hold(
            kind=OutreachKind.FOOD_DISTRIBUTION, happening=MORNING, by=RELAIS, at=NOON
        )
    ).then(HELD)


def test_a_session_is_known_for_what_it_is() -> None:
    activity = given(HELD).aggregate
    assert activity.holding.kind is ActivityKind.OUTREACH_SESSION  # type: ignore[attr-defined]
    assert activity.outreach.kind is OutreachKind.FOOD_DISTRIBUTION  # type: ignore[attr-defined]


def test_an_activity_is_held_once() -> None:
    given(HELD).when(lambda activity: activity.holding.must_be_new(MORNING)).then_refused(
        ActivityAlreadyHeld
    )


@pytest.mark.parametrize("lasting", [timedelta(), timedelta(hours=-1), timedelta(days=8)], ids=str)
def test_an_activity_ends_after_it_begins_and_within_a_week(lasting: timedelta) -> None:
    happening = MORNING.model_copy(update={"ends_at": NINE + lasting})
    given().when(lambda activity: activity.holding.must_be_new(happening)).then_refused(
        ActivityDatesReversed
    )


def test_the_end_may_not_be_known_yet() -> None:
    going_on = MORNING.model_copy(update={"ends_at": None})
    assert going_on.goes_forward


def test_who_goes_is_said_once_and_in_one_order() -> None:
    told = Happening(place="Pionsat", starts_at=NINE, team=(CCAS, RELAIS, CCAS))
    assert told.team == (RELAIS, CCAS)


@pytest.mark.parametrize("kilometres", [-1, 2_001])
def test_kilometres_are_those_of_a_day(kilometres: int) -> None:
    with pytest.raises(ValidationError):
        Happening(place="Pionsat", starts_at=NINE, kilometres=kilometres)


def test_an_activity_is_nothing_to_those_who_do_not_hold_it() -> None:
    for scenario, organisation_id in ((given(HELD), CCAS), (given(), RELAIS)):
        scenario.when(
            lambda activity, of=organisation_id: activity.holding.must_be_of(of)
        ).then_refused(ActivityUnknown)


LONGER = MORNING.model_copy(update={"ends_at": NOON + timedelta(hours=1), "kilometres": 42})
CORRECTED = OutreachSessionCorrected(
    occurred_at=NOON, happening=LONGER, kind=OutreachKind.MOBILE_TOUR
)


def test_a_session_is_told_again_whole() -> None:
    given(HELD).when(
        lambda activity: activity.outreach.correct(
            kind=OutreachKind.MOBILE_TOUR, happening=LONGER, at=NOON
        )
    ).then(CORRECTED)
    activity = given(HELD, CORRECTED).aggregate
    assert activity.holding.happening == LONGER  # type: ignore[attr-defined]
    assert activity.met_at is MetAt.MOBILE_TOUR  # type: ignore[attr-defined]


def test_what_is_no_session_is_not_told_as_one() -> None:
    given().when(
        lambda activity: activity.outreach.correct(
            kind=OutreachKind.MOBILE_TOUR, happening=LONGER, at=NOON
        )
    ).then_refused(NotAnOutreachSession)
