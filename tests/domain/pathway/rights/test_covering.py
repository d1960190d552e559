from datetime import date

import pytest

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.pathway import Pathway
from domain.pathway.rights import facts as said
from domain.pathway.rights.refusals import (
    EndsBeforeStart,
    LastDayMissing,
    PeriodsOverlap,
    PeriodUnknown,
    RestoredBeforeSuspended,
    RightAlreadyKnown,
    RightEnded,
    RightIsSuspended,
    RightNotEnded,
    RightNotInForce,
    RightNotOpen,
    RightNotSuspended,
    RightStillRuns,
    RightUnknown,
    RightWasRefused,
)
from domain.pathway.rights.right import Right, Stage
from domain.rights.periods import Period
from domain.rights.schemes import EndReason, NonTakeUp, Scheme, SuspensionReason
from tests.domain.pathway.people import MARCH_5, opened
from tests.domain.pathway.rights.examples import (
    ASKED_C2S,
    FILED,
    FIRST,
    LAST,
    OPEN_C2S,
    OTHER_RIGHT,
    REFUSED,
    RIGHT,
    RULES,
    expired,
    held,
    of_right,
    started,
)
from tests.domain.scenario import given, known

# RSA gives no health cover: its facts come without any gap, which the next module tells of.
JANUARY_1, DECEMBER_31 = date(2026, 1, 1), date(2026, 12, 31)
JUNE_1, JULY_1 = date(2026, 6, 1), date(2026, 7, 1)
NEXT_YEAR, ITS_END = date(2027, 1, 1), date(2027, 12, 31)
HELD = (opened(), held(Scheme.RSA, JANUARY_1, DECEMBER_31))  # told by the second fact
RENEWED = of_right(said.RightRenewed, starts_on=NEXT_YEAR, ends_on=ITS_END)
RENEWAL = of_right(said.RenewalFiled, on=date(2026, 12, 15))
SUSPENDED = of_right(said.RightSuspended, on=JUNE_1, reason=SuspensionReason.DECLARATION_MISSING)
RESTORED = of_right(said.RightRestored, on=JULY_1)
ENDED = expired(JUNE_1, EndReason.PERSON_ASKED)
EXPIRED = expired(DECEMBER_31)


def right(*history: Fact) -> Right:
    return known(*history).rights.right(RIGHT)


def declare(pathway: Pathway, *, ends_on: date | None = DECEMBER_31) -> list[Fact]:
    return pathway.rights.declare_open(
        right_id=RIGHT,
        scheme=Scheme.RSA,
        starts_on=JANUARY_1,
        ends_on=ends_on,
        rules=RULES,
        at=MARCH_5,
    )


def renew(
    pathway: Pathway, *, starts_on: date = NEXT_YEAR, ends_on: date | None = ITS_END
) -> list[Fact]:
    return pathway.rights.renew(
        right_id=RIGHT, starts_on=starts_on, ends_on=ends_on, rules=RULES, at=MARCH_5
    )


def suspend(pathway: Pathway, *, on: date = JUNE_1) -> list[Fact]:
    return pathway.rights.suspend(
        right_id=RIGHT,
        reason=SuspensionReason.DECLARATION_MISSING,
        rules=RULES,
        on=on,
        at=MARCH_5,
    )


def restore(pathway: Pathway, *, on: date = JULY_1) -> list[Fact]:
    return pathway.rights.restore(right_id=RIGHT, rules=RULES, on=on, at=MARCH_5)


def expire(pathway: Pathway, *, today: date = NEXT_YEAR) -> list[Fact]:
    return pathway.rights.expire(right_id=RIGHT, rules=RULES, today=today, at=MARCH_5)


def end(pathway: Pathway, *, on: date = JUNE_1) -> list[Fact]:
    return pathway.rights.end(
        right_id=RIGHT, reason=EndReason.PERSON_ASKED, rules=RULES, on=on, at=MARCH_5
    )


def withdraw_end(pathway: Pathway) -> list[Fact]:
    return pathway.rights.withdraw_end(right_id=RIGHT, rules=RULES, at=MARCH_5)


def correct(
    pathway: Pathway,
    *,
    period: date = JANUARY_1,
    starts_on: date = date(2026, 2, 1),
    ends_on: date | None = DECEMBER_31,
) -> list[Fact]:
    return pathway.rights.correct(
        right_id=RIGHT,
        period_starts_on=period,
        starts_on=starts_on,
        ends_on=ends_on,
        rules=RULES,
        at=MARCH_5,
    )


