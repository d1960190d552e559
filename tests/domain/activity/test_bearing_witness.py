"""Prevention actions, trainings given, bodies attended: told, told again."""

import pytest
from pydantic import ValidationError

from domain.activity.bodies import Body, BodyAttended, BodyCorrected, BodyLevel
from domain.activity.preventions import (
    Audience,
    PreventionAction,
    PreventionActionCorrected,
    PreventionActionHeld,
)
from domain.activity.refusals import ActivityUnknown
from domain.activity.themes import PreventionTheme
from domain.activity.trainings import Training, TrainingCorrected, TrainingForm, TrainingGiven
from domain.activity.words import ActivityKind
from domain.members import Profession
from tests.domain.activity.scene import HELD, MORNING, NOON, RELAIS, given

ACTION = PreventionAction(
    theme=PreventionTheme.CONTRACEPTION, audience=Audience.YOUNG_WOMEN, people=14
)
ACTION_HELD = PreventionActionHeld(
    occurred_at=NOON, held_by=RELAIS, happening=MORNING, action=ACTION
)
TRAINING = Training(
    subject="Non-recours en milieu rural",
    form=TrainingForm.DIPLOMA,
    participants={Profession.NURSE: 8, Profession.SOCIAL_WORKER: 5},
    minutes=180,
)
TRAINING_GIVEN = TrainingGiven(
    occurred_at=NOON, held_by=RELAIS, happening=MORNING, training=TRAINING
)
BODY = Body(name="Conseil local de santé", level=BodyLevel.LOCAL, subject="Mobilité")
BODY_ATTENDED = BodyAttended(occurred_at=NOON, held_by=RELAIS, happening=MORNING, body=BODY)


def test_a_prevention_action_is_held_and_told_again() -> None:
    given().when(
        lambda activity: activity.preventions.hold(
            action=ACTION, happening=MORNING, by=RELAIS, at=NOON
        )
    ).then(ACTION_HELD)
    more = ACTION.model_copy(update={"people": 15})
    corrected = PreventionActionCorrected(occurred_at=NOON, happening=MORNING, action=more)
    given(ACTION_HELD).when(
        lambda activity: activity.preventions.correct(action=more, happening=MORNING, at=NOON)
    ).then(corrected)
    known = given(ACTION_HELD, corrected).aggregate
    assert known.preventions.action == more  # type: ignore[attr-defined]


def test_a_training_is_given_and_told_again() -> None:
    given().when(
        lambda activity: activity.trainings.give(
            training=TRAINING, happening=MORNING, by=RELAIS, at=NOON
        )
    ).then(TRAINING_GIVEN)
    longer = TRAINING.model_copy(update={"minutes": 360})
    corrected = TrainingCorrected(occurred_at=NOON, happening=MORNING, training=longer)
    given(TRAINING_GIVEN).when(
        lambda activity: activity.trainings.correct(training=longer, happening=MORNING, at=NOON)
    ).then(corrected)
    known = given(TRAINING_GIVEN, corrected).aggregate
    assert known.trainings.training == longer  # type: ignore[attr-defined]


def test_a_body_is_attended_and_told_again() -> None:
    given().when(
        lambda activity: activity.bodies.attend(body=BODY, happening=MORNING, by=RELAIS, at=NOON)
    ).then(BODY_ATTENDED)
    regional = BODY.model_copy(update={"level": BodyLevel.REGIONAL})
    corrected = BodyCorrected(occurred_at=NOON, happening=MORNING, body=regional)
    given(BODY_ATTENDED).when(
        lambda activity: activity.bodies.correct(body=regional, happening=MORNING, at=NOON)
    ).then(corrected)
    known = given(BODY_ATTENDED, corrected).aggregate
    assert known.bodies.body == regional  # type: ignore[attr-defined]


def test_each_kind_is_told_again_as_what_it_is() -> None:
    for scenario in (given(HELD), given()):
        scenario.when(
            lambda activity: activity.preventions.correct(action=ACTION, happening=MORNING, at=NOON)
        ).then_refused(ActivityUnknown)
        scenario.when(
            lambda activity: activity.trainings.correct(
                training=TRAINING, happening=MORNING, at=NOON
            )
        ).then_refused(ActivityUnknown)
        scenario.when(
            lambda activity: activity.bodies.correct(body=BODY, happening=MORNING, at=NOON)
        ).then_refused(ActivityUnknown)


def test_an_activity_is_known_for_what_it_is() -> None:
    kinds = {
        ActivityKind.PREVENTION: ACTION_HELD,
        ActivityKind.TRAINING: TRAINING_GIVEN,
        ActivityKind.BODY: BODY_ATTENDED,
    }
    for kind, fact in kinds.items():
        assert given(fact).aggregate.holding.kind is kind  # type: ignore[attr-defined]


@pytest.mark.parametrize("wrong", [{"participants": {"juggler": 1}}, {"minutes": 0}], ids=str)
def test_a_training_has_hours_and_professions(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Training.model_validate(TRAINING.model_dump() | wrong)
