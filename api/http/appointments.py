"""Appointments: booked, moved, kept or not."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, AnItemDoor, ASeenDoor, Asked, Told
from api.http.reading import AReading, Shown
from api.http.says import on_item, on_pathway, on_seen, reads
from application.appointments.arrange_transport import ArrangeTransport, arrange_transport
from application.appointments.book_appointment import BookAppointment, book_appointment
from application.appointments.cancel_appointment import CancelAppointment, cancel_appointment
from application.appointments.change_needs import ChangeNeeds, change_needs
from application.appointments.correct_attendance import CorrectAttendance, correct_attendance
from application.appointments.move_appointment import MoveAppointment, move_appointment
from application.appointments.record_absence import RecordAbsence, record_absence
from application.appointments.record_attendance import RecordAttendance, record_attendance
from application.marks import about
from domain.data_classes import DataClass
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
    AppointmentKind,
    Attendance,
    ChangeReason,
    Meeting,
    MissedReason,
    Move,
    Needs,
    Side,
)
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.reminder_answers import Answer
from domain.refusals import NotFound
from domain.wall_time import NoSuchTime, WallTime

router = APIRouter(prefix="/v1/pathways/{pathway_id}/appointments", tags=["appointments"])
WHEN = {"wall": "2026-11-24T09:30:00", "zone": "Europe/Paris"}


class Booking(Asked):
    meeting: Meeting = Field(
        examples=[
            {
                "kind": "access_to_care",
                "place": "12 rue du Pont, Montluçon",
                "place_is_neutral": True,
                "with_name": "Permanence d'accès aux soins",
                "needs": {"transport": "lift", "accompaniment": True},
            }
        ]
    )
    when: WallTime = Field(examples=[WHEN], description="What the clock shows there.")


class Moving(Asked):
    to: Move = Field(examples=[{"by": "service", "reason": "staff_absent", "when": WHEN}])


class Cancelled(Asked):
    cancelled_by: Side
    reason: ChangeReason


class Absence(Asked):
    reason: MissedReason


class NeedsNow(Asked):
    needs: Needs


class AttendanceNow(Asked):
    attendance: Attendance


class AppointmentShown(Shown):
    id: UUID
    booked_by: UUID = Field(description="An organisation.")
    when: WallTime
    kind: AppointmentKind
    place: str
    place_is_neutral: bool = Field(description="Reminders may say it.")
    with_organisation: UUID | None
    with_name: str | None
    needs: Needs
    referral_id: UUID | None
    data_class: DataClass
    attendance: Attendance
    transport_arranged: bool = Field(description="With whoever brings the person, for that time.")
    answer: Answer | None = Field(description="What the person said to a reminder of it.")


@router.get("", responses=reads(PathwayNotOpened))
def appointments(pathway_id: UUID, reading: AReading) -> tuple[AppointmentShown, ...]:
    """The appointments of the person, past and to come."""
    known = reading.pathway(pathway_id).pathway.appointments.by_id.values()
    return tuple(map(AppointmentShown.model_validate, known))


@router.get("/{appointment_id}", responses=reads(PathwayNotOpened, NotFound))
def appointment(pathway_id: UUID, appointment_id: UUID, reading: AReading) -> AppointmentShown:
    """One appointment, with the ETag that moving or cancelling it asks for."""
    seen = reading.pathway(pathway_id)
    known = seen.pathway.appointments.by_id.get(appointment_id)
    concern = about(appointment_id=appointment_id)
    return AppointmentShown.model_validate(reading.marked(seen, concern, known))


@on_pathway(router, "", AppointmentAlreadyBooked, NoSuchTime)
def book(pathway_id: UUID, asked: Booking, door: ADoor) -> Told:
    """Book an appointment; reminders say the place only where you tell that it is neutral."""
    command = door.command(BookAppointment, asked, pathway_id=pathway_id)
    return door.run(book_appointment, command, of=command.appointment_id)


@on_seen(
    router,
    "/{appointment_id}/move",
    AppointmentUnknown,
    AppointmentIsOver,
    AppointmentNotMoved,
    NoSuchTime,
)
def move(pathway_id: UUID, appointment_id: UUID, asked: Moving, door: ASeenDoor) -> Told:
    """Give it another time or place, saying who moved it and why."""
    addressed = {"pathway_id": pathway_id, "appointment_id": appointment_id}
    command = door.command(MoveAppointment, asked, **addressed)
    return door.run(move_appointment, command, of=appointment_id)


@on_seen(router, "/{appointment_id}/cancellation", AppointmentUnknown, AppointmentIsOver)
def cancel(pathway_id: UUID, appointment_id: UUID, asked: Cancelled, door: ASeenDoor) -> Told:
    """Cancel it, on the side of the person or of the service."""
    addressed = {"pathway_id": pathway_id, "appointment_id": appointment_id}
    command = door.command(CancelAppointment, asked, **addressed)
    return door.run(cancel_appointment, command, of=appointment_id)


@on_item(router, "/{appointment_id}/needs", AppointmentUnknown, AppointmentIsOver)
def say_needs(pathway_id: UUID, appointment_id: UUID, asked: NeedsNow, door: AnItemDoor) -> Told:
    """Say again what the person needs to be able to go."""
    addressed = {"pathway_id": pathway_id, "appointment_id": appointment_id}
    command = door.command(ChangeNeeds, asked, **addressed)
    return door.run(change_needs, command, of=appointment_id)


@on_item(
    router,
    "/{appointment_id}/transport-arrangement",
    AppointmentUnknown,
    AppointmentIsOver,
    TransportNotSaid,
    TransportAlreadyArranged,
)
def say_transport(pathway_id: UUID, appointment_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Say that whoever brings the person agreed to, for the present time."""
    addressed = {"pathway_id": pathway_id, "appointment_id": appointment_id}
    command = door.command(ArrangeTransport, asked, **addressed)
    return door.run(arrange_transport, command, of=appointment_id)


@on_item(
    router,
    "/{appointment_id}/attendance",
    AppointmentUnknown,
    AppointmentIsOver,
    AppointmentNotYetHeld,
)
def attend(pathway_id: UUID, appointment_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Record that the person went."""
    addressed = {"pathway_id": pathway_id, "appointment_id": appointment_id}
    command = door.command(RecordAttendance, asked, **addressed)
    return door.run(record_attendance, command, of=appointment_id)


@on_item(
    router,
    "/{appointment_id}/absence",
    AppointmentUnknown,
    AppointmentIsOver,
    AppointmentNotYetHeld,
)
def miss(pathway_id: UUID, appointment_id: UUID, asked: Absence, door: AnItemDoor) -> Told:
    """Record that the person did not come, and why if they said so."""
    addressed = {"pathway_id": pathway_id, "appointment_id": appointment_id}
    command = door.command(RecordAbsence, asked, **addressed)
    return door.run(record_absence, command, of=appointment_id)


@on_item(
    router,
    "/{appointment_id}/attendance/correction",
    AppointmentUnknown,
    NothingToCorrect,
    AppointmentNotYetHeld,
)
def correct(pathway_id: UUID, appointment_id: UUID, asked: AttendanceNow, door: AnItemDoor) -> Told:
    """Say that what was recorded about attendance was wrong."""
    addressed = {"pathway_id": pathway_id, "appointment_id": appointment_id}
    command = door.command(CorrectAttendance, asked, **addressed)
    return door.run(correct_attendance, command, of=appointment_id)
