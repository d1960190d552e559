"""What opens the rows that an organisation owns, for how long, and whom the person keeps out.

The database applies them when it is asked, so that its own wall needs no history.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import UUID

from application.views.folded import ANYBODY, Folded
from application.views.memo import Memo
from domain.data_classes import DataClass

ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)
NEVER = datetime(9999, 12, 31, tzinfo=UTC)


class GrantRow(NamedTuple):
    """A class that an organisation may meet in a period; the first four are its key."""

    pathway_id: UUID
    organisation_id: UUID
    data_class: DataClass
    source_id: UUID  # the consent; `ANYBODY` for the care team
    since: datetime
    until: datetime


class BarredRow(NamedTuple):
    """A member whom the person objects to; all of it is its key."""

    pathway_id: UUID
    member_id: UUID


def grant_rows(folded: Folded, memo: Memo) -> tuple[tuple[GrantRow, ...], ...]:
    return memo.of("grants", folded.gates(), lambda: (tuple(_grants(folded)),))


def barred_rows(folded: Folded, memo: Memo) -> tuple[tuple[BarredRow, ...], ...]:
    objections = folded.pathway.objections
    return memo.of("barred", (objections,), lambda: (tuple(_barred(folded)),))


def _grants(folded: Folded) -> Iterator[GrantRow]:
    pathway = folded.pathway
    for organisation_id in pathway.sharing.circle:
        if pathway.objections.keep_out(organisation_id=organisation_id):
            continue
        if organisation_id not in pathway.team.organisations:
            yield from _consented(folded, organisation_id)
        elif pathway.objections.by_id:
            yield from (
                GrantRow(folded.id, organisation_id, data_class, ANYBODY, ALWAYS, NEVER)
                for data_class in DataClass
            )


def _consented(folded: Folded, organisation_id: UUID) -> Iterator[GrantRow]:
    for given in folded.pathway.consents.by_id.values():
        scope, until = given.consent.scope, given.consent.until or NEVER
        if organisation_id in scope.recipients.organisations:
            yield from (
                GrantRow(folded.id, organisation_id, data_class, given.id, given.starts, until)
                for data_class in DataClass
                if scope.covers(data_class)
            )


def _barred(folded: Folded) -> Iterator[BarredRow]:
    for member_id in sorted(folded.pathway.objections.members):
        yield BarredRow(folded.id, member_id)
