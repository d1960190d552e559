"""What happens on a pathway by itself once its time has come: a pure function of what is known."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from domain.clocks.terms import ReferralTerms
from domain.pathway.pathway import Pathway
from domain.pathway.referrals.referral import Referral, ReferralState
from domain.pathway.rights.right import Right
from domain.rights.clocks import answer_due
from domain.rights.rules import RulePack, SchemeRules

# A day is over once it is over everywhere: nothing ends while it still is that day somewhere.
LAST_PLACE = timedelta(hours=12)  # behind UTC

RecordedAt = Mapping[int, datetime]  # by version


class Clock(StrEnum):
    """What acts by itself."""

    RIGHT_TERM = "right_term"
    SILENCE = "silence"
    REFERRAL_CHASE = "referral_chase"
    REFERRAL_EXPIRY = "referral_expiry"
    CONSENT_TERM = "consent_term"


class Due(NamedTuple):
    at: datetime
    clock: Clock
    cause_id: UUID  # the right, the referral or the consent


def today(now: datetime) -> date:
    """The latest day that has begun everywhere."""
    return (now - LAST_PLACE).date()


def over(day: date) -> datetime:
    """When a day is over everywhere."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=UTC) + LAST_PLACE


def is_watched(pathway: Pathway) -> bool:
    """Whether something may come due on it, under these rules or under the next ones."""
    return bool(pathway.sharing.circle) and (
        any(not right.ending or right.awaits_answer for right in pathway.rights.by_id.values())
        or any(referral.is_open for referral in pathway.referrals.by_id.values())
        or any(given.consent.until for given in pathway.consents.by_id.values())
    )


def due_on(
    pathway: Pathway, *, rules: RulePack, terms: ReferralTerms, recorded_at: RecordedAt
) -> list[Due]:
    """What is to come, the first first; nothing once nobody has access any more."""
    if not pathway.sharing.circle:
        return []
    found = [
        *_of_rights(pathway, rules),
        *_of_referrals(pathway, terms, recorded_at),
        *_of_consents(pathway),
    ]
    return sorted(found)


def _of_rights(pathway: Pathway, rules: RulePack) -> Iterator[Due]:
    for right_id, right in pathway.rights.by_id.items():
        if right.ending is None and right.last_day is not None:
            yield Due(over(right.last_day), Clock.RIGHT_TERM, right_id)
        if (day := _silent_after(right, rules.of(right.scheme))) is not None:
            yield Due(over(day), Clock.SILENCE, right_id)


def _silent_after(right: Right, rules: SchemeRules) -> date | None:
    """The last day to answer, where the rule is confirmed; another decides nothing by itself."""
    rule, request = rules.answer, right.request
    if request is None or request.answer is not None:
        return None
    if rule is None or rule.silence is None or not rule.verified:
        return None
    due = answer_due(rule, filed=request.filed_on, complete=request.complete_on)
    return due.on if due else None


def _of_referrals(pathway: Pathway, terms: ReferralTerms, recorded_at: RecordedAt) -> Iterator[Due]:
    for referral in pathway.referrals.by_id.values():
        if referral.state is not ReferralState.REQUESTED:
            continue
        since = _asked(referral, recorded_at)
        if referral.is_left_unanswered:
            after = since + timedelta(days=terms.chase.days)
            yield Due(after, Clock.REFERRAL_CHASE, referral.id)
        yield Due(since + timedelta(days=terms.expiry.days), Clock.REFERRAL_EXPIRY, referral.id)


def _asked(referral: Referral, recorded_at: RecordedAt) -> datetime:
    """Since when its target could answer: a referral declared late is not late for them."""
    declared = referral.requested_at or referral.since
    return max(declared, recorded_at.get(referral.occurrence, declared))


def _of_consents(pathway: Pathway) -> Iterator[Due]:
    for given in pathway.consents.by_id.values():
        if given.consent.until is not None:
            yield Due(given.consent.until, Clock.CONSENT_TERM, given.id)
