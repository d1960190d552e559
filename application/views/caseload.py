"""The caseload: for each organisation of a circle, what is due next on each pathway it shares."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import partial
from typing import NamedTuple
from uuid import UUID

from application.views.folded import (
    ANYBODY,
    Cell,
    Folded,
    appointments,
    encounters,
    follow_ups,
    referrals,
    rights,
)
from application.views.memo import Memo
from application.views.people import PersonRow
from domain.data_classes import DataClass
from domain.pathway.rights.right import Stage
from domain.rights.schemes import Scheme

NEVER = datetime(9999, 12, 31, tzinfo=UTC)  # sorts after all that is due


class DueKind(StrEnum):
    APPOINTMENT = "appointment"
    FOLLOW_UP = "follow_up"
    RIGHT_ENDS = "right_ends"
    ACCESS_ENDS = "access_ends"  # of the organisation itself, as announced


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


class Said(NamedTuple):
    """What a row says of its class: its last fields."""

    due_at: datetime
    due_kind: DueKind | None
    last_contact_at: datetime | None
    open_referrals: int
    right_ends_on: date
    right_scheme: Scheme | None

    def with_follow_up(self, at: datetime) -> "Said":
        if at < self.due_at:
            return self._replace(due_at=at, due_kind=DueKind.FOLLOW_UP)
        return self

    def with_end_of_access(self, at: datetime) -> "Said":
        if at < self.due_at:
            return self._replace(due_at=at, due_kind=DueKind.ACCESS_ENDS)
        return self


NO_END = date.max, None
NOTHING = Said(NEVER, None, None, 0, *NO_END)
THAT_THERE_IS_ONE: Cell = (DataClass.IDENTITY, ANYBODY)


class CaseloadOrder(StrEnum):
    DUE = "due"  # what is due first is first
    CONTACT = "contact"  # who was heard from longest ago, or never, is first


@dataclass(frozen=True, slots=True)
class CaseloadFilter:
    """Which pathways are wanted, of those that the viewer's organisation shares, in which order.

    What is due, asked or ends is what the viewer may see of it.
    """

    is_open: bool = True  # or those whose follow-up the organisation has closed
    referent_id: UUID | None = None  # those of one member
    lent_by: frozenset[UUID] = frozenset()  # and, of members who lent them theirs
    or_nobodys: bool = False  # and, of a member's, those that nobody leads
    due_by: date | None = None  # with something due until the end of that day, UTC
    right_ends_by: date | None = None  # with a right whose last day is that one, or before
    with_referral: bool = False  # with a referral that is open
    order: CaseloadOrder = CaseloadOrder.DUE

    @property
    def referents(self) -> frozenset[UUID]:
        """Whose pathways are wanted; none in particular: anybody's."""
        return frozenset() if self.referent_id is None else self.lent_by | {self.referent_id}

    @property
    def due_before(self) -> datetime:
        """The instant before which something is due; with none asked, it may never be."""
        return datetime.max.replace(tzinfo=UTC) if self.due_by is None else end_of(self.due_by)

    def includes(self, row: CaseloadRow) -> bool:
        """Whether a row is of a pathway of whom is wanted."""
        of_nobody = self.or_nobodys and row.referent_id is None
        of_any = not self.referents or of_nobody or row.referent_id in self.referents
        return row.is_open == self.is_open and of_any

    def holds(self, entry: "CaseloadEntry") -> bool:
        """Whether what a pathway's rows say together is what is wanted."""
        ends_on = entry.right_ends_on or date.max
        return (
            (entry.due_at or NEVER) < self.due_before
            and (self.right_ends_by is None or ends_on <= self.right_ends_by)
            and (entry.open_referrals > 0 or not self.with_referral)
        )


ALL_OPEN = CaseloadFilter()


@dataclass(frozen=True, slots=True)
class CaseloadEntry:
    """A pathway in a caseload, made from what the viewer may see and nothing else."""

    pathway_id: UUID
    person: PersonRow | None
    referent_id: UUID | None
    is_open: bool
    due_at: datetime | None
    due_kind: DueKind | None
    last_contact_at: datetime | None
    open_referrals: int
    right_ends_on: date | None
    right_scheme: Scheme | None
    classes: frozenset[DataClass]  # of what it is made from
    lent_by: UUID | None = None  # the referent, where the list is of who stands in for them


def caseload_rows(folded: Folded, memo: Memo) -> tuple[tuple[CaseloadRow, ...], ...]:
    """One row for each organisation of the circle and each class there is something of."""
    made_of = (
        *folded.gates(),
        *folded.parts(encounters),
        *folded.parts(appointments),
        *folded.parts(referrals),
        *folded.parts(rights),
        *folded.parts(follow_ups),
        folded.pathway.retention,
    )
    return memo.of("caseload", made_of, lambda: (tuple(_rows(folded, memo)),))


def caseload_rows_now(folded: Folded) -> tuple[CaseloadRow, ...]:
    (rows,) = caseload_rows(folded, Memo())
    return rows


