"""Appointments that are awaited: the person is told when they are."""

from collections.abc import Iterator
from uuid import UUID

from domain.pathway.appointments.appointment import Appointment
from domain.pathway.appointments.words import Attendance
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import SuppressionReason
from domain.reminders.cause import Cause, Gone, RecordedAt
from domain.reminders.rules import Condition
from domain.reminders.terms import Terms
from domain.reminders.triggers import Trigger

ARRANGED = frozenset({Condition.TRANSPORT_ARRANGED})
NO_LONGER_AWAITED = {
    Attendance.EXCUSED: SuppressionReason.CANCELLED,
    Attendance.REVOKED: SuppressionReason.CANCELLED,
    Attendance.ATTENDED: SuppressionReason.DONE,
    Attendance.MISSED: SuppressionReason.DONE,
    Attendance.UNKNOWN: SuppressionReason.MOVED,  # awaited still, at another time
}


def causes(pathway: Pathway, _: Terms, recorded_at: RecordedAt) -> Iterator[Cause]:
    for appointment in pathway.appointments.by_id.values():
        if appointment.is_awaited:
            yield _cause(pathway, appointment, recorded_at)


def gone(pathway: Pathway, appointment_id: UUID) -> Gone | None:
    """Why an appointment is not recalled as planned; None: it is not on the pathway any more."""
    if appointment := pathway.appointments.by_id.get(appointment_id):
        return Gone(NO_LONGER_AWAITED[appointment.attendance], appointment.data_class)
    return None


def _cause(pathway: Pathway, appointment: Appointment, recorded_at: RecordedAt) -> Cause:
    return Cause(
        trigger=Trigger.APPOINTMENT,
        pathway_id=pathway.id,
        id=appointment.id,
        occurrence=appointment.occurrence,
        at=appointment.when,
        until=appointment.when,
        data_class=appointment.data_class,
        known_since=recorded_at.get(appointment.occurrence),
        held_by=appointment.booked_by,
        conditions=ARRANGED if appointment.transport_arranged else frozenset(),
    )
