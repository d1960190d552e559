"""People of whom an organisation has not heard for a while."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID, uuid5

from domain.pathway.pathway import Pathway
from domain.pathway.reminders import SuppressionReason
from domain.pathway.sharing.circle import Participation
from domain.reminders.cause import Cause, Gone, RecordedAt, at_instant
from domain.reminders.terms import Terms
from domain.reminders.triggers import Trigger

OPENING = 1  # version of what an organisation that met nobody yet is counted from


def causes(pathway: Pathway, terms: Terms, recorded_at: RecordedAt) -> Iterator[Cause]:
    """One for each organisation that follows and has a referent, from its own last contact.

    What others record is not counted: that nothing is recalled would tell that there is something.
    """
    for organisation_id, part in pathway.sharing.circle.items():
        if not part.follows or organisation_id not in pathway.sharing.referents:
            continue
        last, occurrence = _last_contact(pathway, organisation_id, part)
        yield Cause(
            trigger=Trigger.NO_CONTACT,
            pathway_id=pathway.id,
            id=_id_of(pathway, organisation_id),
            occurrence=occurrence,
            at=at_instant(last, terms.zone_of(organisation_id)),
            data_class=part.data_class,
            known_since=recorded_at.get(occurrence),
            held_by=organisation_id,
        )


def gone(pathway: Pathway, cause_id: UUID) -> Gone | None:
    """Why a silence is not recalled as planned; None: the organisation takes no part any more."""
    for organisation_id, part in pathway.sharing.circle.items():
        if _id_of(pathway, organisation_id) == cause_id:
            reason = SuppressionReason.DONE if part.follows else SuppressionReason.PATHWAY_CLOSED
            return Gone(reason, part.data_class)
    return None


def _last_contact(
    pathway: Pathway, organisation_id: UUID, part: Participation
) -> tuple[datetime, int]:
    met = pathway.encounters.latest(organisation_id=organisation_id)
    return (met.at, met.version) if met and met.at > part.since else (part.since, OPENING)


def _id_of(pathway: Pathway, organisation_id: UUID) -> UUID:
    """It does not say which organisation takes part."""
    return uuid5(pathway.id, f"no-contact:{organisation_id}")
