"""Appointments: booked, moved, kept or missed."""

from uuid import UUID

from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
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
from domain.pathway.appointments.words import Needs, Side, Transport

APPOINTMENTS = Telling(Area.APPOINTMENTS)


def kind(appointment_id: UUID | None, say: Saying) -> str:
    """What an appointment is for, where the reader sees that it was booked."""
    booked = say.told.first(appointment_id, AppointmentBooked)
    return say.word(booked.kind) if booked else ""


def day(appointment_id: UUID | None, say: Saying) -> str:
    """When it is, as last told."""
    moves, booking = AppointmentMoved, AppointmentBooked
    told = say.told.last(appointment_id, moves) or say.told.last(appointment_id, booking)
    return say.at(told.when) if told else ""


@APPOINTMENTS.of(AppointmentBooked)
def booked(fact: AppointmentBooked, say: Saying) -> Said:
    head = say.gettext("Appointment %(at)s", at=say.at(fact.when))
    name = fact.with_name or say.name(fact.with_organisation)
    return Said(
        say.head(head, say.word(fact.kind)),
        say.all(
            say.gettext("With: %(name)s.", name=name),
            say.gettext("Place: %(place)s.", place=fact.place),
            needed(fact.needs, say),
        ),
    )


@APPOINTMENTS.of(AppointmentMoved)
def moved(fact: AppointmentMoved, say: Saying) -> Said:
    head = say.gettext("Appointment moved to another time")
    if fact.was == fact.when:
        head = say.gettext("Appointment moved to another place")
    return Said(
        say.head(head, kind(fact.appointment_id, say)),
        say.all(
            say.gettext("It is now %(at)s.", at=say.at(fact.when)),
            say.gettext("It was %(at)s.", at=say.at(fact.was)) if fact.was != fact.when else "",
            say.gettext("Place: %(place)s.", place=fact.place) if fact.place else "",
            _asked_by(fact.moved_by, say),
            say.because(fact.reason),
        ),
    )


@APPOINTMENTS.of(AppointmentNeedsChanged)
def needs_changed(fact: AppointmentNeedsChanged, say: Saying) -> Said:
    head = say.gettext("What is needed to go to the appointment")
    lead = say.head(head, kind(fact.appointment_id, say))
    return Said(lead, needed(fact.needs, say) or say.gettext("Nothing is needed."))


@APPOINTMENTS.of(TransportArranged, tone=Tone.GOOD)
def transport(fact: TransportArranged, say: Saying) -> Said:
    head = say.gettext("Transport arranged for the appointment")
    at = day(fact.appointment_id, say)
    return Said(say.head(head, kind(fact.appointment_id, say), at))


@APPOINTMENTS.of(AppointmentCancelled)
def cancelled(fact: AppointmentCancelled, say: Saying) -> Said:
    at, what = day(fact.appointment_id, say), kind(fact.appointment_id, say)
    lead = say.head(say.gettext("Appointment cancelled"), what, at)
    return Said(lead, say.all(_asked_by(fact.cancelled_by, say), say.because(fact.reason)))


@APPOINTMENTS.of(AppointmentAttended, tone=Tone.GOOD)
def attended(fact: AppointmentAttended, say: Saying) -> Said:
    what = kind(fact.appointment_id, say)
    return Said(say.head(say.gettext("Appointment kept"), what, say.on(fact.held_at)))


@APPOINTMENTS.of(AppointmentMissed, tone=Tone.WARN)
def missed(fact: AppointmentMissed, say: Saying) -> Said:
    at, what = day(fact.appointment_id, say), kind(fact.appointment_id, say)
    return Said(say.head(say.gettext("Appointment missed"), what, at), say.because(fact.reason))


@APPOINTMENTS.of(AttendanceCorrected, corrects=True)
def corrected(fact: AttendanceCorrected, say: Saying) -> Said:
    head = say.gettext("Attendance corrected")
    now, was = say.word(fact.attendance), say.word(fact.was)
    more = say.gettext("Now: %(now)s. Noted before: %(was)s.", now=now, was=was)
    return Said(say.head(head, kind(fact.appointment_id, say), say.on(fact.held_at)), more)


def needed(needs: Needs, say: Saying) -> str:
    """What the person needs to be able to go; nothing where they need nothing."""
    getting_there, spoken = "", ""
    if needs.transport is Transport.LACKING:
        getting_there = say.gettext("Transport is lacking.")
    elif needs.transport is not Transport.NO_NEED:
        getting_there = say.gettext("Transport: %(how)s.", how=say.word(needs.transport))
    if needs.interpreter:
        language = say.language(needs.interpreter)
        spoken = say.gettext("Interpreter: %(language)s.", language=language)
    together = say.gettext("Accompaniment planned.") if needs.accompaniment else ""
    return say.all(getting_there, spoken, together)


def _asked_by(side: Side, say: Saying) -> str:
    if side is Side.PERSON:
        return say.gettext("The person asked for it.")
    return say.gettext("The service asked for it.")
