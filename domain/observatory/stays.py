"""Stays begun and ended, the nights they lasted, and places that were declined."""

from domain.kernel import DomainEvent
from domain.observatory.contributions import Account, Contribution, Rules, day_of
from domain.observatory.indicators import Indicator
from domain.pathway.stays.facts import (
    PlaceDeclined,
    PlaceRequested,
    StayEnded,
    StayEnteredInError,
    StayStarted,
)


def _requested(fact: PlaceRequested, _: DomainEvent, account: Account) -> None:
    asked = Contribution(
        Indicator.PLACES_REQUESTED,
        day_of(fact.occurred_at),
        fact.organisation_id,
        fact.kind,
        data_class=fact.data_class,
    )
    account.add(fact.stay_id, asked)
    account.memory[fact.stay_id] = asked


def _declined(fact: PlaceDeclined, _: DomainEvent, account: Account) -> None:
    asked: Contribution | None = account.memory.get(fact.stay_id)
    if asked is not None:
        account.add(
            fact.stay_id,
            asked._replace(
                indicator=Indicator.PLACES_DECLINED,
                day=day_of(fact.occurred_at),
                category=fact.declined_by,
                detail=fact.reason,
            ),
        )


def _started(fact: StayStarted, _: DomainEvent, account: Account) -> None:
    asked: Contribution | None = account.memory.get(fact.stay_id)
    if asked is not None:
        begun = asked._replace(indicator=Indicator.STAYS_STARTED, day=fact.starts)
        account.add(fact.stay_id, begun)
        account.memory[fact.stay_id] = begun


def _ended(fact: StayEnded, _: DomainEvent, account: Account) -> None:
    begun: Contribution | None = account.memory.get(fact.stay_id)
    if begun is None or begun.indicator is not Indicator.STAYS_STARTED:
        return
    ended = begun._replace(
        indicator=Indicator.STAYS_ENDED, day=fact.until, category=fact.destination
    )
    account.add(fact.stay_id, ended)
    nights = max(0, (fact.until - begun.day).days)
    account.add(
        fact.stay_id,
        begun._replace(indicator=Indicator.STAY_NIGHTS, day=fact.until, value=nights),
    )


def _in_error(fact: StayEnteredInError, _: DomainEvent, account: Account) -> None:
    account.drop(fact.stay_id)
    account.memory.pop(fact.stay_id, None)


RULES: Rules = {
    PlaceRequested: _requested,
    PlaceDeclined: _declined,
    StayStarted: _started,
    StayEnded: _ended,
    StayEnteredInError: _in_error,
}
