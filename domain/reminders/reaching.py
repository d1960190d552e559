"""Whether the person may be reached now, and by which channel."""

from dataclasses import dataclass
from datetime import datetime

from domain.pathway.contacts import ContactKind, ContactPoint
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import Channel, SuppressionReason
from domain.reminders.cause import Cause
from domain.reminders.due import send_moment
from domain.reminders.rules import ReminderRule
from domain.reminders.terms import Terms
from domain.wall_time import zone_named

REACHED_BY = {Channel.TEXT: ContactKind.MOBILE, Channel.EMAIL: ContactKind.EMAIL}


@dataclass(frozen=True, slots=True)
class Send:
    """To the person."""

    rule: ReminderRule
    cause: Cause
    channel: Channel
    to: ContactPoint


@dataclass(frozen=True, slots=True)
class Withhold:
    reason: SuppressionReason


@dataclass(frozen=True, slots=True)
class Wait:
    until: datetime  # the end of the quiet hours


def reach_person(
    pathway: Pathway, cause: Cause, rule: ReminderRule, terms: Terms, *, now: datetime
) -> Send | Withhold | Wait:
    """What to do about a reminder to the person whose cause stands."""
    zone = cause.at.zone
    if pathway.reminder_wishes.all_stopped:
        return Withhold(SuppressionReason.STOPPED)
    if pathway.pace.is_suspended(now.astimezone(zone_named(zone)).date()):
        return Withhold(SuppressionReason.CONTACT_SUSPENDED)
    moment = leaves_at(cause, terms, now=now)
    if moment is None:
        return Withhold(SuppressionReason.TOO_LATE)
    if moment > now:
        return Wait(moment)
    for channel in rule.channels:
        if channel in terms.channels and (point := _reached(pathway, channel)):
            return Send(rule, cause, channel, point)
    was_stopped = pathway.contacts.usable(*REACHED_BY.values())
    return Withhold(SuppressionReason.STOPPED if was_stopped else SuppressionReason.NO_SAFE_CHANNEL)


def leaves_at(cause: Cause, terms: Terms, *, now: datetime) -> datetime | None:
    """When it may leave at the earliest: now, or after the quiet hours; None: too late."""
    return send_moment(
        terms.pack.hours,
        now=now,
        zone=cause.at.zone,
        until=cause.until.instant if cause.until else None,
        is_holiday=terms.holidays(cause.at.zone),
    )


def _reached(pathway: Pathway, channel: Channel) -> ContactPoint | None:
    """The safe contact point told last, but where the person wants nothing: numbers change."""
    kind, but = REACHED_BY.get(channel), pathway.reminder_wishes.stopped
    return next(reversed(pathway.contacts.usable(kind, but=but)), None) if kind else None
