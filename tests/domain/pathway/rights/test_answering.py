from datetime import date

import pytest

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.pathway import Pathway
from domain.pathway.rights import facts as said
from domain.pathway.rights.refusals import (
    AnswerNotDue,
    AppealAlreadyFiled,
    EndsBeforeStart,
    EndUnknown,
    NoAppealPending,
    NothingFiled,
    NothingToAppeal,
    RightAlreadyOpen,
    RightUnknown,
    RightWasRefused,
    SilenceNotConfirmed,
)
from domain.pathway.rights.right import Stage
from domain.rights.schemes import AppealStep, Decision, RefusalReason, Scheme
from tests.domain.pathway.people import MARCH_5, opened
from tests.domain.pathway.rights.examples import (
    ASKED_C2S,
    FILED,
    FILED_ON,
    FIRST,
    LAST,
    OPEN_C2S,
    OPENED,
    REFUSED,
    RIGHT,
    RULES,
    of_right,
    started,
)
from tests.domain.scenario import given, known

HEALTH = {"data_class": DataClass.HEALTH}
ASKED_AAH = (opened(), started(Scheme.AAH), FILED.model_copy(update=HEALTH))
REFUSED_AAH = REFUSED.model_copy(update=HEALTH)
SILENCE = of_right(
    said.ImpliedDecisionReached, on=date(2026, 7, 11), decision=Decision.REFUSED, **HEALTH
)
PRIOR = of_right(
    said.AppealFiled, on=date(2026, 7, 31), step=AppealStep.PRIOR, in_time=True, **HEALTH
)
UPHELD = of_right(said.AppealDecided, on=date(2026, 9, 1), decision=Decision.GRANTED, **HEALTH)
DISMISSED = UPHELD.model_copy(update={"decision": Decision.REFUSED})


def open_it(
    pathway: Pathway, *, starts_on: date = FIRST, ends_on: date | None = None
) -> list[Fact]:
    return pathway.rights.open(
        right_id=RIGHT, starts_on=starts_on, ends_on=ends_on, rules=RULES, at=MARCH_5
    )


def refuse(pathway: Pathway) -> Fact:
    return pathway.rights.refuse(
        right_id=RIGHT,
        reason=RefusalReason.RESOURCES,
        rules=RULES,
        on=date(2026, 5, 31),
        at=MARCH_5,
    )


def keep_silent(pathway: Pathway, *, on: date = date(2026, 7, 11)) -> Fact:
    return pathway.rights.reach_implied_decision(right_id=RIGHT, rules=RULES, on=on, at=MARCH_5)


def appeal(
    pathway: Pathway, *, on: date = date(2026, 7, 31), step: AppealStep = AppealStep.PRIOR
) -> Fact:
    return pathway.rights.appeal(right_id=RIGHT, step=step, rules=RULES, on=on, at=MARCH_5)


def decide(pathway: Pathway) -> Fact:
    return pathway.rights.decide_appeal(
        right_id=RIGHT,
        decision=Decision.GRANTED,
        rules=RULES,
        on=date(2026, 9, 1),
        at=MARCH_5,
    )


def test_a_right_is_opened_with_the_last_day_that_the_rules_give() -> None:
    given(*ASKED_C2S).when(open_it).then(OPENED)


def test_a_last_day_read_on_the_paper_is_taken_as_it_is() -> None:
    ends = date(2026, 9, 30)
    given(*ASKED_C2S).when(lambda pathway: open_it(pathway, ends_on=ends)).then(
        OPENED.model_copy(update={"ends_on": ends})
    )


def test_state_medical_aid_lasts_from_its_filing() -> None:
    status = {"data_class": DataClass.STATUS}
    given(opened(), started(Scheme.AME), FILED.model_copy(update=status)).when(open_it).then(
        OPENED.model_copy(update={"ends_on": date(2027, 3, 9), **status})
    )


def test_a_right_without_a_length_has_no_term() -> None:
    given(*ASKED_AAH).when(open_it).then(OPENED.model_copy(update={"ends_on": None, **HEALTH}))


def test_a_length_that_is_not_verified_is_not_asserted() -> None:
    ald = (opened(), started(Scheme.ALD), FILED.model_copy(update=HEALTH))
    given(*ald).when(open_it).then_refused(EndUnknown)
    given(*ald).when(lambda pathway: open_it(pathway, ends_on=LAST)).then(
        OPENED.model_copy(update=HEALTH)
    )


def test_a_right_ends_after_it_starts() -> None:
    given(*ASKED_C2S).when(
        lambda pathway: open_it(pathway, ends_on=date(2026, 3, 31))
    ).then_refused(EndsBeforeStart)
    given(*ASKED_C2S).when(lambda pathway: open_it(pathway, ends_on=FIRST)).then(
        OPENED.model_copy(update={"ends_on": FIRST})
    )


def test_only_a_filed_application_is_granted_and_once() -> None:
    given(opened()).when(open_it).then_refused(RightUnknown)
    given(opened(), started(Scheme.C2S)).when(open_it).then_refused(NothingFiled)
    given(*OPEN_C2S).when(open_it).then_refused(RightAlreadyOpen)


def test_a_right_refused_in_writing_is_not_opened() -> None:
    given(*ASKED_C2S, REFUSED).when(open_it).then_refused(RightWasRefused)
    assert known(*ASKED_C2S, REFUSED).rights.right(RIGHT).stage is Stage.REFUSED