def test_a_right_may_be_open_already_when_the_person_is_met() -> None:
    given(opened()).when(declare).then(HELD[1])
    assert right(*HELD).stage is Stage.OPEN


def test_a_right_declared_open_is_new_and_ends_after_it_starts() -> None:
    given(*HELD).when(declare).then_refused(RightAlreadyKnown)
    given(opened()).when(lambda pathway: declare(pathway, ends_on=date(2025, 12, 31))).then_refused(
        EndsBeforeStart
    )


def test_rights_in_force_are_those_that_cover_the_day() -> None:
    rights = known(*HELD, held(Scheme.RSA, NEXT_YEAR, None, right_id=OTHER_RIGHT)).rights
    assert set(rights.in_force(DECEMBER_31)) == {RIGHT}
    assert set(rights.in_force(NEXT_YEAR)) == {OTHER_RIGHT}


def test_a_renewal_adds_a_period_and_overwrites_none() -> None:
    given(*HELD).when(renew).then(RENEWED)
    assert right(*HELD, RENEWED).periods == (
        Period(JANUARY_1, DECEMBER_31, 2),
        Period(NEXT_YEAR, ITS_END, 3),
    )


def test_a_renewal_lasts_as_the_rules_say() -> None:
    renewed = of_right(said.RightRenewed, starts_on=date(2027, 4, 1), ends_on=date(2028, 3, 31))
    given(*OPEN_C2S).when(
        lambda pathway: renew(pathway, starts_on=date(2027, 4, 1), ends_on=None)
    ).then(renewed)


def test_a_renewed_period_starts_after_the_one_before_it() -> None:
    given(*HELD).when(lambda pathway: renew(pathway, starts_on=DECEMBER_31)).then_refused(
        PeriodsOverlap
    )
    given(opened(), held(Scheme.RSA, JANUARY_1, None)).when(renew).then_refused(PeriodsOverlap)


def test_a_renewed_period_ends_after_it_starts() -> None:
    given(*HELD).when(lambda pathway: renew(pathway, ends_on=DECEMBER_31)).then_refused(
        EndsBeforeStart
    )


def test_only_a_right_that_was_open_is_renewed() -> None:
    given(*ASKED_C2S).when(renew).then_refused(RightNotOpen)
    given(opened()).when(renew).then_refused(RightUnknown)
    given(*HELD, ENDED).when(renew).then_refused(RightEnded)


def test_a_renewal_refused_in_writing_adds_nothing_and_takes_nothing_away() -> None:
    given(*HELD, RENEWAL, REFUSED).when(renew).then_refused(RightWasRefused)
    assert right(*HELD, RENEWAL, REFUSED).stage is Stage.OPEN


def test_a_right_past_its_term_is_renewed_late() -> None:
    given(*HELD, EXPIRED).when(renew).then(RENEWED)
    assert right(*HELD, EXPIRED, RENEWED).stage is Stage.OPEN


def test_a_suspension_takes_the_days_away_and_a_restoration_gives_the_rest_back() -> None:
    given(*HELD).when(suspend).then(SUSPENDED)
    assert right(*HELD, SUSPENDED).stage is Stage.SUSPENDED
    given(*HELD, SUSPENDED).when(restore).then(RESTORED)
    assert right(*HELD, SUSPENDED, RESTORED).periods == (
        Period(JANUARY_1, date(2026, 5, 31), 2),
        Period(JULY_1, DECEMBER_31, 4),
    )


def test_a_right_suspended_from_its_first_day_may_be_restored_whole() -> None:
    suspended = SUSPENDED.model_copy(update={"on": JANUARY_1})
    restored = RESTORED.model_copy(update={"on": JANUARY_1})
    assert right(*HELD, suspended).periods == ()
    assert right(*HELD, suspended, restored).periods == (Period(JANUARY_1, DECEMBER_31, 2),)


def test_a_right_renewed_while_suspended_is_withheld_until_it_is_restored() -> None:
    given(*HELD, SUSPENDED).when(renew).then(RENEWED)
    suspended = right(*HELD, SUSPENDED, RENEWED)
    assert (suspended.stage, suspended.last_day) == (Stage.SUSPENDED, ITS_END)
    assert right(*HELD, SUSPENDED, RENEWED, RESTORED).periods[-1] == Period(NEXT_YEAR, ITS_END, 4)


