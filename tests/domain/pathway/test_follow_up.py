from collections.abc import Callable
from datetime import date

import pytest

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.follow_up import (
    FollowUpAlreadyPlanned,
    FollowUpCorrected,
    FollowUpDone,
    FollowUpIsOver,
    FollowUpMissed,
    FollowUpMissedReason,
    FollowUpMoved,
    FollowUpNotMoved,
    FollowUpNotOver,
    FollowUpPlan,
    FollowUpPlanned,
    FollowUpState,
    FollowUpUnknown,
    Mode,
    Purpose,
)
from domain.pathway.pathway import Pathway
from tests.domain.pathway.people import FOLLOW_UP, MARCH_5, MEDIATOR, RELAIS, opened
from tests.domain.scenario import given, known

MARCH_20, MARCH_27 = date(2026, 3, 20), date(2026, 3, 27)
PLAN = FollowUpPlan(due_on=MARCH_20, purpose=Purpose.RIGHTS, mode=Mode.PHONE, with_member=MEDIATOR)
PLANNED = FollowUpPlanned(
    occurred_at=MARCH_5,
    follow_up_id=FOLLOW_UP,
    planned_by=RELAIS,
    due_on=MARCH_20,
    purpose=Purpose.RIGHTS,
    mode=Mode.PHONE,
    with_member=MEDIATOR,
)
MOVED = FollowUpMoved(occurred_at=MARCH_5, follow_up_id=FOLLOW_UP, was=MARCH_20, due_on=MARCH_27)
DONE = FollowUpDone(occurred_at=MARCH_5, follow_up_id=FOLLOW_UP, done_by=RELAIS, mode=Mode.OFFICE)
MISSED = FollowUpMissed(
    occurred_at=MARCH_5,
    follow_up_id=FOLLOW_UP,
    missed_by=RELAIS,
    reason=FollowUpMissedReason.UNREACHABLE,
)

Decision = Callable[[Pathway], Fact]


def plan(data_class: DataClass = DataClass.SOCIAL) -> Decision:
    return lambda pathway: pathway.follow_ups.plan(
        follow_up_id=FOLLOW_UP,
        plan=PLAN.model_copy(update={"data_class": data_class}),
        by=RELAIS,
        at=MARCH_5,
    )


def move(due_on: date = MARCH_27) -> Decision:
    return lambda pathway: pathway.follow_ups.move(
        follow_up_id=FOLLOW_UP, due_on=due_on, at=MARCH_5
    )


def do(pathway: Pathway) -> Fact:
    return pathway.follow_ups.do(follow_up_id=FOLLOW_UP, by=RELAIS, mode=Mode.OFFICE, at=MARCH_5)


def miss(pathway: Pathway) -> Fact:
    return pathway.follow_ups.miss(
        follow_up_id=FOLLOW_UP, by=RELAIS, reason=FollowUpMissedReason.UNREACHABLE, at=MARCH_5
    )


def correct(pathway: Pathway) -> Fact:
    return pathway.follow_ups.correct(follow_up_id=FOLLOW_UP, by=RELAIS, at=MARCH_5)


def corrected(was: FollowUpState) -> FollowUpCorrected:
    return FollowUpCorrected(
        occurred_at=MARCH_5, follow_up_id=FOLLOW_UP, corrected_by=RELAIS, was=was
    )


def test_a_follow_up_is_planned_once() -> None:
    given(opened()).when(plan()).then(PLANNED)
    assert known(opened(), PLANNED).follow_ups.by_id[FOLLOW_UP].occurrence == 2
    given(opened(), PLANNED).when(plan()).then_refused(FollowUpAlreadyPlanned)


def test_a_follow_up_is_done_or_missed() -> None:
    given(opened(), PLANNED).when(do).then(DONE)
    given(opened(), PLANNED).when(miss).then(MISSED)


def test_a_follow_up_moves_to_another_day_which_is_another_occurrence() -> None:
    given(opened(), PLANNED).when(move()).then(MOVED)
    given(opened(), PLANNED).when(move(MARCH_20)).then_refused(FollowUpNotMoved)
    moved = known(opened(), PLANNED, MOVED).follow_ups.by_id[FOLLOW_UP]
    assert (moved.due_on, moved.occurrence) == (MARCH_27, 3)


@pytest.mark.parametrize(
    ("end", "state"), [(DONE, FollowUpState.DONE), (MISSED, FollowUpState.MISSED)]
)
def test_what_is_over_is_corrected_and_not_changed(end: Fact, state: FollowUpState) -> None:
    for decide in (move(), do, miss):
        given(opened(), PLANNED, end).when(decide).then_refused(FollowUpIsOver)
    assert known(opened(), PLANNED, end).follow_ups.by_id[FOLLOW_UP].state is state
    given(opened(), PLANNED, end).when(correct).then(corrected(state))
    again = known(opened(), PLANNED, end, corrected(state)).follow_ups.by_id[FOLLOW_UP]
    assert again.is_awaited
    assert again.occurrence == 4


def test_there_must_be_something_to_correct() -> None:
    given(opened(), PLANNED).when(correct).then_refused(FollowUpNotOver)


def test_a_follow_up_that_does_not_exist_is_unknown() -> None:
    for decide in (move(), do, miss, correct):
        given(opened()).when(decide).then_refused(FollowUpUnknown)


def test_who_plans_chooses_the_class_and_all_that_follows_has_it() -> None:
    assert plan(DataClass.IDENTITY)(known(opened())).data_class is DataClass.SOCIAL
    planned = plan(DataClass.HEALTH)(known(opened()))
    assert planned.data_class is DataClass.HEALTH
    for decide in (move(), do, miss):
        assert decide(known(opened(), planned)).data_class is DataClass.HEALTH
    done = do(known(opened(), planned))
    assert correct(known(opened(), planned, done)).data_class is DataClass.HEALTH


def test_what_follows_an_unseen_plan_is_passed_over() -> None:
    assert not known(opened(), MOVED, DONE).follow_ups.by_id
