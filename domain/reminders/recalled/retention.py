"""Accesses whose end was announced: a contact with the person puts it off.

How long before it is announced is said once, in the retention policy: the announcement is a fact.
"""

from collections.abc import Iterator
from uuid import UUID, uuid5

from domain.pathway.pathway import Pathway
from domain.pathway.reminders import SuppressionReason
from domain.reminders.cause import Cause, Gone, RecordedAt, at_instant, on_day
from domain.reminders.terms import Terms
from domain.reminders.triggers import Trigger


def causes(pathway: Pathway, terms: Terms, recorded_at: RecordedAt) -> Iterator[Cause]:
    """One for each organisation, from the announcement to the last day of access."""
    for organisation_id, announced in pathway.retention.announced.items():
        zone = terms.zone_of(organisation_id)
        yield Cause(
            trigger=Trigger.RETENTION_END,
            pathway_id=pathway.id,
            id=_id_of(pathway, organisation_id),
            occurrence=announced.version,
            at=at_instant(announced.since, zone),
            until=on_day(announced.ends_on, zone),
            data_class=announced.data_class,
            known_since=recorded_at.get(announced.version),
            held_by=organisation_id,
        )


def gone(pathway: Pathway, cause_id: UUID) -> Gone | None:
    """Why an end is not recalled as planned; None: the organisation takes no part any more."""
    for organisation_id, part in pathway.sharing.circle.items():
        if _id_of(pathway, organisation_id) == cause_id:
            put_off = organisation_id not in pathway.retention.announced
            reason = SuppressionReason.DONE if put_off else SuppressionReason.MOVED
            return Gone(reason, part.data_class)
    return None


def _id_of(pathway: Pathway, organisation_id: UUID) -> UUID:
    """It does not say which organisation takes part."""
    return uuid5(pathway.id, f"retention-end:{organisation_id}")
