"""What is recorded about appointments: booked, moved, kept or not."""

from uuid import UUID

from pydantic import AwareDatetime

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.appointments.words import (
    AppointmentKind,
    Attendance,
    ChangeReason,
    MissedReason,
    Needs,
    Side,
)
from domain.text import Label
from domain.wall_time import WallTime


class AppointmentBooked(Fact, topic="appointment-booked", lowest=DataClass.SOCIAL, alone=True):
    appointment_id: UUID
    booked_by: UUID  # organisation
    when: WallTime
    kind: AppointmentKind
    place: Label
    with_organisation: UUID | None
    with_name: Label | None
    needs: Needs
    referral_id: UUID | None = None
    place_is_neutral: bool = False


class AppointmentMoved(Fact, topic="appointment-moved", lowest=DataClass.SOCIAL, alone=True):
    appointment_id: UUID
    moved_by: Side
    reason: ChangeReason
    was: WallTime
    when: WallTime
    place: Label | None = None  # None: the same place
    place_is_neutral: bool = False  # of that other place


class AppointmentNeedsChanged(Fact, topic="appointment-needs-changed", lowest=DataClass.SOCIAL):
    appointment_id: UUID
    needs: Needs


class TransportArranged(Fact, topic="transport-arranged", lowest=DataClass.SOCIAL):
    """How the person gets there is agreed with whoever brings them, for the present time."""

    appointment_id: UUID
    arranged_by: UUID  # organisation


class AppointmentCancelled(Fact, topic="appointment-cancelled", lowest=DataClass.SOCIAL):
    appointment_id: UUID
    cancelled_by: Side
    reason: ChangeReason


class AppointmentAttended(Fact, topic="appointment-attended", lowest=DataClass.SOCIAL):
    appointment_id: UUID
    recorded_by: UUID  # organisation
    held_at: AwareDatetime


class AppointmentMissed(Fact, topic="appointment-missed", lowest=DataClass.SOCIAL):
    appointment_id: UUID
    recorded_by: UUID  # organisation
    reason: MissedReason


class AttendanceCorrected(Fact, topic="attendance-corrected", lowest=DataClass.SOCIAL):
    """What was recorded before was wrong."""

    appointment_id: UUID
    recorded_by: UUID  # organisation
    was: Attendance
    attendance: Attendance
    held_at: AwareDatetime
