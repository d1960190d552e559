"""A test is made, read when its kit says so, and repeated where it was invalid."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.pathway import Pathway
from domain.pathway.screening.facts import (
    RapidTestEnteredInError,
    RapidTestPerformed,
    RapidTestRead,
    RapidTestRepeated,
    RapidTestResultCorrected,
)
from domain.pathway.screening.rapid_test import WaitsFor
from domain.pathway.screening.refusals import (
    NothingToRepeat,
    RapidTestAlreadyKnown,
    RapidTestAlreadyRead,
    RapidTestNotRead,
    RapidTestUnknown,
    ReadBeforePerformed,
    ReadOutsideWindow,
    ResultActedUpon,
    ResultNotChanged,
)
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.screening.words import RapidTestKind, RapidTestResult, Sample
from tests.domain.pathway.people import MARCH_4, MARCH_5, MEDIATOR, RELAIS, opened
from tests.domain.pathway.screening.tested import (
    AGAIN,
    AGREED,
    CONSENT,
    IN_TIME,
    INVALID,
    MADE,
    MADE_AGAIN,
    NOT_WANTED,
    ON,
    ORDERED,
    POSITIVE,
    REPEATED,
    TEST,
    USED,
    read,
)
from tests.domain.scenario import given, known

BEFORE = (opened(), AGREED)
NEGATIVE = read(RapidTestResult.NEGATIVE)
Decision = Callable[[Pathway], Fact]


def make(pathway: Pathway) -> RapidTestPerformed:
    return pathway.rapid_tests.perform(
        test_id=TEST,
        test_consent_id=CONSENT,
        used=USED,
        sample=Sample.CAPILLARY_BLOOD,
        operator_id=MEDIATOR,
        on=ON,
        by=RELAIS,
        at=MARCH_4,
    )


def reading(
    result: RapidTestResult = RapidTestResult.POSITIVE, *, at: datetime = IN_TIME
) -> Decision:
    return lambda pathway: pathway.rapid_tests.read(test_id=TEST, result=result, at=at)


def repeating(
    kind: RapidTestKind = RapidTestKind.HIV,
) -> Callable[[Pathway], RapidTestRepeated]:
    return lambda pathway: pathway.rapid_tests.repeat(
        test_id=AGAIN, repeats=TEST, kind=kind, at=IN_TIME
    )


def correcting(result: RapidTestResult) -> Decision:
    return lambda pathway: pathway.rapid_tests.correct(test_id=TEST, result=result, at=MARCH_5)


def withdraw(pathway: Pathway) -> RapidTestEnteredInError:
    return pathway.rapid_tests.enter_in_error(test_id=TEST, at=MARCH_5)


def waits_for(*facts: Fact, test_id: UUID = TEST) -> WaitsFor | None:
    return known(*facts).rapid_tests.next_step(test_id)


def test_a_test_is_recorded_with_its_kit_and_who_made_it() -> None:
    given(*BEFORE).when(make).then(MADE)
    given(*BEFORE, MADE).when(make).then_refused(RapidTestAlreadyKnown)
    assert waits_for(*BEFORE, MADE) is WaitsFor.READ


def test_not_even_that_there_was_one_leaves_its_class() -> None:
    facts = (MADE, POSITIVE, REPEATED, ORDERED, NOT_WANTED)
    assert {fact.data_class for fact in facts} == {DataClass.SCREENING}


def test_a_test_is_read_once_after_it_was_made() -> None:
    given(*BEFORE, MADE).when(reading()).then(POSITIVE)
    given(*BEFORE, MADE, POSITIVE).when(reading()).then_refused(RapidTestAlreadyRead)
    given(*BEFORE).when(reading()).then_refused(RapidTestUnknown)
    early = reading(at=MARCH_4 - timedelta(minutes=1))
    given(*BEFORE, MADE).when(early).then_refused(ReadBeforePerformed)


@pytest.mark.parametrize("minutes", [15, 20])
def test_a_kit_is_read_when_its_lot_says(minutes: int) -> None:
    at = MARCH_4 + timedelta(minutes=minutes)
    seen = read(RapidTestResult.NEGATIVE, at=at)
    given(*BEFORE, MADE).when(reading(RapidTestResult.NEGATIVE, at=at)).then(seen)


@pytest.mark.parametrize("minutes", [14, 21])
def test_read_at_another_time_it_can_only_be_invalid(minutes: int) -> None:
    at = MARCH_4 + timedelta(minutes=minutes)
    given(*BEFORE, MADE).when(reading(at=at)).then_refused(ReadOutsideWindow)
    invalid = RapidTestResult.INVALID
    given(*BEFORE, MADE).when(reading(invalid, at=at)).then(read(invalid, at=at))


def test_where_the_lot_says_nothing_the_operator_knows() -> None:
    kit = USED.kit.model_copy(update={"window": None})
    made = MADE.model_copy(update={"used": USED.model_copy(update={"kit": kit})})
    given(*BEFORE, made).when(reading(at=MARCH_5)).then(read(RapidTestResult.POSITIVE, at=MARCH_5))


def test_an_invalid_test_is_repeated_and_both_are_kept() -> None:
    assert waits_for(*BEFORE, MADE, INVALID) is WaitsFor.REPEAT
    given(*BEFORE, MADE, INVALID).when(repeating()).then(REPEATED)
    told = (*BEFORE, MADE, INVALID, MADE_AGAIN, REPEATED)
    assert known(*told).rapid_tests.by_id[AGAIN].repeats == TEST
    assert waits_for(*told) is None
    assert waits_for(*told, test_id=AGAIN) is WaitsFor.READ
    given(*told).when(repeating()).then_refused(NothingToRepeat)


def test_what_was_not_invalid_is_not_repeated() -> None:
    for facts in ((MADE,), (MADE, NEGATIVE), (MADE, POSITIVE)):
        given(*BEFORE, *facts).when(repeating()).then_refused(NothingToRepeat)
    given(*BEFORE).when(repeating()).then_refused(RapidTestUnknown)
    other = repeating(RapidTestKind.HCV)
    given(*BEFORE, MADE, INVALID).when(other).then_refused(NothingToRepeat)


def test_where_the_repetition_never_was_the_test_is_still_to_repeat() -> None:
    undone = RapidTestEnteredInError(occurred_at=MARCH_5, test_id=AGAIN)
    told = (*BEFORE, MADE, INVALID, MADE_AGAIN, REPEATED, undone)
    assert waits_for(*told) is WaitsFor.REPEAT


def test_a_result_written_down_wrong_is_corrected() -> None:
    corrected = RapidTestResultCorrected(
        occurred_at=MARCH_5, test_id=TEST, result=RapidTestResult.NEGATIVE
    )
    correct = correcting(RapidTestResult.NEGATIVE)
    given(*BEFORE, MADE, POSITIVE).when(correct).then(corrected)
    given(*BEFORE, MADE, NEGATIVE).when(correct).then_refused(ResultNotChanged)
    given(*BEFORE, MADE).when(correct).then_refused(RapidTestNotRead)
    assert waits_for(*BEFORE, MADE, POSITIVE, corrected) is None


def test_a_result_that_was_acted_upon_is_not_corrected() -> None:
    correct = correcting(RapidTestResult.NEGATIVE)
    for facts in (
        (MADE, POSITIVE, ORDERED),
        (MADE, POSITIVE, NOT_WANTED),
        (MADE, INVALID, MADE_AGAIN, REPEATED),
    ):
        given(*BEFORE, *facts).when(correct).then_refused(ResultActedUpon)


def test_a_test_read_too_late_is_not_corrected_into_a_result() -> None:
    late = read(RapidTestResult.INVALID, at=MARCH_5)
    given(*BEFORE, MADE, late).when(correcting(RapidTestResult.NEGATIVE)).then_refused(
        ReadOutsideWindow
    )


def test_a_test_that_never_was_is_withdrawn() -> None:
    withdrawn = RapidTestEnteredInError(occurred_at=MARCH_5, test_id=TEST)
    given(*BEFORE, MADE).when(withdraw).then(withdrawn)
    given(*BEFORE, MADE, withdrawn).when(withdraw).then_refused(RapidTestUnknown)


def test_somebody_elses_test_is_known_no_more_with_all_that_was_said_of_it() -> None:
    wrong = FactRecordedInWrongFile(occurred_at=MARCH_5, entry_id=TEST, erased_by=RELAIS)
    assert known(*BEFORE, MADE, POSITIVE, ORDERED, wrong).rapid_tests.by_id == {}


def test_what_follows_an_unknown_test_changes_nothing() -> None:
    orphans: tuple[Fact, ...] = (POSITIVE, REPEATED, ORDERED, NOT_WANTED)
    assert known(*BEFORE, *orphans).rapid_tests.by_id == {}
    assert isinstance(POSITIVE, RapidTestRead)
