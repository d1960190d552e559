from datetime import date
from uuid import UUID

from domain.data_classes import DataClass
from domain.pathway.debts import (
    CareDebtEnteredInError,
    CareDebtMoved,
    CareDebtReported,
    CareDebtSettled,
    Creditor,
    Debt,
    DebtAlreadyKnown,
    DebtAlreadySettled,
    DebtState,
    DebtUnknown,
    SettledHow,
    SettledOtherwise,
)
from domain.pathway.pathway import Pathway
from domain.pathway.wrong_file import FactRecordedInWrongFile
from tests.domain.pathway.people import MARCH_4, MARCH_5, RELAIS, opened
from tests.domain.scenario import given, known

DEBT = UUID("cccccccc-0000-4000-8000-000000000051")
BILL = Debt(creditor=Creditor.HOSPITAL, cents=42_000, since=date(2026, 1, 9))

REPORTED = CareDebtReported(
    occurred_at=MARCH_4,
    debt_id=DEBT,
    creditor=Creditor.HOSPITAL,
    cents=42_000,
    since=date(2026, 1, 9),
)
HALF_LEFT = CareDebtMoved(
    occurred_at=MARCH_5, debt_id=DEBT, state=DebtState.IN_INSTALMENTS, cents=21_000
)
DISPUTED = CareDebtMoved(occurred_at=MARCH_5, debt_id=DEBT, state=DebtState.DISPUTED)
SETTLED = CareDebtSettled(occurred_at=MARCH_5, debt_id=DEBT, how=SettledHow.COVERED_BACK)
WITHDRAWN = CareDebtEnteredInError(occurred_at=MARCH_5, debt_id=DEBT)


def report(pathway: Pathway) -> CareDebtReported:
    return pathway.debts.report(debt_id=DEBT, debt=BILL, at=MARCH_4)


def pay_in_parts(pathway: Pathway) -> CareDebtMoved:
    return pathway.debts.move(
        debt_id=DEBT, state=DebtState.IN_INSTALMENTS, cents=21_000, at=MARCH_5
    )


def settle(pathway: Pathway) -> CareDebtSettled:
    return pathway.debts.settle(debt_id=DEBT, how=SettledHow.COVERED_BACK, at=MARCH_5)


def withdraw(pathway: Pathway) -> CareDebtEnteredInError:
    return pathway.debts.enter_in_error(debt_id=DEBT, at=MARCH_5)


def test_a_bill_is_reported_once() -> None:
    given(opened()).when(report).then(REPORTED)
    given(opened(), REPORTED).when(report).then_refused(DebtAlreadyKnown)


def test_the_creditor_may_say_more_than_the_bill() -> None:
    clinic = Debt(creditor=Creditor.OTHER, named="Invented", data_class=DataClass.MENTAL_HEALTH)
    pathway = known(opened())
    reported = pathway.debts.report(debt_id=DEBT, debt=clinic, at=MARCH_4)
    assert reported.data_class is DataClass.MENTAL_HEALTH
    settled = known(opened(), reported).debts.settle(debt_id=DEBT, how=SettledHow.PAID, at=MARCH_5)
    assert settled.data_class is DataClass.MENTAL_HEALTH


def test_a_debt_moves_and_keeps_its_amount_until_another_is_told() -> None:
    given(opened(), REPORTED).when(pay_in_parts).then(HALF_LEFT)
    assert known(opened(), REPORTED, DISPUTED).debts.by_id[DEBT].cents == 42_000
    assert known(opened(), REPORTED, HALF_LEFT, DISPUTED).debts.by_id[DEBT].cents == 21_000
    given(opened()).when(pay_in_parts).then_refused(DebtUnknown)


def test_how_a_debt_is_settled_is_said() -> None:
    given(opened(), REPORTED).when(settle).then(SETTLED)
    given(opened(), REPORTED).when(
        lambda pathway: pathway.debts.move(debt_id=DEBT, state=DebtState.SETTLED, at=MARCH_5)
    ).then_refused(SettledOtherwise)
    debt = known(opened(), REPORTED, SETTLED).debts.by_id[DEBT]
    assert (debt.state, debt.settled) == (DebtState.SETTLED, SettledHow.COVERED_BACK)


def test_a_settled_debt_moves_no_more() -> None:
    given(opened(), REPORTED, SETTLED).when(settle).then_refused(DebtAlreadySettled)
    given(opened(), REPORTED, SETTLED).when(pay_in_parts).then_refused(DebtAlreadySettled)


def test_a_debt_that_never_was_is_withdrawn_settled_or_not() -> None:
    given(opened(), REPORTED, SETTLED).when(withdraw).then(WITHDRAWN)
    given(opened(), REPORTED, WITHDRAWN).when(withdraw).then_refused(DebtUnknown)


def test_what_follows_an_unknown_debt_changes_nothing() -> None:
    assert known(opened(), HALF_LEFT, SETTLED).debts.by_id == {}


def test_the_debt_of_somebody_else_is_known_no_more() -> None:
    wrong = FactRecordedInWrongFile(occurred_at=MARCH_5, entry_id=DEBT, erased_by=RELAIS)
    assert known(opened(), REPORTED, wrong).debts.by_id == {}
