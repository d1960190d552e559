"""Consents that come to the end of their period."""

from collections.abc import Iterator
from uuid import UUID

from domain.data_classes import DataClass
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import SuppressionReason
from domain.reminders.cause import Cause, Gone, RecordedAt, at_instant, home_of
from domain.reminders.terms import Terms
from domain.reminders.triggers import Trigger

FORGOTTEN = DataClass.PROTECTION  # what a consent covered is forgotten once it is over


def causes(pathway: Pathway, terms: Terms, recorded_at: RecordedAt) -> Iterator[Cause]:
    """Each consent with an end; it is counted back from there."""
    for given in pathway.consents.by_id.values():
        if given.consent.until is None:
            continue
        zone = terms.zone_of(home_of(pathway))
        yield Cause(
            trigger=Trigger.CONSENT_EXPIRY,
            pathway_id=pathway.id,
            id=given.id,
            occurrence=given.version,
            at=at_instant(given.starts, zone),
            until=at_instant(given.consent.until, zone),
            data_class=given.data_class,
            known_since=recorded_at.get(given.version),
        )


def gone(pathway: Pathway, consent_id: UUID) -> Gone | None:
    """Why a consent is not recalled as planned; None: it is not on the pathway any more."""
    if consent_id in pathway.consents.over:
        return Gone(SuppressionReason.CANCELLED, FORGOTTEN)
    given = pathway.consents.by_id.get(consent_id)
    return Gone(SuppressionReason.MOVED, given.data_class) if given else None
