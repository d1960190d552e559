from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.kernel import Fact
from domain.organisation.caseloads import (
    AlreadyLent,
    CaseloadHandedOver,
    CaseloadLent,
    HandedToOneself,
    HandoverUnknown,
    LoanCutShort,
    LoanDatesReversed,
    LoanUnknown,
    NothingToHandOver,
)
from domain.organisation.organisation import Organisation
from domain.pathway.sharing.words import ReferentReason
from tests.domain.pathway.people import MARCH_5
from tests.domain.scenario import PATHWAY, Scenario
from tests.domain.scenario import given as given_any

INES, MAUD, LOAN, HANDOVER = UUID(int=1), UUID(int=2), UUID(int=3), UUID(int=4)
TODAY = MARCH_5.date()
WEEK = timedelta(days=7)


def given(*facts: Fact) -> Scenario:
    return given_any(*facts, kind=Organisation)


def lent(first: date = TODAY, last: date = TODAY + WEEK) -> CaseloadLent:
    return CaseloadLent(
        occurred_at=MARCH_5,
        loan_id=LOAN,
        from_id=INES,
        to_id=MAUD,
        first_day=first,
        last_day=last,
    )


def cut_short() -> LoanCutShort:
    return LoanCutShort(occurred_at=MARCH_5, loan_id=LOAN, last_day=TODAY - timedelta(days=1))


def lend(
    organisation: Organisation,
    first: date = TODAY,
    last: date = TODAY + WEEK,
    to_id: UUID = MAUD,
) -> Fact:
    return organisation.caseloads.lend(
        loan_id=LOAN, from_id=INES, to_id=to_id, days=(first, last), at=MARCH_5
    )


def cut(organisation: Organisation) -> Fact:
    return organisation.caseloads.cut_short(loan_id=LOAN, at=MARCH_5)


def hand_over(
    organisation: Organisation, *pathway_ids: UUID, to_id: UUID = MAUD
) -> CaseloadHandedOver:
    return organisation.caseloads.hand_over(
        handover_id=HANDOVER,
        from_id=INES,
        to_id=to_id,
        reason=ReferentReason.LEAVES,
        pathway_ids=pathway_ids,
        at=MARCH_5,
    )


def test_a_caseload_is_lent_from_a_day_to_another() -> None:
    given().when(lend).then(lent())
    given().when(lambda one: lend(one, to_id=INES)).then_refused(HandedToOneself)


@pytest.mark.parametrize(
    ("first", "last"), [(TODAY, TODAY - WEEK), (TODAY - 2 * WEEK, TODAY - WEEK)]
)
def test_a_loan_is_of_days_to_come(first: date, last: date) -> None:
    given().when(lambda one: lend(one, first, last)).then_refused(LoanDatesReversed)


def test_it_is_lent_to_one_at_a_time() -> None:
    given(lent()).when(lambda one: lend(one, TODAY + WEEK, TODAY + 2 * WEEK)).then_refused(
        AlreadyLent
    )
    later = TODAY + WEEK + timedelta(days=1)
    given(lent()).when(lambda one: lend(one, later, later)).then(lent(later, later))


def test_a_loan_is_cut_short_once() -> None:
    given(lent()).when(cut).then(cut_short())
    given(lent(), cut_short()).when(cut).then_refused(LoanUnknown)
    given(lent(TODAY - WEEK), cut_short()).when(cut).then_refused(LoanUnknown)
    given().when(cut).then_refused(LoanUnknown)
    given(lent(), cut_short()).when(lend).then(lent())


def test_who_stands_in_on_which_days() -> None:
    empty = Organisation(PATHWAY)
    (loan,) = empty.after(empty.next([lent()])).caseloads.borrowed_by(MAUD)
    assert [loan.covers(TODAY + days * WEEK) for days in (-1, 0, 1, 2)] == [
        False,
        True,
        True,
        False,
    ]


def test_pathways_are_handed_over_in_one_act() -> None:
    outcome = hand_over(Organisation(PATHWAY), PATHWAY, LOAN, PATHWAY)
    assert outcome.pathway_ids == (PATHWAY, LOAN)
    given().when(lambda one: hand_over(one, PATHWAY, to_id=INES)).then_refused(HandedToOneself)
    given().when(hand_over).then_refused(NothingToHandOver)
    empty = Organisation(PATHWAY)
    assert empty.after(empty.next([outcome])).caseloads.handover(HANDOVER).to_id == MAUD
    with pytest.raises(HandoverUnknown):
        empty.caseloads.handover(HANDOVER)
