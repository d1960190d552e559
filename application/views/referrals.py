"""The referrals that an organisation received or sent: whose turn it is, and since when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import NamedTuple
from uuid import UUID

from application.views.folded import Folded, referrals
from application.views.memo import Memo
from application.views.people import PersonRow
from domain.data_classes import DataClass
from domain.pathway.referrals.referral import Referral, ReferralState
from domain.pathway.referrals.words import Service, Urgency


class Box(StrEnum):
    INBOX = "inbox"
    OUTBOX = "outbox"


class ReferralRow(NamedTuple):
    """A referral for one of its two sides; the first four are its key."""

    pathway_id: UUID
    organisation_id: UUID
    referral_id: UUID
    owner_id: UUID  # member; `ANYBODY` where the class alone decides
    data_class: DataClass
    box: Box
    state: ReferralState
    is_open: bool  # somebody has something to do
    holder_id: UUID | None  # the organisation whose turn it is
    since: datetime  # when it came to this state
    requested_at: datetime | None
    other_id: UUID | None  # the organisation on the other side; None for an outside service
    urgency: Urgency
    service: Service | None  # sealed where it is kept; None once that is erased
    outside_service: str | None  # sealed where it is kept


@dataclass(frozen=True, slots=True)
class ReferralFilter:
    """Which referrals are wanted, of one box."""

    box: Box
    is_open: bool = True
    states: frozenset[ReferralState] = frozenset()  # only those; none: whatever it is

    def includes(self, row: ReferralRow) -> bool:
        is_in_box = (row.box, row.is_open) == (self.box, self.is_open)
        return is_in_box and (not self.states or row.state in self.states)


@dataclass(frozen=True, slots=True)
class ReferralEntry:
    """A referral in a box, with whom it is about."""

    person: PersonRow | None
    row: ReferralRow


def referral_rows(folded: Folded, memo: Memo) -> tuple[tuple[ReferralRow, ...], ...]:
    """A row for each side that shares the pathway; nobody else has it in a box."""
    made_of = *folded.gates(), *folded.parts(referrals)
    return memo.of("referrals", made_of, lambda: tuple(_groups(folded, memo)))


def _groups(folded: Folded, memo: Memo) -> Iterator[tuple[ReferralRow, ...]]:
    gates = folded.gates()
    for (data_class, owner_id), referral in folded.items(referrals):
        yield memo.of(
            ("referrals", referral.id, owner_id),
            (referral, data_class, *gates),
            partial(_rows, folded, referral, owner_id, data_class),
        )


def _rows(
    folded: Folded, referral: Referral, owner_id: UUID, data_class: DataClass
) -> tuple[ReferralRow, ...]:
    return tuple(
        ReferralRow(
            folded.id,
            organisation_id,
            referral.id,
            theirs[1],
            data_class,
            box,
            referral.state,
            referral.is_open or referral.state is ReferralState.DRAFT,
            _holder(referral),
            referral.since,
            referral.requested_at,
            other_id,
            referral.urgency,
            referral.service,
            referral.outside_service,
        )
        for box, organisation_id, other_id in _sides(referral)
        if organisation_id is not None
        and organisation_id in folded.pathway.sharing.circle
        and (theirs := folded.cell_for(organisation_id, (data_class, owner_id))) is not None
    )


def _sides(referral: Referral) -> Iterator[tuple[Box, UUID | None, UUID | None]]:
    yield Box.OUTBOX, referral.requested_by, referral.target_id
    if referral.requested_at is not None:  # a draft is its author's alone
        yield Box.INBOX, referral.target_id, referral.requested_by


def _holder(referral: Referral) -> UUID | None:
    if referral.state is ReferralState.DRAFT:
        return referral.requested_by
    return referral.answered_by if referral.is_open else None
