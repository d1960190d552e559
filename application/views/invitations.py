"""Invitations that await an answer, for the organisation that was invited."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from application.views.folded import Folded
from application.views.memo import Memo


class InvitationRow(NamedTuple):
    """All that an organisation may know before it accepts; the first two are its key."""

    pathway_id: UUID
    organisation_id: UUID
    since: datetime
    invited_by: UUID  # organisation


def invitation_rows(folded: Folded, memo: Memo) -> tuple[tuple[InvitationRow, ...], ...]:
    pathway = folded.pathway
    made_of = pathway.sharing, pathway.objections
    return memo.of("invitations", made_of, lambda: (tuple(_rows(folded)),))


def _rows(folded: Folded) -> Iterator[InvitationRow]:
    objected = folded.pathway.objections.organisations
    for organisation_id, invitation in folded.pathway.sharing.invited.items():
        if organisation_id not in objected:
            yield InvitationRow(folded.id, organisation_id, invitation.since, invitation.by)
