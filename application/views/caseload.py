"""The caseload: for each organisation of a circle, what is due next on each pathway it shares."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import reduce
from typing import NamedTuple, Self
from uuid import UUID

from application.views.folded import ANYBODY, Folded, OwnActs
from domain.data_classes import DataClass
from domain.pathway.pathway import Pathway
from domain.pathway.rights.right import Stage
from domain.rights.schemes import Scheme

NEVER = datetime(9999, 12, 31, tzinfo=UTC)  # sorts after all that is due


class DueKind(StrEnum):
    APPOINTMENT = "appointment"
    RIGHT_ENDS = "right_ends"


class CaseloadRow(NamedTuple):
    """What one organisation may know of one pathway, of one class; the first four are its key."""

    pathway_id: UUID
    organisation_id: UUID
    data_class: DataClass
    owner_id: UUID  # member; `ANYBODY` where the class alone decides
    referent_id: UUID | None  # member of the organisation
    is_open: bool  # whether the organisation follows the person
    due_at: datetime = NEVER
    due_kind: DueKind | None = None
    last_contact_at: datetime | None = None
    open_referrals: int = 0
    right_ends_on: date = date.max
    right_scheme: Scheme | None = None

    def with_also(self, other: Self) -> Self:
        """Both, as one: the earlier of what comes, the later of what was, the sum of counts."""
        due, right = min(self, other, key=_due), min(self, other, key=_right)
        contacts = [at for at in (self.last_contact_at, other.last_contact_at) if at]
        return self._replace(
            due_at=due.due_at,
            due_kind=due.due_kind,
            last_contact_at=max(contacts, default=None),
            open_referrals=self.open_referrals + other.open_referrals,
            right_ends_on=right.right_ends_on,
            right_scheme=right.right_scheme,
        )


@dataclass(frozen=True, slots=True)
class CaseloadFilter:
    """Which pathways are wanted, of those that the viewer's organisation shares."""

    is_open: bool = True  # or those whose follow-up the organisation has closed
    referent_id: UUID | None = None  # those of one member

    def includes(self, row: CaseloadRow) -> bool:
        return row.is_open == self.is_open and self.referent_id in {None, row.referent_id}


ALL_OPEN = CaseloadFilter()


@dataclass(frozen=True, slots=True)
class CaseloadEntry:
    """A pathway in a caseload, made from what the viewer may see and nothing else."""

    pathway_id: UUID
    called: str | None
    referent_id: UUID | None
    is_open: bool
    due_at: datetime | None
    due_kind: DueKind | None
    last_contact_at: datetime | None
    open_referrals: int
    right_ends_on: date | None
    right_scheme: Scheme | None


def caseload_rows(folded: Folded) -> Iterator[CaseloadRow]:
    """One row for each organisation of the circle and each class there is something of."""
    said = _together(_said(folded))
    sharing = folded.pathway.sharing
    for organisation_id, participation in sharing.circle.items():
        for row in said:
            yield row._replace(
                organisation_id=organisation_id,
                referent_id=sharing.referents.get(organisation_id),
                is_open=participation.follows,
            )


def caseload_entry(rows: Sequence[CaseloadRow], *, called: str | None) -> CaseloadEntry:
    """What the rows that a viewer may see say together of one pathway."""
    whole = reduce(CaseloadRow.with_also, rows)
    return CaseloadEntry(
        pathway_id=whole.pathway_id,
        called=called,
        referent_id=whole.referent_id,
        is_open=whole.is_open,
        due_at=None if whole.due_at == NEVER else whole.due_at,
        due_kind=whole.due_kind,
        last_contact_at=whole.last_contact_at,
        open_referrals=whole.open_referrals,
        right_ends_on=None if whole.right_ends_on == date.max else whole.right_ends_on,
        right_scheme=whole.right_scheme,
    )


def _together(said: Iterator[CaseloadRow]) -> list[CaseloadRow]:
    cells: dict[tuple[DataClass, UUID], CaseloadRow] = {}
    for row in said:
        cell = (row.data_class, row.owner_id)
        cells[cell] = cells[cell].with_also(row) if cell in cells else row
    return list(cells.values())


def _said(folded: Folded) -> Iterator[CaseloadRow]:
    """Each single thing there is to say, as a row; first, that there is a pathway."""
    base = CaseloadRow(folded.id, ANYBODY, DataClass.IDENTITY, ANYBODY, None, is_open=True)
    yield base
    for (data_class, owner_id), at in folded.contacts.items():
        yield base._replace(data_class=data_class, owner_id=owner_id, last_contact_at=at)
    for owner_id, lens in folded.lenses:
        yield from _of_lens(lens, base._replace(owner_id=owner_id))


def _of_lens(lens: Pathway | OwnActs, base: CaseloadRow) -> Iterator[CaseloadRow]:
    for appointment in lens.appointments.by_id.values():
        if appointment.is_awaited:
            yield base._replace(
                data_class=appointment.data_class,
                due_at=appointment.when.instant,
                due_kind=DueKind.APPOINTMENT,
            )
    for referral in lens.referrals.by_id.values():
        if referral.is_open:
            yield base._replace(data_class=referral.data_class, open_referrals=1)
    for right in lens.rights.by_id.values():
        if right.last_day and right.stage is not Stage.ENDED:
            yield base._replace(
                data_class=right.data_class,
                due_at=datetime.combine(right.last_day, time(), tzinfo=UTC),
                due_kind=DueKind.RIGHT_ENDS,
                right_ends_on=right.last_day,
                right_scheme=right.scheme,
            )


def _due(row: CaseloadRow) -> tuple[datetime, str]:
    return row.due_at, row.due_kind or ""


def _right(row: CaseloadRow) -> tuple[date, str]:
    return row.right_ends_on, row.right_scheme or ""
