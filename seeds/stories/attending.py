"""Appointments: booked, moved, kept or not, and what it takes to get there."""

from datetime import datetime, timedelta
from uuid import UUID

from application.appointments.book_appointment import BookAppointment, book_appointment
from application.appointments.cancel_appointment import CancelAppointment, cancel_appointment
from application.appointments.change_needs import ChangeNeeds, change_needs
from application.appointments.correct_attendance import CorrectAttendance, correct_attendance
from application.appointments.move_appointment import MoveAppointment, move_appointment
from application.appointments.record_absence import RecordAbsence, record_absence
from application.appointments.record_attendance import RecordAttendance, record_attendance
from domain.members import Member
from domain.pathway.appointments.words import (
    AppointmentKind,
    Attendance,
    ChangeReason,
    Meeting,
    MissedReason,
    Move,
    Needs,
    Side,
    Transport,
)
from domain.pathway.referrals.words import Service
from domain.wall_time import WallTime
from seeds.networks.team import House
from seeds.stories.fitting import fits
from seeds.stories.story import Story

KINDS = {  # whom an appointment of this kind is with, and how often it is
    (AppointmentKind.ACCESS_TO_CARE, Service.ACCESS_TO_CARE): 8,
    (AppointmentKind.SOCIAL_SUPPORT, Service.SOCIAL_SUPPORT): 6,
    (AppointmentKind.RIGHTS, Service.HEALTH_COVER): 5,
    (AppointmentKind.MEDICAL, Service.MEDICAL_APPOINTMENT): 6,
    (AppointmentKind.MATERNITY, Service.MATERNITY_CARE): 3,
    (AppointmentKind.HOUSING, Service.HOUSING): 2,
    (AppointmentKind.MENTAL_HEALTH, Service.MENTAL_HEALTH_CARE): 2,
    (AppointmentKind.DENTAL, Service.DENTAL_CARE): 2,
    (AppointmentKind.MEDIATION, None): 5,  # with the organisation that accompanies
}
BY_PERSON = [
    ChangeReason.UNWELL,
    ChangeReason.NO_TRANSPORT,
    ChangeReason.NO_CHILDCARE,
    ChangeReason.WORK,
]
BY_SERVICE = [ChangeReason.STAFF_ABSENT, ChangeReason.SERVICE_CLOSED, ChangeReason.NO_INTERPRETER]
MISSED = {
    MissedReason.NO_TRANSPORT: 4,
    MissedReason.FORGOTTEN: 3,
    MissedReason.AFRAID: 2,
    MissedReason.NO_CHILDCARE: 2,
    MissedReason.UNKNOWN: 2,
}
LIFTS = {Transport.LIFT: 4, Transport.SHUTTLE: 2, Transport.PUBLIC: 3, Transport.LACKING: 2}
OUTCOMES = {"attended": 74, "missed": 14, "cancelled": 12}


def attend(story: Story, at: datetime) -> datetime:
    """An appointment from its booking to its day."""
    meeting, house = _meeting(story, at)
    by = story.colleague(meeting.class_of_content())
    when = story.wall_time(at, 6, 32)
    booking = story.tell(book_appointment, BookAppointment, at, by, meeting=meeting, when=when)
    at, when = _moves(story, at, when, booking.appointment_id, by)
    return _day(story, at, when, booking.appointment_id, _recorder(story, house, meeting, by))


def _meeting(story: Story, at: datetime) -> tuple[Meeting, House | None]:
    possible = {pair: often for pair, often in KINDS.items() if fits(story, pair[1], at)}
    kind, service = story.chance.among(possible)
    key = story.network.services.get(service) if service else None
    house = story.team.houses[key] if key else (None if service else story.lead)
    outside = story.network.outside.get(service) if service else None
    if house is None and outside is None:
        kind, house = AppointmentKind.MEDIATION, story.lead
    return Meeting(
        kind=kind,
        place=house.place if house else "Accueil du service",
        with_organisation=house.id if house else None,
        with_name=outside if house is None else None,
        needs=_needs(story),
    ), house


def _needs(story: Story) -> Needs:
    without_car = story.chance.happens(story.network.programme.get("without_car", 0.3))
    return Needs(
        transport=story.chance.among(LIFTS) if without_car else Transport.NO_NEED,
        interpreter=story.person.language if story.person.needs_interpreter else None,
        accompaniment=story.chance.happens(0.2),
    )


def _moves(
    story: Story, at: datetime, when: WallTime, appointment_id: UUID, by: Member
) -> tuple[datetime, WallTime]:
    """Up to two moves, each told before the day it moves from."""
    about = {"appointment_id": appointment_id}
    for share in (0.28, 0.25):
        if not story.chance.happens(share):
            break
        at = _between(story, at, when.instant)
        side = story.chance.choice([Side.PERSON, Side.SERVICE])
        reason = story.chance.choice(BY_PERSON if side is Side.PERSON else BY_SERVICE)
        when = story.wall_time(when.instant, 3, 20)
        move = Move(by=side, reason=reason, when=when)
        story.tell(move_appointment, MoveAppointment, at, by, to=move, **about)
    if story.chance.happens(0.12):
        at = _between(story, at, when.instant)
        needs = Needs(transport=Transport.LIFT, accompaniment=True)
        story.tell(change_needs, ChangeNeeds, at, by, needs=needs, **about)
    return at, when


def _day(
    story: Story, at: datetime, when: WallTime, appointment_id: UUID, recorder: Member
) -> datetime:
    about = {"appointment_id": appointment_id}
    outcome = story.chance.among(OUTCOMES)
    if outcome == "cancelled":
        at = _between(story, at, when.instant)
        side = story.chance.choice([Side.PERSON, Side.SERVICE])
        why = story.chance.choice(BY_PERSON if side is Side.PERSON else BY_SERVICE)
        said = {"cancelled_by": side, "reason": why}
        story.tell(cancel_appointment, CancelAppointment, at, **said, **about)
        return at
    at = when.instant + timedelta(minutes=story.chance.randrange(40, 180))
    if outcome == "attended":
        story.tell(record_attendance, RecordAttendance, at, recorder, **about)
        return at
    reason = story.chance.among(MISSED)
    story.tell(record_absence, RecordAbsence, at, recorder, reason=reason, **about)
    if story.chance.happens(0.08):  # they had come, to another desk
        at = story.later(at, 1, 4)
        said = {"attendance": Attendance.ATTENDED}
        story.tell(correct_attendance, CorrectAttendance, at, recorder, **said, **about)
    return at


def _recorder(story: Story, house: House | None, meeting: Meeting, by: Member) -> Member:
    """The organisation that received the person says so, where it shares the pathway."""
    if house is None or house.id not in story.circle:
        return by
    return house.somebody(story.chance, meeting.class_of_content())


def _between(story: Story, earlier: datetime, later: datetime) -> datetime:
    """A moment after one and well before the other."""
    days = (later - earlier) / timedelta(days=1)
    return story.later(earlier, 0.2 * days, 0.6 * days)
