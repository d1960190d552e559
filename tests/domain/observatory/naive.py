"""A second reading of a few figures, by other means: whole pathways, loops, and no folding."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from statistics import median
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from domain.data_classes import DataClass
from domain.kernel import DomainEvent
from domain.pathway.pathway import Pathway
from domain.pathway.referrals.facts import ReferralAccepted, ReferralRequested

# Two people are never eleven: of these, nothing is told.
FEW = {DataClass.MENTAL_HEALTH, DataClass.SCREENING, DataClass.PROTECTION}
History = Sequence[DomainEvent]  # of one pathway


def day(at: datetime) -> date:
    return at.astimezone(ZoneInfo("Europe/Paris")).date()


def people_met(histories: Iterable[History], first: date, last: date) -> int:
    met = 0
    for history in histories:
        encounters = Pathway(history[0].originator_id).after(history).encounters.by_source.values()
        if any(first <= day(encounter.at) <= last for encounter in encounters):
            met += 1
    return met


def referrals_made(histories: Iterable[History], first: date, last: date) -> int:
    made = 0
    for history in histories:
        known = Pathway(history[0].originator_id).after(history).referrals.by_id
        for referral in known.values():
            asked = referral.requested_at
            if asked and referral.data_class not in FEW and first <= day(asked) <= last:
                made += 1
    return made


def days_to_answer(histories: Iterable[History], first: date, last: date) -> float | None:
    """The median of days to an acceptance; one answer each, the last that was said."""
    waited = dict[UUID, tuple[date, int]]()
    for history in histories:
        asked = dict[UUID, date]()
        for event in history:
            fact = event.fact
            if isinstance(fact, ReferralRequested) and fact.data_class not in FEW:
                asked[fact.referral_id] = day(fact.occurred_at)
            if isinstance(fact, ReferralAccepted) and fact.referral_id in asked:
                on = day(fact.occurred_at)
                days = max(0, (on - asked[fact.referral_id]).days)
                waited[uuid5(event.originator_id, fact.referral_id.hex)] = on, days
    told = [days for on, days in waited.values() if first <= on <= last]
    return median(told) if told else None
