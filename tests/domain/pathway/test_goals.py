from datetime import date
from uuid import UUID

from domain.data_classes import DataClass
from domain.pathway.goals import (
    GoalAbandoned,
    GoalAgreed,
    GoalAlreadyEnded,
    GoalAlreadyKnown,
    GoalReached,
    GoalUnknown,
)
from domain.pathway.pathway import Pathway
from tests.domain.pathway.people import MARCH_5, opened
from tests.domain.scenario import given, known

GOAL = UUID("cccccccc-0000-4000-8000-000000000031")
JUNE_1 = date(2026, 6, 1)

AGREED = GoalAgreed(
    occurred_at=MARCH_5, goal_id=GOAL, words="Go to the town hall by myself.", hoped_by=JUNE_1
)
REACHED = GoalReached(occurred_at=MARCH_5, goal_id=GOAL, words="I did it, and I was proud.")
ABANDONED = GoalAbandoned(occurred_at=MARCH_5, goal_id=GOAL, words="Not now.")


def agree(pathway: Pathway, *, data_class: DataClass | None = None) -> GoalAgreed:
    return pathway.goals.agree(
        goal_id=GOAL,
        words="Go to the town hall by myself.",
        hoped_by=JUNE_1,
        data_class=data_class,
        at=MARCH_5,
    )


def reach(pathway: Pathway) -> GoalReached:
    return pathway.goals.reach(goal_id=GOAL, words="I did it, and I was proud.", at=MARCH_5)


def abandon(pathway: Pathway) -> GoalAbandoned:
    return pathway.goals.abandon(goal_id=GOAL, words="Not now.", at=MARCH_5)


def test_a_goal_is_agreed_in_the_persons_words() -> None:
    given(opened()).when(agree).then(AGREED)
    assert GoalAgreed.alone
    assert known(opened(), AGREED).goals.by_id[GOAL].hoped_by == JUNE_1


def test_an_id_is_one_goals() -> None:
    given(opened(), AGREED).when(agree).then_refused(GoalAlreadyKnown)


def test_a_goal_is_reached_and_told_in_the_persons_words() -> None:
    given(opened(), AGREED).when(reach).then(REACHED)
    given(opened()).when(reach).then_refused(GoalUnknown)


def test_a_goal_may_be_abandoned() -> None:
    given(opened(), AGREED).when(abandon).then(ABANDONED)
    given(opened()).when(abandon).then_refused(GoalUnknown)


def test_a_goal_ends_once() -> None:
    given(opened(), AGREED, REACHED).when(abandon).then_refused(GoalAlreadyEnded)
    given(opened(), AGREED, ABANDONED).when(reach).then_refused(GoalAlreadyEnded)


def test_the_end_of_a_goal_has_the_class_of_its_words() -> None:
    sensitive = AGREED.model_copy(update={"data_class": DataClass.MENTAL_HEALTH})
    given(opened()).when(lambda pathway: agree(pathway, data_class=DataClass.MENTAL_HEALTH)).then(
        sensitive
    )
    given(opened(), sensitive).when(reach).then(
        REACHED.model_copy(update={"data_class": DataClass.MENTAL_HEALTH})
    )


def test_the_end_of_a_goal_that_is_not_known_changes_nothing() -> None:
    assert known(opened(), REACHED).goals.by_id == {}