def caseload_entry(rows: Sequence[CaseloadRow], *, person: PersonRow | None) -> CaseloadEntry:
    """What the rows that a viewer may see say together of one pathway."""
    due, right = min(rows, key=_due), min(rows, key=_right)
    contacts = [row.last_contact_at for row in rows if row.last_contact_at]
    return CaseloadEntry(
        pathway_id=due.pathway_id,
        person=person,
        referent_id=due.referent_id,
        is_open=due.is_open,
        due_at=None if due.due_at == NEVER else due.due_at,
        due_kind=due.due_kind,
        last_contact_at=max(contacts, default=None),
        open_referrals=sum(row.open_referrals for row in rows),
        right_ends_on=None if right.right_ends_on == date.max else right.right_ends_on,
        right_scheme=right.right_scheme,
        classes=frozenset(row.data_class for row in rows),
    )


def start_of(day: date) -> datetime:
    """The instant a day is counted from where it has no hour: midnight, UTC."""
    return datetime.combine(day, time(), tzinfo=UTC)


def end_of(day: date) -> datetime:
    """The first instant after a day, UTC."""
    return start_of(day) + timedelta(days=1)


def _rows(folded: Folded, memo: Memo) -> Iterator[CaseloadRow]:
    sharing = folded.pathway.sharing
    shared = _shared(folded, memo)
    planned = memo.of(("caseload", follow_ups), folded.parts(follow_ups), partial(_planned, folded))
    for organisation_id, participation in sharing.circle.items():
        place = folded.id, organisation_id
        here = sharing.referents.get(organisation_id), participation.follows
        own = planned.get(organisation_id, {})
        ending = _ending(folded, organisation_id)
        for cell in dict.fromkeys((*shared, *own, *ending)):
            if (theirs := folded.cell_for(organisation_id, cell)) is None:
                continue
            said = shared.get(cell, NOTHING)
            if cell in own:
                said = said.with_follow_up(own[cell])
            if cell in ending:
                said = said.with_end_of_access(ending[cell])
            yield CaseloadRow._make((*place, *theirs, *here, *said))


def _shared(folded: Folded, memo: Memo) -> Mapping[Cell, Said]:
    """What there is to say of each class, to anybody and to each owner, in any organisation."""
    contacts = memo.of(("caseload", encounters), folded.parts(encounters), partial(_met, folded))
    booked = memo.of(
        ("caseload", appointments), folded.parts(appointments), partial(_booked, folded)
    )
    asked = memo.of(("caseload", referrals), folded.parts(referrals), partial(_asked, folded))
    ends = memo.of(("caseload", rights), folded.parts(rights), partial(_ends, folded))
    return {
        cell: _said(
            contacts.get(cell), booked.get(cell, NEVER), asked.get(cell, 0), ends.get(cell, NO_END)
        )
        for cell in dict.fromkeys((THAT_THERE_IS_ONE, *contacts, *booked, *asked, *ends))
    }


def _said(
    contact: datetime | None, booked: datetime, asked: int, ends: tuple[date, Scheme | None]
) -> Said:
    ends_on, scheme = ends
    ends_at = NEVER if scheme is None else start_of(ends_on)
    if booked == ends_at == NEVER:
        return Said(NEVER, None, contact, asked, ends_on, scheme)
    if booked <= ends_at:
        return Said(booked, DueKind.APPOINTMENT, contact, asked, ends_on, scheme)
    return Said(ends_at, DueKind.RIGHT_ENDS, contact, asked, ends_on, scheme)


def _met(folded: Folded) -> Mapping[Cell, datetime]:
    last: dict[Cell, datetime] = {}
    for cell, encounter in folded.items(encounters):
        last[cell] = max(last.get(cell, encounter.at), encounter.at)
    return last


def _booked(folded: Folded) -> Mapping[Cell, datetime]:
    first: dict[Cell, datetime] = {}
    for cell, appointment in folded.items(appointments):
        if appointment.is_awaited:
            first[cell] = min(first.get(cell, NEVER), appointment.when.instant)
    return first


def _asked(folded: Folded) -> Mapping[Cell, int]:
    return Counter(cell for cell, referral in folded.items(referrals) if referral.is_open)


def _ends(folded: Folded) -> Mapping[Cell, tuple[date, Scheme]]:
    first: dict[Cell, tuple[date, Scheme]] = {}
    for cell, right in folded.items(rights):
        if right.last_day and right.stage is not Stage.ENDED:
            end = right.last_day, right.scheme
            first[cell] = min(first.get(cell, end), end)
    return first


def _planned(folded: Folded) -> Mapping[UUID, Mapping[Cell, datetime]]:
    """What only the organisation that is to do it has in its caseload."""
    first: defaultdict[UUID, dict[Cell, datetime]] = defaultdict(dict)
    for cell, follow_up in folded.items(follow_ups):
        if follow_up.is_awaited:
            of_one = first[follow_up.planned_by]
            of_one[cell] = min(of_one.get(cell, NEVER), start_of(follow_up.due_on))
    return first


def _ending(folded: Folded, organisation_id: UUID) -> Mapping[Cell, datetime]:
    """The end of the organisation's own access, for those of it who meet the announcement."""
    announced = folded.pathway.retention.announced.get(organisation_id)
    if announced is None:
        return {}
    return {(announced.data_class, ANYBODY): start_of(announced.ends_on)}


def _due(row: CaseloadRow) -> tuple[datetime, str]:
    return row.due_at, row.due_kind or ""


def _right(row: CaseloadRow) -> tuple[date, str]:
    return row.right_ends_on, row.right_scheme or ""
