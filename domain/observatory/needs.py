"""Needs felt, care and rights given up, bills that people cannot pay."""

from domain.kernel import DomainEvent
from domain.observatory.contributions import Account, Contribution, Rules, day_of
from domain.observatory.indicators import Indicator
from domain.pathway.debts import CareDebtEnteredInError, CareDebtReported, CareDebtSettled
from domain.pathway.needs import NeedEnteredInError, NeedIdentified
from domain.pathway.renunciations import CareRenounced, LedTo, RenunciationLedTo


def _needed(fact: NeedIdentified, event: DomainEvent, account: Account) -> None:
    needed = Contribution(
        Indicator.NEEDS,
        day_of(fact.occurred_at),
        event.organisation_id,
        fact.kind,
        data_class=fact.data_class,
    )
    account.add(fact.need_id, needed)


def _given_up(fact: CareRenounced, event: DomainEvent, account: Account) -> None:
    given_up = Contribution(
        Indicator.RENUNCIATIONS,
        day_of(fact.occurred_at),
        event.organisation_id,
        fact.given_up.care or fact.given_up.scheme or "",
        fact.reason,
        data_class=fact.data_class,
    )
    account.add(fact.renunciation_id, given_up)


def _led(fact: RenunciationLedTo, event: DomainEvent, account: Account) -> None:
    if fact.outcome is LedTo.ENTERED_IN_ERROR:
        account.drop(fact.renunciation_id)
        return
    led = Contribution(
        Indicator.RENUNCIATIONS_LED_TO,
        day_of(fact.occurred_at),
        event.organisation_id,
        fact.outcome,
        data_class=fact.data_class,
    )
    account.add(fact.renunciation_id, led)


def _owed(fact: CareDebtReported, event: DomainEvent, account: Account) -> None:
    owed = Contribution(
        Indicator.DEBTS,
        day_of(fact.occurred_at),
        event.organisation_id,
        fact.creditor,
        data_class=fact.data_class,
    )
    account.add(fact.debt_id, owed)
    if fact.cents is not None:
        account.add(fact.debt_id, owed._replace(indicator=Indicator.DEBT_CENTS, value=fact.cents))


def _settled(fact: CareDebtSettled, event: DomainEvent, account: Account) -> None:
    settled = Contribution(
        Indicator.DEBTS_SETTLED,
        day_of(fact.occurred_at),
        event.organisation_id,
        fact.how,
        data_class=fact.data_class,
    )
    account.add(fact.debt_id, settled)


RULES: Rules = {
    NeedIdentified: _needed,
    NeedEnteredInError: lambda fact, _, account: account.drop(fact.need_id),
    CareRenounced: _given_up,
    RenunciationLedTo: _led,
    CareDebtReported: _owed,
    CareDebtSettled: _settled,
    CareDebtEnteredInError: lambda fact, _, account: account.drop(fact.debt_id),
}
