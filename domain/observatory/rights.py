"""Rights opened, refused and not taken up, days until the first cover, days without cover."""

from domain.kernel import DomainEvent
from domain.observatory.contributions import Account, Contribution, Rules, day_of, place_of
from domain.observatory.indicators import Indicator
from domain.pathway.opening import PathwayOpened
from domain.pathway.rights.facts import (
    CoverageGapClosed,
    ImpliedDecisionReached,
    RightApplicationStarted,
    RightEnteredInError,
    RightNonTakeUpRecorded,
    RightOpened,
    RightRefused,
)
from domain.rights.schemes import Decision


def _begun(fact: PathwayOpened, event: DomainEvent, account: Account) -> None:
    account.memory[event.originator_id] = day_of(fact.occurred_at)


def _applied(fact: RightApplicationStarted, _: DomainEvent, account: Account) -> None:
    account.memory[fact.right_id] = fact.scheme


def _opened(fact: RightOpened, event: DomainEvent, account: Account) -> None:
    """The first time only: what is renewed, or opens again after an appeal, was opened before."""
    if (Indicator.RIGHTS_OPENED, fact.right_id) in account.contributions:
        return
    day = day_of(fact.occurred_at)
    opened = Contribution(
        Indicator.RIGHTS_OPENED,
        day,
        event.organisation_id,
        account.memory.get(fact.right_id, ""),
        data_class=fact.data_class,
    )
    account.add(fact.right_id, opened)
    if met := account.memory.get(event.originator_id):
        days = max(0, (day - met).days)
        account.add(fact.right_id, opened._replace(indicator=Indicator.DAYS_TO_RIGHT, value=days))


def _refused(
    fact: RightRefused | ImpliedDecisionReached, event: DomainEvent, account: Account
) -> None:
    if isinstance(fact, ImpliedDecisionReached) and fact.decision is not Decision.REFUSED:
        return
    refused = Contribution(
        Indicator.RIGHTS_REFUSED,
        day_of(fact.occurred_at),
        event.organisation_id,
        account.memory.get(fact.right_id, ""),
        data_class=fact.data_class,
    )
    account.add(fact.right_id, refused)


def _in_error(fact: RightEnteredInError, _: DomainEvent, account: Account) -> None:
    account.drop(fact.right_id)
    account.memory.pop(fact.right_id, None)


def _not_taken_up(fact: RightNonTakeUpRecorded, event: DomainEvent, account: Account) -> None:
    said = Contribution(
        Indicator.NON_TAKE_UP,
        day_of(fact.occurred_at),
        event.organisation_id,
        fact.kind,
        fact.scheme,
        data_class=fact.data_class,
    )
    account.add(place_of(event), said)


def _without_cover(fact: CoverageGapClosed, event: DomainEvent, account: Account) -> None:
    gap = Contribution(
        Indicator.DAYS_WITHOUT_COVER,
        day_of(fact.occurred_at),
        event.organisation_id,
        fact.cover,
        value=fact.days,
        data_class=fact.data_class,
    )
    account.add(place_of(event), gap)


RULES: Rules = {
    PathwayOpened: _begun,
    RightApplicationStarted: _applied,
    RightOpened: _opened,
    RightRefused: _refused,
    ImpliedDecisionReached: _refused,
    RightEnteredInError: _in_error,
    RightNonTakeUpRecorded: _not_taken_up,
    CoverageGapClosed: _without_cover,
}
