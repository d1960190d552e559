"""A positive test is an orientation: a laboratory confirms it, or the person says why not."""

from collections.abc import Callable

import pytest

from domain.kernel import Fact
from domain.pathway.pathway import Pathway
from domain.pathway.screening.facts import (
    ConfirmationResultCorrected,
    ConfirmationResultTold,
)
from domain.pathway.screening.rapid_test import WaitsFor
from domain.pathway.screening.refusals import (
    ConfirmationAlreadyOrdered,
    ConfirmationAlreadyRefused,
    ConfirmationKnown,
    NoConfirmationAwaited,
    NoResultToTell,
    NothingToConfirm,
    RapidTestUnknown,
    ResultNotChanged,
)
from domain.screening.words import LaboratoryResult, RapidTestResult, WhyNotConfirmed
from tests.domain.pathway.people import MARCH_5, opened
from tests.domain.pathway.screening.tested import (
    AGREED,
    INVALID,
    MADE,
    NOT_WANTED,
    ORDERED,
    POSITIVE,
    TEST,
    TOLD,
    read,
    received,
)
from tests.domain.scenario import given, known

FOUND = (opened(), AGREED, MADE, POSITIVE)
CONFIRMED = received(LaboratoryResult.CONFIRMED)
UNCLEAR = received(LaboratoryResult.INDETERMINATE)
YES_OR_NO = [LaboratoryResult.CONFIRMED, LaboratoryResult.NOT_CONFIRMED]


def order(pathway: Pathway) -> Fact:
    return pathway.rapid_tests.order_confirmation(
        test_id=TEST, laboratory="Invented laboratory", at=MARCH_5
    )


def refuse(pathway: Pathway) -> Fact:
    return pathway.rapid_tests.refuse_confirmation(
        test_id=TEST, reason=WhyNotConfirmed.OWN_DOCTOR, words="Asks his doctor.", at=MARCH_5
    )


def receiving(result: LaboratoryResult) -> Callable[[Pathway], Fact]:
    return lambda pathway: pathway.rapid_tests.receive_confirmation(
        test_id=TEST, result=result, at=MARCH_5
    )


def correcting(result: LaboratoryResult) -> Callable[[Pathway], Fact]:
    return lambda pathway: pathway.rapid_tests.correct_confirmation(
        test_id=TEST, result=result, at=MARCH_5
    )


def tell(pathway: Pathway) -> ConfirmationResultTold:
    return pathway.rapid_tests.tell_result(test_id=TEST, at=MARCH_5)


def waits_for(*facts: Fact) -> WaitsFor | None:
    return known(*FOUND, *facts).rapid_tests.next_step(TEST)


def test_a_positive_waits_for_one_or_the_other() -> None:
    assert waits_for() is WaitsFor.CONFIRM
    given(*FOUND).when(order).then(ORDERED)
    given(*FOUND).when(refuse).then(NOT_WANTED)


def test_what_is_not_positive_is_not_confirmed() -> None:
    for facts in ((MADE,), (MADE, INVALID), (MADE, read(RapidTestResult.NEGATIVE))):
        for decision in (order, refuse):
            given(opened(), AGREED, *facts).when(decision).then_refused(NothingToConfirm)


def test_the_result_is_awaited_received_then_told() -> None:
    assert waits_for(ORDERED) is WaitsFor.AWAIT_RESULT
    given(*FOUND, ORDERED).when(receiving(LaboratoryResult.CONFIRMED)).then(CONFIRMED)
    assert waits_for(ORDERED, CONFIRMED) is WaitsFor.TELL
    given(*FOUND, ORDERED, CONFIRMED).when(tell).then(TOLD)
    assert waits_for(ORDERED, CONFIRMED, TOLD) is None


@pytest.mark.parametrize("result", YES_OR_NO)
def test_once_a_laboratory_said_yes_or_no_nothing_more_is_asked(result: LaboratoryResult) -> None:
    told = (*FOUND, ORDERED, received(result), TOLD)
    for decision in (order, refuse):
        given(*told).when(decision).then_refused(ConfirmationKnown)
    given(*told).when(receiving(result)).then_refused(NoConfirmationAwaited)
    given(*told).when(tell).then_refused(NoResultToTell)


def test_where_it_could_not_tell_it_is_asked_again() -> None:
    told = (ORDERED, UNCLEAR, TOLD)
    assert waits_for(*told) is WaitsFor.CONFIRM
    given(*FOUND, *told).when(order).then(ORDERED)
    assert waits_for(*told, ORDERED) is WaitsFor.AWAIT_RESULT
    again = known(*FOUND, *told, ORDERED, CONFIRMED).rapid_tests.by_id[TEST].confirmations
    results = [one.result for one in again]
    assert results == [LaboratoryResult.INDETERMINATE, LaboratoryResult.CONFIRMED]


def test_a_person_who_wanted_none_may_change_their_mind_and_back() -> None:
    assert waits_for(NOT_WANTED) is None
    given(*FOUND, NOT_WANTED).when(refuse).then_refused(ConfirmationAlreadyRefused)
    given(*FOUND, NOT_WANTED).when(order).then(ORDERED)
    assert waits_for(NOT_WANTED, ORDERED) is WaitsFor.AWAIT_RESULT
    given(*FOUND, ORDERED).when(order).then_refused(ConfirmationAlreadyOrdered)
    given(*FOUND, ORDERED).when(refuse).then(NOT_WANTED)
    confirmed = receiving(LaboratoryResult.CONFIRMED)
    given(*FOUND, ORDERED, NOT_WANTED).when(confirmed).then_refused(NoConfirmationAwaited)


def test_nothing_is_received_or_told_that_was_not_asked() -> None:
    given(*FOUND).when(receiving(LaboratoryResult.CONFIRMED)).then_refused(NoConfirmationAwaited)
    for facts in ((), (ORDERED,)):
        given(*FOUND, *facts).when(tell).then_refused(NoResultToTell)
    for decision in (order, refuse, tell, receiving(LaboratoryResult.CONFIRMED)):
        given(opened()).when(decision).then_refused(RapidTestUnknown)


def test_a_result_written_down_wrong_is_told_again() -> None:
    corrected = ConfirmationResultCorrected(
        occurred_at=MARCH_5, test_id=TEST, result=LaboratoryResult.NOT_CONFIRMED
    )
    correct = correcting(LaboratoryResult.NOT_CONFIRMED)
    given(*FOUND, ORDERED, CONFIRMED, TOLD).when(correct).then(corrected)
    assert waits_for(ORDERED, CONFIRMED, TOLD, corrected) is WaitsFor.TELL
    same = correcting(LaboratoryResult.CONFIRMED)
    given(*FOUND, ORDERED, CONFIRMED).when(same).then_refused(ResultNotChanged)
    for facts in ((), (ORDERED,)):
        given(*FOUND, *facts).when(correct).then_refused(NoConfirmationAwaited)


def test_an_answer_without_its_question_changes_nothing() -> None:
    corrected = ConfirmationResultCorrected(
        occurred_at=MARCH_5, test_id=TEST, result=LaboratoryResult.NOT_CONFIRMED
    )
    assert known(*FOUND, CONFIRMED, corrected, TOLD).rapid_tests == known(*FOUND).rapid_tests
