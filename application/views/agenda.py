"""The agenda: appointments and follow-ups, day by day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import NamedTuple
from uuid import UUID

from application.views.caseload import start_of
from application.views.folded import Folded, appointments, follow_ups
from application.views.memo import Memo
from application.views.people import PersonRow
from domain.data_classes import DataClass
from domain.pathway.appointments.appointment import Appointment
from domain.pathway.appointments.words import Attendance
from domain.pathway.follow_up import FollowUp, FollowUpState
from domain.pathway.reminder_answers import Answer

AWAITED = frozenset({str(Attendance.UNKNOWN), str(FollowUpState.PLANNED)})  # nobody said yet


class AgendaKind(StrEnum):
    APPOINTMENT = "appointment"
    FOLLOW_UP = "follow_up"


class AgendaRow(NamedTuple):
    """Something on a day of an organisation's agenda; the first four are its key."""

    pathway_id: UUID
    organisation_id: UUID
    item_id: UUID
    owner_id: UUID  # member; `ANYBODY` where the class alone decides
    data_class: DataClass
    day: date  # where it takes place
    at: datetime  # of a follow-up, which has no hour: the start of its day
    kind: AgendaKind
    state: str  # an `Attendance` or a `FollowUpState`
    member_id: UUID | None  # who will be there, else the referent
    what: str | None  # an `AppointmentKind` or a `Purpose`; sealed where it is kept
    answer: Answer | None = None  # what the person said to a reminder of an appointment


@dataclass(frozen=True, slots=True)
class AgendaFilter:
    """Which days, both included, and whose."""

    first: date
    last: date
    member_id: UUID | None = None
    lent: tuple[tuple[UUID, date, date], ...] = ()  # and of others, from a day to another
    or_nobodys: bool = False  # and, of a member's, what is nobody's in particular
    awaited: bool = False  # only that of which nobody said yet what became of it

    def includes(self, row: AgendaRow) -> bool:
        is_wanted = row.state in AWAITED or not self.awaited
        return self.first <= row.day <= self.last and is_wanted and self._of_whom(row)

    def _of_whom(self, row: AgendaRow) -> bool:
        if self.or_nobodys and row.member_id is None:
            return True
        return self.member_id in {None, row.member_id} or self.lends(row)

    def lends(self, row: AgendaRow) -> bool:
        """Whether a row is of somebody who lent that day to the member."""
        return row.member_id != self.member_id and any(
            row.member_id == member_id and first <= row.day <= last
            for member_id, first, last in self.lent
        )


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    person: PersonRow | None
    row: AgendaRow
    lent_by: UUID | None = None  # whose it is, where the list is of who stands in for them


def agenda_rows(folded: Folded, memo: Memo) -> tuple[tuple[AgendaRow, ...], ...]:
    """Appointments, for the whole circle; follow-ups, for the organisation that planned them."""
    made_of = *folded.gates(), *folded.parts(appointments), *folded.parts(follow_ups)
    return memo.of("agenda", made_of, lambda: tuple(_groups(folded, memo)))


def _groups(folded: Folded, memo: Memo) -> Iterator[tuple[AgendaRow, ...]]:
    gates = folded.gates()
    for (data_class, owner_id), appointment in folded.items(appointments):
        yield memo.of(
            ("agenda", appointment.id, owner_id),
            (appointment, data_class, *gates),
            partial(_of_appointment, folded, appointment, owner_id, data_class),
        )
    for (data_class, owner_id), follow_up in folded.items(follow_ups):
        yield memo.of(
            ("agenda", follow_up.id, owner_id),
            (follow_up, data_class, *gates),
            partial(_of_follow_up, folded, follow_up, owner_id, data_class),
        )


def _of_appointment(
    folded: Folded, appointment: Appointment, owner_id: UUID, data_class: DataClass
) -> tuple[AgendaRow, ...]:
    sharing = folded.pathway.sharing
    day, at = appointment.when.wall.date(), appointment.when.instant
    return tuple(
        AgendaRow(
            folded.id,
            organisation_id,
            appointment.id,
            theirs[1],
            data_class,
            day,
            at,
            AgendaKind.APPOINTMENT,
            str(appointment.attendance),
            sharing.referents.get(organisation_id),
            str(appointment.kind),
            appointment.answer,
        )
        for organisation_id in sharing.circle
        if (theirs := folded.cell_for(organisation_id, (data_class, owner_id))) is not None
    )


def _of_follow_up(
    folded: Folded, follow_up: FollowUp, owner_id: UUID, data_class: DataClass
) -> tuple[AgendaRow, ...]:
    sharing = folded.pathway.sharing
    if follow_up.planned_by not in sharing.circle:
        return ()
    theirs = folded.cell_for(follow_up.planned_by, (data_class, owner_id))
    if theirs is None:
        return ()
    row = AgendaRow(
        folded.id,
        follow_up.planned_by,
        follow_up.id,
        theirs[1],
        data_class,
        follow_up.due_on,
        start_of(follow_up.due_on),
        AgendaKind.FOLLOW_UP,
        str(follow_up.state),
        follow_up.with_member or sharing.referents.get(follow_up.planned_by),
        str(follow_up.purpose),
    )
    return (row,)
