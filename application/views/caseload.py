"""The caseload: for each organisation of a circle, what is due next on each pathway it shares."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from application.views.folded import ANYBODY, Cell, Folded, OwnActs
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
    due_at: datetime
    due_kind: DueKind | None
    last_contact_at: datetime | None
    open_referrals: int
    right_ends_on: date
    right_scheme: Scheme | None


@dataclass(slots=True)
class Told:
    """Things said of a pathway, as one: the first of what comes, the last of what was, a count."""

    due_at: datetime = NEVER
    due_kind: DueKind | None = None
    last_contact_at: datetime | None = None
    open_referrals: int = 0
    right_ends_on: date = date.max
    right_scheme: Scheme | None = None

    def due(self, at: datetime, kind: DueKind | None) -> None:
        if (at, kind or "") < (self.due_at, self.due_kind or ""):
            self.due_at, self.due_kind = at, kind

    def contact(self, at: datetime | None) -> None:
        if at is not None and (self.last_contact_at is None or at > self.last_contact_at):
            self.last_contact_at = at

    def right(self, ends_on: date, scheme: Scheme | None) -> None:
        if (ends_on, scheme or "") < (self.right_ends_on, self.right_scheme or ""):
            self.right_ends_on, self.right_scheme = ends_on, scheme


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
    sharing = folded.pathway.sharing
    cells = _cells(folded)
    for organisation_id, participation in sharing.circle.items():
        referent_id = sharing.referents.get(organisation_id)
        for (data_class, owner_id), told in cells.items():
            yield CaseloadRow(
                folded.id,
                organisation_id,
                data_class,
                owner_id,
                referent_id,
                participation.follows,
                told.due_at,
                told.due_kind,
                told.last_contact_at,
                told.open_referrals,
                told.right_ends_on,
                told.right_scheme,
            )


def caseload_entry(rows: Sequence[CaseloadRow], *, called: str | None) -> CaseloadEntry:
    """What the rows that a viewer may see say together of one pathway."""
    told = Told()
    for row in rows:
        told.due(row.due_at, row.due_kind)
        told.contact(row.last_contact_at)
        told.open_referrals += row.open_referrals
        told.right(row.right_ends_on, row.right_scheme)
    return CaseloadEntry(
        pathway_id=rows[0].pathway_id,
        called=called,
        referent_id=rows[0].referent_id,
        is_open=rows[0].is_open,
        due_at=None if told.due_at == NEVER else told.due_at,
        due_kind=told.due_kind,
        last_contact_at=told.last_contact_at,
        open_referrals=told.open_referrals,
        right_ends_on=None if told.right_ends_on == date.max else told.right_ends_on,
        right_scheme=told.right_scheme,
    )


def _cells(folded: Folded) -> Mapping[Cell, Told]:
    """What there is to say of each class, to anybody and to each owner."""
    cells: defaultdict[Cell, Told] = defaultdict(Told)
    cells[DataClass.IDENTITY, ANYBODY] = Told()  # that there is a pathway
    for cell, at in folded.contacts.items():
        cells[cell].contact(at)
    for owner_id, lens in folded.lenses:
        _tell(cells, owner_id, lens)
    return cells


def _tell(cells: Mapping[Cell, Told], owner_id: UUID, lens: Pathway | OwnActs) -> None:
    for appointment in lens.appointments.by_id.values():
        if appointment.is_awaited:
            told = cells[appointment.data_class, owner_id]
            told.due(appointment.when.instant, DueKind.APPOINTMENT)
    for referral in lens.referrals.by_id.values():
        if referral.is_open:
            cells[referral.data_class, owner_id].open_referrals += 1
    for right in lens.rights.by_id.values():
        if right.last_day and right.stage is not Stage.ENDED:
            told = cells[right.data_class, owner_id]
            told.right(right.last_day, right.scheme)
            told.due(datetime.combine(right.last_day, time(), tzinfo=UTC), DueKind.RIGHT_ENDS)
