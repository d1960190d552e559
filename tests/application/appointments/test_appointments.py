from datetime import UTC, datetime
from typing import Any

import pytest

from application.appointments.book_appointment import BookAppointment, book_appointment
from application.appointments.cancel_appointment import CancelAppointment, cancel_appointment
from application.appointments.change_needs import ChangeNeeds, change_needs
from application.appointments.correct_attendance import CorrectAttendance, correct_attendance
from application.appointments.record_absence import RecordAbsence, record_absence
from domain.members import Member, Profession
from domain.organisation.organisation import FOUNDER
from domain.pathway.appointments.appointment import Appointment
from domain.pathway.appointments.words import (
    AppointmentKind,
    Attendance,
    ChangeReason,
    Meeting,
    MissedReason,
    Needs,
    Side,
)
from tests.application.network import Town
from tests.domain.pathway.people import wall

AFTER = datetime(2026, 3, 12, 12, tzinfo=UTC)


class Case:
    """An appointment that a mediator booked with an outside service."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.mediator: Member = town.enrolled(FOUNDER, Profession.MEDIATOR)
        booking = BookAppointment(
            pathway_id=town.opened_by(self.mediator),
            meeting=Meeting(
                kind=AppointmentKind.RIGHTS, place="Town hall", with_name="Caisse du Bourg"
            ),
            when=wall("2026-03-12T09:30"),
        )
        book_appointment(town.network, booking, self.mediator)
        self.about: dict[str, Any] = {
            "pathway_id": booking.pathway_id,
            "appointment_id": booking.appointment_id,
        }

    def appointment(self) -> Appointment:
        pathway = self.town.pathway(self.about["pathway_id"])
        return pathway.appointments.by_id[self.about["appointment_id"]]


@pytest.fixture
def case(town: Town) -> Case:
    return Case(town)


def test_needs_are_said_again(case: Case) -> None:
    needs = Needs(accompaniment=True)
    change_needs(case.town.network, ChangeNeeds(**case.about, needs=needs), case.mediator)
    assert case.appointment().needs == needs


@pytest.mark.parametrize(
    ("side", "attendance"),
    [(Side.PERSON, Attendance.EXCUSED), (Side.SERVICE, Attendance.REVOKED)],
)
def test_it_is_cancelled_by_one_side_or_the_other(
    case: Case, side: Side, attendance: Attendance
) -> None:
    command = CancelAppointment(**case.about, cancelled_by=side, reason=ChangeReason.OTHER)
    cancel_appointment(case.town.network, command, case.mediator)
    assert case.appointment().attendance is attendance


def test_an_absence_recorded_wrongly_is_corrected(case: Case) -> None:
    absence = RecordAbsence(**case.about, reason=MissedReason.UNKNOWN, at=AFTER)
    record_absence(case.town.network, absence, case.mediator)
    assert case.appointment().attendance is Attendance.MISSED
    correction = CorrectAttendance(**case.about, attendance=Attendance.ATTENDED, at=AFTER)
    correct_attendance(case.town.network, correction, case.mediator)
    assert case.appointment().attendance is Attendance.ATTENDED
