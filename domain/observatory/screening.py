"""Rapid tests by what was read, and what became of the positive ones."""

from domain.kernel import DomainEvent
from domain.observatory.contributions import Account, Contribution, Rules, day_of
from domain.observatory.indicators import Indicator
from domain.pathway.screening.facts import (
    ConfirmationOrdered,
    ConfirmationRefused,
    ConfirmationResultCorrected,
    ConfirmationResultReceived,
    RapidTestEnteredInError,
    RapidTestPerformed,
    RapidTestRead,
    RapidTestResultCorrected,
)

ORDERED, REFUSED = "ordered", "refused"


def _performed(fact: RapidTestPerformed, _: DomainEvent, account: Account) -> None:
    made = Contribution(
        Indicator.RAPID_TESTS,
        fact.on,
        fact.performed_by,
        fact.used.kit.kind,
        data_class=fact.data_class,
    )
    account.add(fact.test_id, made)
    account.memory[fact.test_id] = made


def _read(fact: RapidTestRead | RapidTestResultCorrected, _: DomainEvent, account: Account) -> None:
    made: Contribution | None = account.memory.get(fact.test_id)
    if made is not None:
        account.add(fact.test_id, made._replace(detail=fact.result))


def _followed(
    account: Account,
    fact: ConfirmationOrdered
    | ConfirmationRefused
    | ConfirmationResultReceived
    | ConfirmationResultCorrected,
    what: str,
) -> None:
    """Where a confirmation stands, on the day it came there."""
    made: Contribution | None = account.memory.get(fact.test_id)
    if made is not None:
        account.add(
            fact.test_id,
            made._replace(
                indicator=Indicator.CONFIRMATIONS,
                day=day_of(fact.occurred_at),
                category=what,
                detail=made.category,
            ),
        )


def _in_error(fact: RapidTestEnteredInError, _: DomainEvent, account: Account) -> None:
    account.drop(fact.test_id)
    account.memory.pop(fact.test_id, None)


RULES: Rules = {
    RapidTestPerformed: _performed,
    RapidTestRead: _read,
    RapidTestResultCorrected: _read,
    RapidTestEnteredInError: _in_error,
    ConfirmationOrdered: lambda fact, _, account: _followed(account, fact, ORDERED),
    ConfirmationRefused: lambda fact, _, account: _followed(account, fact, REFUSED),
    ConfirmationResultReceived: lambda fact, _, account: _followed(account, fact, fact.result),
    ConfirmationResultCorrected: lambda fact, _, account: _followed(account, fact, fact.result),
}
