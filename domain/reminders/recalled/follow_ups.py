"""Follow-ups that are still to be done: whoever is to do them is told."""

from collections.abc import Iterator
from uuid import UUID

from domain.pathway.follow_up import FollowUp, FollowUpState
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import SuppressionReason
from domain.reminders.cause import Cause, Gone, RecordedAt, on_day
from domain.reminders.terms import Terms
from domain.reminders.triggers import Trigger

NO_LONGER_AWAITED = {
    FollowUpState.DONE: SuppressionReason.DONE,
    FollowUpState.MISSED: SuppressionReason.DONE,
    FollowUpState.PLANNED: SuppressionReason.MOVED,  # awaited still, on another day
}


def causes(pathway: Pathway, terms: Terms, recorded_at: RecordedAt) -> Iterator[Cause]:
    """Those of organisations that still follow: whoever stopped has nothing to do any more."""
    for follow_up in pathway.follow_ups.by_id.values():
        if follow_up.is_awaited and _is_theirs(pathway, follow_up):
            yield _cause(pathway, follow_up, terms, recorded_at)


def gone(pathway: Pathway, follow_up_id: UUID) -> Gone | None:
    """Why a follow-up is not recalled as planned; None: it is not on the pathway any more."""
    follow_up = pathway.follow_ups.by_id.get(follow_up_id)
    if follow_up is None:
        return None
    if follow_up.is_awaited and not _is_theirs(pathway, follow_up):
        return Gone(SuppressionReason.PATHWAY_CLOSED, follow_up.data_class)
    return Gone(NO_LONGER_AWAITED[follow_up.state], follow_up.data_class)


def _is_theirs(pathway: Pathway, follow_up: FollowUp) -> bool:
    return pathway.sharing.is_followed_by(follow_up.planned_by)


def _cause(pathway: Pathway, follow_up: FollowUp, terms: Terms, recorded_at: RecordedAt) -> Cause:
    return Cause(
        trigger=Trigger.FOLLOW_UP,
        pathway_id=pathway.id,
        id=follow_up.id,
        occurrence=follow_up.occurrence,
        at=on_day(follow_up.due_on, terms.zone_of(follow_up.planned_by)),
        data_class=follow_up.data_class,
        known_since=recorded_at.get(follow_up.occurrence),
        held_by=follow_up.planned_by,
        member_id=follow_up.with_member,
    )
