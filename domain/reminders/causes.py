"""Everything on a pathway that may be recalled, as it stands; what is not there is not recalled."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from uuid import UUID

from domain.pathway.pathway import Pathway
from domain.reminders.cause import NOT_READ, Cause, Gone, RecordedAt
from domain.reminders.recalled import (
    answers,
    appointments,
    consents,
    follow_ups,
    papers,
    referrals,
    renewals,
    retention,
    silences,
)
from domain.reminders.terms import Terms
from domain.reminders.triggers import Trigger

Finds = Callable[[Pathway, Terms, RecordedAt], Iterator[Cause]]
SaysGone = Callable[[Pathway, UUID], Gone | None]


class Recalled(NamedTuple):
    """How one trigger is read on a pathway."""

    causes: Finds
    gone: SaysGone


RECALLED: Mapping[Trigger, Recalled] = {
    Trigger.APPOINTMENT: Recalled(appointments.causes, appointments.gone),
    Trigger.RIGHT_RENEWAL: Recalled(renewals.causes, renewals.gone),
    Trigger.MISSING_DOCUMENT: Recalled(papers.causes, papers.gone),
    Trigger.APPLICATION_UNANSWERED: Recalled(answers.causes, answers.gone),
    Trigger.REFERRAL_UNANSWERED: Recalled(referrals.causes, referrals.gone),
    Trigger.FOLLOW_UP: Recalled(follow_ups.causes, follow_ups.gone),
    Trigger.NO_CONTACT: Recalled(silences.causes, silences.gone),
    Trigger.CONSENT_EXPIRY: Recalled(consents.causes, consents.gone),
    Trigger.RETENTION_END: Recalled(retention.causes, retention.gone),
}


def causes_of(pathway: Pathway, terms: Terms, recorded_at: RecordedAt = NOT_READ) -> list[Cause]:
    """What may be recalled; with `recorded_at`, also since when it is known."""
    if pathway.sharing.is_closed or pathway.person.is_dead:
        return []
    return [
        cause
        for recalled in RECALLED.values()
        for cause in recalled.causes(pathway, terms, recorded_at)
    ]


def standing(
    pathway: Pathway, terms: Terms, *, trigger: Trigger, cause_id: UUID, occurrence: int
) -> Cause | None:
    """What a reminder was planned for, if it stands as it did then."""
    return next(
        (
            cause
            for cause in RECALLED[trigger].causes(pathway, terms, NOT_READ)
            if (cause.id, cause.occurrence) == (cause_id, occurrence)
        ),
        None,
    )


def gone(pathway: Pathway, *, trigger: Trigger, cause_id: UUID) -> Gone | None:
    """Why it does not stand as it did, if it does not; None: it is not on the pathway any more."""
    return RECALLED[trigger].gone(pathway, cause_id)
