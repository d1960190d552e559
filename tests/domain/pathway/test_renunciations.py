from uuid import UUID

import pytest

from domain.data_classes import DataClass
from domain.pathway.obstacles.words import ObstacleKind
from domain.pathway.pathway import Pathway
from domain.pathway.renunciations import (
    Care,
    CareRenounced,
    GivenUp,
    LedTo,
    RenunciationAlreadyKnown,
    RenunciationIsOver,
    RenunciationLedTo,
    RenunciationUnknown,
)
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.rights.schemes import Scheme
from tests.domain.pathway.people import MARCH_4, MARCH_5, RELAIS, opened
from tests.domain.scenario import given, known

GIVEN_UP = UUID("cccccccc-0000-4000-8000-000000000061")
TEETH = GivenUp(care=Care.DENTAL)

RENOUNCED = CareRenounced(
    occurred_at=MARCH_4,
    data_class=DataClass.HEALTH,
    renunciation_id=GIVEN_UP,
    given_up=TEETH,
    reason=ObstacleKind.COST,
    words="The last bill frightened me.",
)


def led(outcome: LedTo, *, data_class: DataClass = DataClass.HEALTH) -> RenunciationLedTo:
    return RenunciationLedTo(
        occurred_at=MARCH_5, data_class=data_class, renunciation_id=GIVEN_UP, outcome=outcome
    )


def renounce(pathway: Pathway) -> CareRenounced:
    return pathway.renunciations.renounce(
        renunciation_id=GIVEN_UP,
        given_up=TEETH,
        reason=ObstacleKind.COST,
        words="The last bill frightened me.",
        at=MARCH_4,
    )


def take_up(pathway: Pathway) -> RenunciationLedTo:
    return pathway.renunciations.lead_to(
        renunciation_id=GIVEN_UP, outcome=LedTo.CARE_TAKEN_UP, at=MARCH_5
    )


def test_care_is_given_up_for_a_reason() -> None:
    given(opened()).when(renounce).then(RENOUNCED)
    given(opened(), RENOUNCED).when(renounce).then_refused(RenunciationAlreadyKnown)


@pytest.mark.parametrize(
    ("given_up", "reason", "data_class"),
    [
        (GivenUp(scheme=Scheme.C2S), ObstacleKind.PAPERWORK, DataClass.SOCIAL),
        (GivenUp(scheme=Scheme.AME), ObstacleKind.PAPERWORK, DataClass.STATUS),
        (GivenUp(care=Care.GENERAL), ObstacleKind.MOBILITY, DataClass.HEALTH),
        (GivenUp(care=Care.MENTAL_HEALTH), ObstacleKind.MOBILITY, DataClass.MENTAL_HEALTH),
        (GivenUp(scheme=Scheme.RSA), ObstacleKind.VIOLENCE, DataClass.PROTECTION),
    ],
)
def test_its_class_is_that_of_what_tells_most(
    given_up: GivenUp, reason: ObstacleKind, data_class: DataClass
) -> None:
    renounced = known(opened()).renunciations.renounce(
        renunciation_id=GIVEN_UP, given_up=given_up, reason=reason, at=MARCH_4
    )
    assert renounced.data_class is data_class


def test_care_or_a_right_is_given_up() -> None:
    for wrong in ({}, {"care": "dental", "scheme": "c2s"}):
        with pytest.raises(ValueError, match="one at a time"):
            GivenUp.model_validate(wrong)


def test_what_it_led_to_is_told_once() -> None:
    taken_up = led(LedTo.CARE_TAKEN_UP)
    given(opened(), RENOUNCED).when(take_up).then(taken_up)
    given(opened(), RENOUNCED, taken_up).when(take_up).then_refused(RenunciationIsOver)
    given(opened()).when(take_up).then_refused(RenunciationUnknown)


def test_who_still_gives_up_may_change_their_mind() -> None:
    given(opened(), RENOUNCED, led(LedTo.STILL_GIVEN_UP)).when(take_up).then(
        led(LedTo.CARE_TAKEN_UP)
    )


def test_what_follows_an_unknown_renunciation_changes_nothing() -> None:
    assert known(opened(), led(LedTo.WORSENED)).renunciations.by_id == {}


def test_the_renunciation_of_somebody_else_is_known_no_more() -> None:
    wrong = FactRecordedInWrongFile(occurred_at=MARCH_5, entry_id=GIVEN_UP, erased_by=RELAIS)
    assert known(opened(), RENOUNCED, wrong).renunciations.by_id == {}
