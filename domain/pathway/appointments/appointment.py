"""One appointment, and what each fact makes of it."""

from typing import Any, NamedTuple
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact
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
from domain.pathway.appointments.words import AppointmentKind, Attendance, Needs, Side
from domain.pathway.reminder_answers import Answer
from domain.wall_time import WallTime

CANCELLED_BY = {Side.PERSON: Attendance.EXCUSED, Side.SERVICE: Attendance.REVOKED}


class Appointment(NamedTuple):
    """One appointment, as it stands."""

    id: UUID
    booked_by: UUID  # organisation
    when: WallTime
    kind: AppointmentKind
    place: str
    with_organisation: UUID | None
    with_name: str | None
    needs: Needs
    referral_id: UUID | None
    data_class: DataClass
    occurrence: int  # version of the fact that set its present time: there and back is another
    attendance: Attendance = Attendance.UNKNOWN
    place_is_neutral: bool = False  # whether a reminder may say it
    transport_arranged: bool = False  # for its present time
    answer: Answer | None = None  # what the person said last to a reminder of this time

    @property
    def is_awaited(self) -> bool:
        return self.attendance is Attendance.UNKNOWN


def as_booked(fact: AppointmentBooked, version: int) -> Appointment:
    return Appointment(
        id=fact.appointment_id,
        booked_by=fact.booked_by,
        when=fact.when,
        kind=fact.kind,
        place=fact.place,
        with_organisation=fact.with_organisation,
        with_name=fact.with_name,
        needs=fact.needs,
        referral_id=fact.referral_id,
        data_class=fact.data_class,
        occurrence=version,
        place_is_neutral=fact.place_is_neutral,
    )


def changes_by(fact: Fact, appointment: Appointment, version: int) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    match fact:
        case AppointmentMoved():
            changes = _moved_by(fact, appointment, version)
        case AppointmentNeedsChanged():
            same = fact.needs.transport is appointment.needs.transport
            changes["needs"] = fact.needs
            changes["transport_arranged"] = appointment.transport_arranged and same
        case TransportArranged():
            changes["transport_arranged"] = True
        case AppointmentCancelled():
            changes["attendance"] = CANCELLED_BY[fact.cancelled_by]
        case AppointmentAttended():
            changes["attendance"] = Attendance.ATTENDED
        case AppointmentMissed():
            changes["attendance"] = Attendance.MISSED
        case AttendanceCorrected():
            changes["attendance"] = fact.attendance
            if fact.attendance is Attendance.UNKNOWN:  # awaited again: to be reminded again
                changes |= {"occurrence": version, "answer": None}
    return changes


def _moved_by(fact: AppointmentMoved, appointment: Appointment, version: int) -> dict[str, Any]:
    changes: dict[str, Any] = {"when": fact.when}
    if fact.place:
        changes |= {"place": fact.place, "place_is_neutral": fact.place_is_neutral}
    if fact.when != appointment.when:
        changes |= {"occurrence": version, "transport_arranged": False, "answer": None}
    return changes