def test_only_a_running_right_is_suspended() -> None:
    given(*HELD, SUSPENDED).when(suspend).then_refused(RightIsSuspended)
    given(*HELD, EXPIRED).when(suspend).then_refused(RightEnded)
    given(*ASKED_C2S).when(suspend).then_refused(RightNotOpen)
    given(opened()).when(suspend).then_refused(RightUnknown)
    given(*HELD).when(lambda pathway: suspend(pathway, on=NEXT_YEAR)).then_refused(RightNotInForce)


def test_only_a_suspended_right_is_restored_and_not_before() -> None:
    given(*HELD).when(restore).then_refused(RightNotSuspended)
    given(opened()).when(restore).then_refused(RightUnknown)
    given(*HELD, SUSPENDED).when(
        lambda pathway: restore(pathway, on=date(2026, 5, 31))
    ).then_refused(RestoredBeforeSuspended)
    given(*HELD, SUSPENDED).when(lambda pathway: restore(pathway, on=JUNE_1)).then(
        RESTORED.model_copy(update={"on": JUNE_1})
    )


def test_a_right_expires_the_day_after_its_last_one() -> None:
    given(*HELD).when(lambda pathway: expire(pathway, today=DECEMBER_31)).then_refused(
        RightStillRuns
    )
    given(*HELD).when(expire).then(EXPIRED)
    assert right(*HELD, EXPIRED).stage is Stage.ENDED


def test_a_right_without_term_never_expires() -> None:
    given(opened(), held(Scheme.RSA, JANUARY_1, None)).when(expire).then_refused(RightStillRuns)


def test_a_suspended_right_expires_at_its_term() -> None:
    given(*HELD, SUSPENDED).when(expire).then(EXPIRED)
    ended = right(*HELD, SUSPENDED, EXPIRED)
    assert ended.periods == (Period(JANUARY_1, date(2026, 5, 31), 2),)
    assert ended.last_day == date(2026, 5, 31)


def test_a_right_ends_before_its_term_and_its_last_day_is_the_true_one() -> None:
    given(*HELD, RENEWED).when(end).then(ENDED)
    assert right(*HELD, RENEWED, ENDED).periods == (Period(JANUARY_1, JUNE_1, 2),)


def test_a_right_ends_on_a_day_that_it_covers_unless_it_is_suspended() -> None:
    given(*HELD).when(lambda pathway: end(pathway, on=NEXT_YEAR)).then_refused(RightNotInForce)
    given(*HELD, SUSPENDED).when(lambda pathway: end(pathway, on=JULY_1)).then(
        expired(JULY_1, EndReason.PERSON_ASKED)
    )


def test_a_right_ends_once() -> None:
    given(*HELD, EXPIRED).when(end).then_refused(RightEnded)
    given(*HELD, ENDED).when(expire).then_refused(RightEnded)
    given(*ASKED_C2S).when(end).then_refused(RightNotOpen)
    given(*ASKED_C2S).when(expire).then_refused(RightNotOpen)
    given(opened()).when(end).then_refused(RightUnknown)


def test_an_end_that_did_not_happen_is_withdrawn() -> None:
    withdrawn = of_right(said.RightExpiredInError, corrects=4)
    given(*HELD, SUSPENDED, ENDED).when(withdraw_end).then(withdrawn)
    assert right(*HELD, SUSPENDED, ENDED, withdrawn) == right(*HELD, SUSPENDED)
    given(*HELD).when(withdraw_end).then_refused(RightNotEnded)
    given(opened()).when(withdraw_end).then_refused(RightUnknown)
    assert right(*HELD, withdrawn) == right(*HELD)


def test_the_dates_of_one_period_are_corrected() -> None:
    corrected = of_right(
        said.RightCorrected, corrects=2, starts_on=date(2026, 2, 1), ends_on=DECEMBER_31
    )
    given(*HELD, RENEWED).when(correct).then(corrected)
    assert right(*HELD, RENEWED, corrected).periods == (
        Period(date(2026, 2, 1), DECEMBER_31, 4),
        Period(NEXT_YEAR, ITS_END, 3),
    )


