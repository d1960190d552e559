"""Referrals that nobody answers, and those that expired so.

After how many days one is chased and expires is said once, in the terms that the clocks of
referrals work under; what is counted here is what they will do.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from domain.pathway.pathway import Pathway
from domain.pathway.referrals.referral import Referral, ReferralState
from domain.pathway.reminders import SuppressionReason
from domain.reminders.cause import Cause, Gone, RecordedAt, at_instant
from domain.reminders.rules import Condition
from domain.reminders.terms import Terms
from domain.reminders.triggers import Trigger

CONDITION = {
    ReferralState.REQUESTED: Condition.AWAITED,
    ReferralState.EXPIRED: Condition.EXPIRED,
}


def causes(pathway: Pathway, terms: Terms, recorded_at: RecordedAt) -> Iterator[Cause]:
    """One that is awaited, counted from when it was asked; one that expired, from then on."""
    for referral in pathway.referrals.by_id.values():
        if referral.state in CONDITION:
            yield _cause(pathway, referral, terms, recorded_at)


def gone(pathway: Pathway, referral_id: UUID) -> Gone | None:
    """Why a referral is not recalled as planned; None: it is not on the pathway any more."""
    referral = pathway.referrals.by_id.get(referral_id)
    if referral is None:
        return None
    if referral.state in CONDITION:
        return Gone(SuppressionReason.MOVED, referral.data_class)  # asked again, or expired
    withdrawn = referral.state in {ReferralState.CANCELLED, ReferralState.ENTERED_IN_ERROR}
    reason = SuppressionReason.CANCELLED if withdrawn else SuppressionReason.DONE
    return Gone(reason, referral.data_class)


def _cause(pathway: Pathway, referral: Referral, terms: Terms, recorded_at: RecordedAt) -> Cause:
    since = _since(referral, recorded_at)
    zone = terms.zone_of(referral.requested_by)
    awaited = referral.state is ReferralState.REQUESTED
    return Cause(
        trigger=Trigger.REFERRAL_UNANSWERED,
        pathway_id=pathway.id,
        id=referral.id,
        occurrence=referral.occurrence,
        at=at_instant(since, zone),
        chased=at_instant(since + timedelta(days=terms.referrals.chase.days), zone),
        until=at_instant(since + timedelta(days=terms.referrals.expiry.days), zone)
        if awaited
        else None,
        data_class=referral.data_class,
        known_since=recorded_at.get(referral.occurrence),
        held_by=referral.requested_by,
        asked_of=referral.target_id,
        conditions=frozenset({CONDITION[referral.state]}),
    )


def _since(referral: Referral, recorded_at: RecordedAt) -> datetime:
    """A referral declared late is not late for its target; an expiry is counted from itself."""
    declared = referral.since
    if referral.state is ReferralState.REQUESTED:
        declared = referral.requested_at or declared
    return max(declared, recorded_at.get(referral.occurrence, declared))
