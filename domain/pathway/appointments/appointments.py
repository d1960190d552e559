"""Appointments: when, where, what the person needs to get there, and whether they went."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.appointments.appointment import Appointment, as_booked, changes_by
from domain.pathway.appointments.facts import (
    AppointmentAttended,
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentMissed,
    AppointmentMoved,
    AppointmentNeedsChanged,
    AttendanceCorrected,
    TransportArranged,
)
from domain.pathway.appointments.refusals import (
    AppointmentAlreadyBooked,
    AppointmentIsOver,
    AppointmentNotMoved,
    AppointmentNotYetHeld,
    AppointmentUnknown,
    NothingToCorrect,
    TransportAlreadyArranged,
    TransportNotSaid,
)
from domain.pathway.appointments.words import (
    Attendance,
    ChangeReason,
    Meeting,
    MissedReason,
    Move,
    Needs,
    Side,
    Transport,
)
from domain.pathway.reminder_answers import ReminderAnswered
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.wall_time import WallTime, zone_named

NOBODY_BRINGS_THEM = frozenset({Transport.NO_NEED, Transport.LACKING})
WENT_OR_NOT = frozenset({Attendance.ATTENDED, Attendance.MISSED})
CHANGES = (
    AppointmentMoved,
    AppointmentNeedsChanged,
    TransportArranged,
    AppointmentCancelled,
    AppointmentAttended,
    AppointmentMissed,
    AttendanceCorrected,
)


@dataclass(frozen=True, slots=True)
class Appointments(Part):
    """Every appointment of the pathway, by id."""

    facts: ClassVar = (AppointmentBooked, *CHANGES, ReminderAnswered, FactRecordedInWrongFile)

    by_id: Items[UUID, Appointment] = field(default_factory=none_yet)

    def book(
        self, *, appointment_id: UUID, meeting: Meeting, when: WallTime, by: UUID, at: datetime
    ) -> AppointmentBooked:
        """Book an appointment, past ones included when they are told later.

        Raises:
            AppointmentAlreadyBooked: it was booked before.
            NoSuchTime: clocks skip this time.
        """
        if appointment_id in self.by_id:
            raise AppointmentAlreadyBooked
        when.must_exist()
        return AppointmentBooked(
            occurred_at=at,
            data_class=meeting.class_of_content(),
            appointment_id=appointment_id,
            booked_by=by,
            when=when,
            kind=meeting.kind,
            place=meeting.place,
            place_is_neutral=meeting.place_is_neutral,
            with_organisation=meeting.with_organisation,
            with_name=meeting.with_name,
            needs=meeting.needs,
            referral_id=meeting.referral_id,
        )

    def move(self, *, appointment_id: UUID, to: Move, at: datetime) -> AppointmentMoved:
        """Give it another time or place; the former time stays known.

        Raises:
            AppointmentIsOver: it was attended, missed or cancelled.
            AppointmentNotMoved: it is there and then already.
            NoSuchTime: clocks skip this time.
        """
        appointment = self._awaited(appointment_id)
        now = (appointment.when, appointment.place)
        if to.leaves(*now, place_is_neutral=appointment.place_is_neutral):
            raise AppointmentNotMoved
        to.when.must_exist()
        return AppointmentMoved(
            occurred_at=at,
            data_class=appointment.data_class,
            appointment_id=appointment_id,
            moved_by=to.by,
            reason=to.reason,
            was=appointment.when,
            when=to.when,
            place=to.place,
            place_is_neutral=to.place_is_neutral,
        )

    def change_needs(
        self, *, appointment_id: UUID, needs: Needs, at: datetime
    ) -> AppointmentNeedsChanged:
        """Say again what the person needs to be able to go.

        Raises:
            AppointmentIsOver: it was attended, missed or cancelled.
        """
        appointment = self._awaited(appointment_id)
        return AppointmentNeedsChanged(
            occurred_at=at,
            data_class=appointment.data_class,
            appointment_id=appointment_id,
            needs=needs,
        )

    def arrange_transport(
        self, *, appointment_id: UUID, by: UUID, at: datetime
    ) -> TransportArranged:
        """Record that whoever brings the person agreed to, for the present time.

        Raises:
            AppointmentIsOver: it was attended, missed or cancelled.
            TransportNotSaid: nobody said how the person gets there.
            TransportAlreadyArranged: it is, for that time.
        """
        appointment = self._awaited(appointment_id)
        if appointment.needs.transport in NOBODY_BRINGS_THEM:
            raise TransportNotSaid
        if appointment.transport_arranged:
            raise TransportAlreadyArranged
        return TransportArranged(
            occurred_at=at,
            data_class=appointment.data_class,
            appointment_id=appointment_id,
            arranged_by=by,
        )

    def cancel(
        self, *, appointment_id: UUID, by: Side, reason: ChangeReason, at: datetime
    ) -> AppointmentCancelled:
        """Cancel it: excused when by the person, revoked when by the service.

        Raises:
            AppointmentIsOver: it was attended, missed or cancelled.
        """
        appointment = self._awaited(appointment_id)
        return AppointmentCancelled(
            occurred_at=at,
            data_class=appointment.data_class,
            appointment_id=appointment_id,
            cancelled_by=by,
            reason=reason,
        )

    def attend(self, *, appointment_id: UUID, by: UUID, at: datetime) -> AppointmentAttended:
        """Record that the person went.

        Raises:
            AppointmentIsOver: it was attended, missed or cancelled.
            AppointmentNotYetHeld: its day has not come.
        """
        appointment = self._held(appointment_id, at=at)
        return AppointmentAttended(
            occurred_at=at,
            data_class=appointment.data_class,
            appointment_id=appointment_id,
            recorded_by=by,
            held_at=appointment.when.instant,
        )

    def miss(
        self, *, appointment_id: UUID, by: UUID, reason: MissedReason, at: datetime
    ) -> AppointmentMissed:
        """Record that the person did not come and nobody had cancelled.

        Raises:
            AppointmentIsOver: it was attended, missed or cancelled.
            AppointmentNotYetHeld: its day has not come.
        """
        appointment = self._held(appointment_id, at=at)
        return AppointmentMissed(
            occurred_at=at,
            data_class=appointment.data_class,
            appointment_id=appointment_id,
            recorded_by=by,
            reason=reason,
        )

    def correct_attendance(
        self, *, appointment_id: UUID, by: UUID, attendance: Attendance, at: datetime
    ) -> AttendanceCorrected:
        """Say that what was recorded about attendance was wrong; unknown makes it awaited again.

        Raises:
            NothingToCorrect: this is what is recorded, or nothing is.
            AppointmentNotYetHeld: nobody can have attended or missed it yet.
        """
        appointment = self._known(appointment_id)
        if appointment.attendance in {Attendance.UNKNOWN, attendance}:
            raise NothingToCorrect
        if attendance in WENT_OR_NOT:
            _must_have_come(appointment, at=at)
        return AttendanceCorrected(
            occurred_at=at,
            data_class=appointment.data_class,
            appointment_id=appointment_id,
            recorded_by=by,
            was=appointment.attendance,
            attendance=attendance,
            held_at=appointment.when.instant,
        )

    def evolve(self, fact: Fact, version: int) -> Self:
        if isinstance(fact, AppointmentBooked):
            return type(self)(having(self.by_id, fact.appointment_id, as_booked(fact, version)))
        if isinstance(fact, CHANGES) and fact.appointment_id in self.by_id:  # else: booked, erased
            appointment = self.by_id[fact.appointment_id]
            changed = appointment._replace(**changes_by(fact, appointment, version))
            return type(self)(having(self.by_id, fact.appointment_id, changed))
        if isinstance(fact, ReminderAnswered):
            return self._answered(fact)
        if isinstance(fact, FactRecordedInWrongFile):
            return type(self)(without(self.by_id, fact.entry_id))
        return self

    def _answered(self, fact: ReminderAnswered) -> Self:
        """What was said of another time says nothing of this one."""
        appointment = self.by_id.get(fact.cause_id)
        if appointment is None or appointment.occurrence != fact.occurrence:
            return self
        answered = appointment._replace(answer=fact.answer)
        return type(self)(having(self.by_id, fact.cause_id, answered))

    def _known(self, appointment_id: UUID) -> Appointment:
        if appointment_id not in self.by_id:
            raise AppointmentUnknown
        return self.by_id[appointment_id]

    def _awaited(self, appointment_id: UUID) -> Appointment:
        appointment = self._known(appointment_id)
        if not appointment.is_awaited:
            raise AppointmentIsOver
        return appointment

    def _held(self, appointment_id: UUID, *, at: datetime) -> Appointment:
        appointment = self._awaited(appointment_id)
        _must_have_come(appointment, at=at)
        return appointment


def _must_have_come(appointment: Appointment, *, at: datetime) -> None:
    """Its day is that of the place where it is held; somebody may well arrive early."""
    there = zone_named(appointment.when.zone)
    if at.astimezone(there).date() < appointment.when.wall.date():
        raise AppointmentNotYetHeld
