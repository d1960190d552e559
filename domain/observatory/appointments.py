"""Appointments kept, missed, given up by the person or by the service."""

from datetime import date

from domain.kernel import DomainEvent
from domain.observatory.contributions import Account, Contribution, Rules, day_of
from domain.observatory.indicators import Indicator
from domain.pathway.appointments.facts import (
    AppointmentAttended,
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentMissed,
    AppointmentMoved,
    AttendanceCorrected,
)
from domain.pathway.appointments.words import Attendance, Side

KEPT = (Indicator.APPOINTMENTS,)


def _booked(fact: AppointmentBooked, _: DomainEvent, account: Account) -> None:
    account.memory[fact.appointment_id] = Contribution(
        Indicator.APPOINTMENTS,
        fact.when.wall.date(),
        fact.booked_by,
        data_class=fact.data_class,
    )


def _moved(fact: AppointmentMoved, _: DomainEvent, account: Account) -> None:
    if booked := account.memory.get(fact.appointment_id):
        account.memory[fact.appointment_id] = booked._replace(day=fact.when.wall.date())


def _came(
    account: Account,
    fact: AppointmentAttended | AppointmentMissed | AppointmentCancelled | AttendanceCorrected,
    attendance: Attendance,
    day: date | None = None,
) -> None:
    booked: Contribution | None = account.memory.get(fact.appointment_id)
    account.drop(fact.appointment_id, KEPT)
    if booked is not None and attendance is not Attendance.UNKNOWN:
        account.add(
            fact.appointment_id, booked._replace(day=day or booked.day, category=attendance)
        )


def _attended(fact: AppointmentAttended, _: DomainEvent, account: Account) -> None:
    _came(account, fact, Attendance.ATTENDED, day_of(fact.held_at))


def _cancelled(fact: AppointmentCancelled, _: DomainEvent, account: Account) -> None:
    by_person = fact.cancelled_by is Side.PERSON
    _came(account, fact, Attendance.EXCUSED if by_person else Attendance.REVOKED)


def _corrected(fact: AttendanceCorrected, _: DomainEvent, account: Account) -> None:
    attended = fact.attendance is Attendance.ATTENDED
    _came(account, fact, fact.attendance, day_of(fact.held_at) if attended else None)


RULES: Rules = {
    AppointmentBooked: _booked,
    AppointmentMoved: _moved,
    AppointmentAttended: _attended,
    AppointmentMissed: lambda fact, _, account: _came(account, fact, Attendance.MISSED),
    AppointmentCancelled: _cancelled,
    AttendanceCorrected: _corrected,
}
