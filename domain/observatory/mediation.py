"""Interviews held, mediations ended, accompaniments with their hours and kilometres."""

from domain.kernel import DomainEvent
from domain.observatory.contributions import Account, Contribution, Rules, day_of, worked
from domain.observatory.indicators import Indicator
from domain.pathway.accompaniments.facts import (
    AccompanimentCarriedOut,
    AccompanimentEnteredInError,
)
from domain.pathway.interviews import InterviewEnteredInError, MediationInterviewHeld
from domain.pathway.mediation import MediationEnded, MediationEndEnteredInError


def _talked(fact: MediationInterviewHeld, event: DomainEvent, account: Account) -> None:
    held = Contribution(
        Indicator.INTERVIEWS,
        day_of(fact.occurred_at),
        fact.held_by,
        fact.mode,
        data_class=fact.data_class,
    )
    account.add(fact.interview_id, held)
    account.add(
        fact.interview_id,
        held._replace(indicator=Indicator.INTERVIEW_MINUTES, value=fact.minutes),
    )
    account.add(fact.interview_id, worked(held, event, fact.minutes))


def _went(fact: AccompanimentCarriedOut, event: DomainEvent, account: Account) -> None:
    went = Contribution(
        Indicator.ACCOMPANIMENTS,
        day_of(fact.occurred_at),
        fact.carried_out_by,
        fact.outcome,
        data_class=fact.data_class,
    )
    by_transport = went._replace(category=fact.transport)
    minutes, kilometres = Indicator.ACCOMPANIMENT_MINUTES, Indicator.ACCOMPANIMENT_KILOMETRES
    account.add(fact.accompaniment_id, went)
    account.add(fact.accompaniment_id, by_transport._replace(indicator=minutes, value=fact.minutes))
    account.add(
        fact.accompaniment_id, by_transport._replace(indicator=kilometres, value=fact.kilometres)
    )
    account.add(fact.accompaniment_id, worked(went, event, fact.minutes))


def _ended(fact: MediationEnded, _: DomainEvent, account: Account) -> None:
    ended = Contribution(
        Indicator.MEDIATIONS_ENDED,
        day_of(fact.occurred_at),
        fact.ended_by,
        fact.how,
        data_class=fact.data_class,
    )
    account.add(fact.ending_id, ended)


RULES: Rules = {
    MediationInterviewHeld: _talked,
    InterviewEnteredInError: lambda fact, _, account: account.drop(fact.interview_id),
    AccompanimentCarriedOut: _went,
    AccompanimentEnteredInError: lambda fact, _, account: account.drop(fact.accompaniment_id),
    MediationEnded: _ended,
    MediationEndEnteredInError: lambda fact, _, account: account.drop(fact.ending_id),
}
