"""Referrals made, answered and effective, and how long an answer is waited for."""

from uuid import UUID

from domain.kernel import DomainEvent
from domain.observatory.contributions import Account, Contribution, Rules, day_of
from domain.observatory.indicators import Indicator
from domain.pathway.referrals.facts import (
    ReferralAccepted,
    ReferralEnteredInError,
    ReferralExpired,
    ReferralRejected,
    ReferralRequested,
    RelayDeclaredEffective,
)

ACCEPTED, REJECTED, EXPIRED = "accepted", "rejected", "expired"


def _requested(fact: ReferralRequested, _: DomainEvent, account: Account) -> None:
    made = Contribution(
        Indicator.REFERRALS_MADE,
        day_of(fact.occurred_at),
        fact.requested_by,
        fact.service,
        data_class=fact.data_class,
    )
    account.add(fact.referral_id, made)
    account.memory[fact.referral_id] = made


def _answered(
    account: Account, fact: ReferralAccepted | ReferralRejected, answer: str, by: UUID
) -> None:
    made: Contribution | None = account.memory.get(fact.referral_id)
    if made is None:
        return
    day = day_of(fact.occurred_at)
    answered = made._replace(
        indicator=Indicator.REFERRALS_ANSWERED, day=day, organisation_id=by, category=answer
    )
    account.add(fact.referral_id, answered)
    waited = answered._replace(
        indicator=Indicator.DAYS_TO_ANSWER, category=str(by), value=max(0, (day - made.day).days)
    )
    account.add(fact.referral_id, waited)


def _expired(fact: ReferralExpired, _: DomainEvent, account: Account) -> None:
    made: Contribution | None = account.memory.get(fact.referral_id)
    if made is not None:
        account.add(
            fact.referral_id,
            made._replace(
                indicator=Indicator.REFERRALS_ANSWERED,
                day=day_of(fact.occurred_at),
                category=EXPIRED,
            ),
        )


def _effective(fact: RelayDeclaredEffective, _: DomainEvent, account: Account) -> None:
    made: Contribution | None = account.memory.get(fact.referral_id)
    if made is not None:
        account.add(
            fact.referral_id,
            made._replace(
                indicator=Indicator.REFERRALS_EFFECTIVE,
                day=day_of(fact.occurred_at),
                category=fact.effect,
            ),
        )


def _in_error(fact: ReferralEnteredInError, _: DomainEvent, account: Account) -> None:
    account.drop(fact.referral_id)
    account.memory.pop(fact.referral_id, None)


RULES: Rules = {
    ReferralRequested: _requested,
    ReferralAccepted: lambda fact, _, account: _answered(account, fact, ACCEPTED, fact.accepted_by),
    ReferralRejected: lambda fact, _, account: _answered(account, fact, REJECTED, fact.rejected_by),
    ReferralExpired: _expired,
    RelayDeclaredEffective: _effective,
    ReferralEnteredInError: _in_error,
}