def test_an_application_is_refused_once_and_only_when_filed() -> None:
    given(*ASKED_C2S).when(refuse).then(REFUSED)
    given(*ASKED_C2S, REFUSED).when(refuse).then_refused(NothingFiled)
    given(opened(), started(Scheme.C2S)).when(refuse).then_refused(NothingFiled)
    given(*OPEN_C2S).when(refuse).then_refused(NothingFiled)
    given(opened()).when(refuse).then_refused(RightUnknown)


def test_silence_decides_the_day_after_the_service_had_to_answer() -> None:
    given(*ASKED_AAH).when(lambda pathway: keep_silent(pathway, on=date(2026, 7, 10))).then_refused(
        AnswerNotDue
    )
    given(*ASKED_AAH).when(keep_silent).then(SILENCE)
    assert known(*ASKED_AAH, SILENCE).rights.right(RIGHT).stage is Stage.REFUSED


def test_some_silence_grants_once_the_file_was_complete() -> None:
    complete = of_right(said.FileDeclaredComplete, on=FILED_ON)
    granted = of_right(said.ImpliedDecisionReached, on=date(2026, 5, 11), decision=Decision.GRANTED)
    given(*ASKED_C2S).when(keep_silent).then_refused(AnswerNotDue)
    given(*ASKED_C2S, complete).when(
        lambda pathway: keep_silent(pathway, on=date(2026, 5, 11))
    ).then(granted)
    assert known(*ASKED_C2S, complete, granted).rights.right(RIGHT).stage is Stage.GRANTED
    given(*ASKED_C2S, complete, granted).when(open_it).then(OPENED)


@pytest.mark.parametrize("scheme", [Scheme.AME, Scheme.RSA])
def test_silence_decides_nothing_where_its_meaning_is_not_verified_or_not_known(
    scheme: Scheme,
) -> None:
    given(opened(), started(scheme), FILED).when(keep_silent).then_refused(SilenceNotConfirmed)


def test_silence_after_an_answer_decides_nothing() -> None:
    given(*ASKED_AAH, REFUSED_AAH).when(keep_silent).then_refused(NothingFiled)


def test_a_service_may_answer_after_its_silence() -> None:
    given(*ASKED_AAH, SILENCE).when(refuse).then(REFUSED_AAH)
    given(*ASKED_AAH, SILENCE).when(open_it).then(
        OPENED.model_copy(update={"ends_on": None, **HEALTH})
    )


@pytest.mark.parametrize(("on", "in_time"), [(date(2026, 7, 31), True), (date(2026, 8, 1), False)])
def test_an_appeal_is_in_time_or_late_and_noted_all_the_same(on: date, in_time: bool) -> None:
    given(*ASKED_AAH, REFUSED_AAH).when(lambda pathway: appeal(pathway, on=on)).then(
        PRIOR.model_copy(update={"on": on, "in_time": in_time})
    )


def test_an_appeal_contests_a_silence_too() -> None:
    given(*ASKED_AAH, SILENCE).when(appeal).then(PRIOR)


@pytest.mark.parametrize("history", [ASKED_C2S, OPEN_C2S, (opened(), started(Scheme.C2S))])
def test_only_a_refusal_is_appealed(history: tuple[Fact, ...]) -> None:
    given(*history).when(appeal).then_refused(NothingToAppeal)


def test_whether_an_appeal_is_in_time_is_not_said_without_a_certain_rule() -> None:
    court = PRIOR.model_copy(update={"step": AppealStep.COURT, "in_time": None})
    given(*ASKED_AAH, REFUSED_AAH).when(
        lambda pathway: appeal(pathway, step=AppealStep.COURT)
    ).then(court)
    given(*ASKED_C2S, REFUSED).when(appeal).then(
        PRIOR.model_copy(update={"in_time": None, "data_class": DataClass.SOCIAL})
    )


def test_one_appeal_is_examined_at_a_time() -> None:
    given(*ASKED_AAH, REFUSED_AAH, PRIOR).when(appeal).then_refused(AppealAlreadyFiled)
    given(*ASKED_AAH, REFUSED_AAH, PRIOR, DISMISSED).when(
        lambda pathway: appeal(pathway, step=AppealStep.COURT)
    ).then(PRIOR.model_copy(update={"step": AppealStep.COURT, "in_time": None}))


def test_an_appeal_is_decided_once() -> None:
    given(*ASKED_AAH, REFUSED_AAH, PRIOR).when(decide).then(UPHELD)
    given(*ASKED_AAH, REFUSED_AAH, PRIOR, UPHELD).when(decide).then_refused(NoAppealPending)
    given(*ASKED_AAH, REFUSED_AAH).when(decide).then_refused(NoAppealPending)
    given(opened(), started(Scheme.AAH)).when(decide).then_refused(NoAppealPending)


def test_an_upheld_appeal_opens_the_right() -> None:
    given(*ASKED_AAH, REFUSED_AAH, PRIOR, UPHELD).when(open_it).then(
        OPENED.model_copy(update={"ends_on": None, **HEALTH})
    )
    given(*ASKED_AAH, REFUSED_AAH, PRIOR, DISMISSED).when(open_it).then_refused(RightWasRefused)