def test_a_correction_names_the_correction_before_it() -> None:
    first = of_right(
        said.RightCorrected, corrects=2, starts_on=date(2026, 2, 1), ends_on=DECEMBER_31
    )
    given(*HELD, first).when(
        lambda pathway: correct(pathway, period=date(2026, 2, 1), starts_on=JANUARY_1)
    ).then(first.model_copy(update={"corrects": 3, "starts_on": JANUARY_1}))


def test_a_period_is_corrected_into_days_of_its_own() -> None:
    given(*HELD, RENEWED).when(lambda pathway: correct(pathway, ends_on=NEXT_YEAR)).then_refused(
        PeriodsOverlap
    )
    given(*HELD, RENEWED).when(lambda pathway: correct(pathway, ends_on=None)).then_refused(
        PeriodsOverlap
    )
    given(*HELD).when(lambda pathway: correct(pathway, ends_on=date(2026, 1, 31))).then_refused(
        EndsBeforeStart
    )


def test_a_period_is_known_by_its_first_day() -> None:
    given(*HELD).when(lambda pathway: correct(pathway, period=JUNE_1)).then_refused(PeriodUnknown)
    given(opened()).when(correct).then_refused(RightUnknown)
    given(*HELD, SUSPENDED).when(correct).then_refused(RightIsSuspended)


def test_a_correction_after_the_end_stays_clear_of_what_the_end_cut() -> None:
    ended = (*HELD, RENEWED, ENDED)
    given(*ended).when(lambda pathway: correct(pathway, ends_on=NEXT_YEAR)).then_refused(
        PeriodsOverlap
    )
    given(*HELD, SUSPENDED, ENDED).when(
        lambda pathway: correct(pathway, ends_on=JUNE_1)
    ).then_refused(PeriodsOverlap)


def test_no_period_of_a_right_that_ended_lasts() -> None:
    given(*HELD, ENDED).when(lambda pathway: correct(pathway, ends_on=None)).then_refused(
        LastDayMissing
    )


def test_a_correction_holds_when_the_end_is_withdrawn() -> None:
    corrected = of_right(
        said.RightCorrected, corrects=2, starts_on=date(2026, 2, 1), ends_on=JUNE_1
    )
    withdrawn = of_right(said.RightExpiredInError, corrects=3)
    given(*HELD, ENDED).when(lambda pathway: correct(pathway, ends_on=JUNE_1)).then(corrected)
    assert right(*HELD, ENDED, corrected, withdrawn).periods == (
        Period(date(2026, 2, 1), JUNE_1, 4),
    )


def test_a_right_that_never_was_the_persons_is_gone() -> None:
    erroneous = of_right(said.RightEnteredInError, corrects=2)
    enter = lambda pathway: pathway.rights.enter_in_error(right_id=RIGHT, rules=RULES, at=MARCH_5)
    given(*HELD).when(enter).then(erroneous)
    given(*HELD, erroneous).when(enter).then_refused(RightUnknown)
    assert known(*HELD, erroneous).rights.by_id == {}


def test_a_right_that_is_not_taken_up_is_noted_with_its_class() -> None:
    given(opened()).when(
        lambda pathway: pathway.rights.record_non_take_up(
            scheme=Scheme.AME, kind=NonTakeUp.NOT_KNOWN, rules=RULES, at=MARCH_5
        )
    ).then(
        said.RightNonTakeUpRecorded(
            occurred_at=MARCH_5,
            data_class=DataClass.STATUS,
            rule_version="example-1",
            scheme=Scheme.AME,
            kind=NonTakeUp.NOT_KNOWN,
        )
    )


@pytest.mark.parametrize(
    "fact",
    [FILED, RENEWAL, REFUSED, SUSPENDED, RESTORED, ENDED, RENEWED],
    ids=lambda fact: fact.topic,
)
def test_a_fact_of_a_right_that_its_reader_does_not_know_changes_nothing(fact: Fact) -> None:
    assert known(opened(), fact).rights.by_id == {}


def test_an_answer_to_a_request_that_its_reader_does_not_know_changes_nothing() -> None:
    history = (opened(), started(Scheme.C2S))
    assert right(*history, REFUSED) == right(*history)


def test_the_last_day_is_not_known_before_the_right_is_open() -> None:
    assert right(*ASKED_C2S).last_day is None
    assert right(*OPEN_C2S).last_day == LAST
    assert right(*OPEN_C2S).covers(FIRST)
