"""Whatever part of what was told somebody sees, in whatever order it was told, it can be read."""

from hypothesis import given as whatever
from hypothesis import strategies as st

from domain.kernel import Fact
from domain.pathway.screening.facts import (
    ConfirmationResultCorrected,
    RapidTestEnteredInError,
    RapidTestResultCorrected,
)
from domain.pathway.screening.rapid_test import WaitsFor
from domain.screening.words import LaboratoryResult, RapidTestResult
from tests.domain.pathway.people import MARCH_5, opened
from tests.domain.pathway.screening.tested import (
    AGAIN,
    AGREED,
    INVALID,
    MADE,
    MADE_AGAIN,
    NOT_WANTED,
    ORDERED,
    POSITIVE,
    REPEATED,
    TEST,
    TOLD,
    received,
)
from tests.domain.scenario import known

TOLD_OF_TESTS: list[Fact] = [
    AGREED,
    MADE,
    POSITIVE,
    INVALID,
    MADE_AGAIN,
    REPEATED,
    ORDERED,
    NOT_WANTED,
    received(LaboratoryResult.INDETERMINATE),
    received(LaboratoryResult.CONFIRMED),
    ConfirmationResultCorrected(
        occurred_at=MARCH_5, test_id=TEST, result=LaboratoryResult.NOT_CONFIRMED
    ),
    TOLD,
    RapidTestResultCorrected(occurred_at=MARCH_5, test_id=TEST, result=RapidTestResult.POSITIVE),
    RapidTestEnteredInError(occurred_at=MARCH_5, test_id=AGAIN),
]


@whatever(st.lists(st.sampled_from(TOLD_OF_TESTS), max_size=14))
def test_a_positive_is_never_left_without_a_next_step_or_an_explanation(told: list[Fact]) -> None:
    tests = known(opened(), *told).rapid_tests
    for test in tests.by_id.values():
        waits_for = tests.next_step(test.id)
        if test.result is RapidTestResult.POSITIVE and waits_for is None:
            assert test.refused_for is not None or test.is_answered
        if test.result is None:
            assert waits_for is WaitsFor.READ
