"""At the moment of sending: whether what is to be recalled still holds, and how to reach them."""

from dataclasses import dataclass
from datetime import datetime

from domain.pathway.appointments.appointment import Appointment
from domain.pathway.appointments.words import Attendance
from domain.pathway.contacts import ContactKind, ContactPoint
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import Channel, Outcome, SuppressionReason
from domain.reminders.due import Due, send_moment
from domain.reminders.rules import ReminderRule
from domain.reminders.terms import Terms
from domain.wall_time import zone_named

REACHED_BY = {Channel.TEXT: ContactKind.MOBILE, Channel.EMAIL: ContactKind.EMAIL}  # texts first
NO_LONGER_AWAITED = {
    Attendance.EXCUSED: SuppressionReason.CANCELLED,
    Attendance.REVOKED: SuppressionReason.CANCELLED,
    Attendance.ATTENDED: SuppressionReason.DONE,
    Attendance.MISSED: SuppressionReason.DONE,
}


@dataclass(frozen=True, slots=True)
class Send:
    rule: ReminderRule
    appointment: Appointment
    channel: Channel
    to: ContactPoint


@dataclass(frozen=True, slots=True)
class Withhold:
    reason: SuppressionReason


@dataclass(frozen=True, slots=True)
class Wait:
    until: datetime  # the end of the quiet hours


@dataclass(frozen=True, slots=True)
class Concluded:
    outcome: Outcome  # recorded already


Verdict = Send | Withhold | Wait | Concluded


def verdict_on(pathway: Pathway, due: Due, terms: Terms, *, now: datetime) -> Verdict:
    """What to do about a reminder whose moment has come, as the pathway stands."""
    if outcome := pathway.reminders.outcomes.get(due.id):
        return Concluded(outcome)
    appointment = pathway.appointments.by_id.get(due.cause_id)
    if appointment is None:
        return Withhold(SuppressionReason.ERASED)
    if reason := _no_cause(appointment, due) or _nobody_to_tell(pathway, appointment, now):
        return Withhold(reason)
    rule = terms.pack.rule(due.rule_id)
    if rule is None:
        return Withhold(SuppressionReason.RULE_ENDED)
    return _now_or_later(pathway, appointment, rule, terms, now=now)


def _no_cause(appointment: Appointment, due: Due) -> SuppressionReason | None:
    if not appointment.is_awaited:
        return NO_LONGER_AWAITED[appointment.attendance]
    return SuppressionReason.MOVED if appointment.occurrence != due.occurrence else None


def _nobody_to_tell(
    pathway: Pathway, appointment: Appointment, now: datetime
) -> SuppressionReason | None:
    if pathway.person.is_dead:
        return SuppressionReason.DECEASED
    if pathway.sharing.is_closed:
        return SuppressionReason.PATHWAY_CLOSED
    if pathway.reminder_wishes.all_stopped:
        return SuppressionReason.STOPPED
    today = now.astimezone(zone_named(appointment.when.zone)).date()
    return SuppressionReason.CONTACT_SUSPENDED if pathway.pace.is_suspended(today) else None


def _now_or_later(
    pathway: Pathway, appointment: Appointment, rule: ReminderRule, terms: Terms, *, now: datetime
) -> Verdict:
    calendar = terms.holidays(appointment.when.zone)
    moment = send_moment(terms.pack.hours, now=now, starts=appointment.when, is_holiday=calendar)
    if moment is None:
        return Withhold(SuppressionReason.TOO_LATE)
    if moment > now:
        return Wait(moment)
    for channel in REACHED_BY:
        if channel in terms.channels and (point := _reached(pathway, channel)):
            return Send(rule, appointment, channel, point)
    was_stopped = pathway.contacts.usable(*REACHED_BY.values())
    return Withhold(SuppressionReason.STOPPED if was_stopped else SuppressionReason.NO_SAFE_CHANNEL)


def _reached(pathway: Pathway, channel: Channel) -> ContactPoint | None:
    """The safe contact point told last, but where the person wants nothing: numbers change."""
    but = pathway.reminder_wishes.stopped
    return next(reversed(pathway.contacts.usable(REACHED_BY[channel], but=but)), None)
