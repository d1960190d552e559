"""Whether the person may be reached now, and by which channel."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.pathway.contacts import ContactPoint
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import Channel, SuppressionReason
from domain.reminders.cause import Cause
from domain.reminders.contacting import ways_to
from domain.reminders.due import send_moment
from domain.reminders.respect import day_of, next_midnight
from domain.reminders.rules import ReminderRule
from domain.reminders.terms import Terms


@dataclass(frozen=True, slots=True)
class Send:
    """To the person."""

    rule: ReminderRule
    cause: Cause
    channel: Channel
    contact_id: UUID
    to: ContactPoint


@dataclass(frozen=True, slots=True)
class Withhold:
    reason: SuppressionReason


@dataclass(frozen=True, slots=True)
class Wait:
    until: datetime  # the end of the quiet hours, or another day


def reach_person(
    pathway: Pathway,
    cause: Cause,
    rule: ReminderRule,
    terms: Terms,
    *,
    now: datetime,
    begun: bool = False,
) -> Send | Withhold | Wait:
    """What to do about a reminder to the person whose cause stands.

    What is `begun` may have left already: the day's number of messages holds it back no more.
    """
    today = day_of(now, cause.at.zone)
    if pathway.reminder_wishes.all_stopped:
        return Withhold(SuppressionReason.STOPPED)
    if pathway.pace.is_suspended(today):
        return Withhold(SuppressionReason.CONTACT_SUSPENDED)
    moment = leaves_at(cause, terms, now=now)
    if moment is None:
        return Withhold(SuppressionReason.TOO_LATE)
    if moment > now:
        return Wait(moment)
    way = _way(pathway, cause, rule, terms, on=today)
    if isinstance(way, Withhold) or begun or rule.urgent or _has_room(pathway, cause, terms, now):
        return way
    return _another_day(cause, terms, now=now)


def _way(
    pathway: Pathway, cause: Cause, rule: ReminderRule, terms: Terms, *, on: date
) -> Send | Withhold:
    ways = list(ways_to(pathway, cause, rule, terms, on=on))
    for way in ways:
        if not pathway.reminder_wishes.keep_from(way.contact_id):
            return Send(rule, cause, way.channel, way.contact_id, way.to)
    return Withhold(SuppressionReason.STOPPED if ways else SuppressionReason.NO_SAFE_CHANNEL)


def _has_room(pathway: Pathway, cause: Cause, terms: Terms, now: datetime) -> bool:
    """Whether fewer messages than a day may have left to the person today, where they are."""
    left = pathway.reminders.letters_on(day_of(now, cause.at.zone), zone=cause.at.zone)
    return left < terms.pack.respect.daily_cap


def _another_day(cause: Cause, terms: Terms, *, now: datetime) -> Wait | Withhold:
    moment = leaves_at(cause, terms, now=next_midnight(now, cause.at.zone))
    return Wait(moment) if moment else Withhold(SuppressionReason.DAILY_CAP)


def leaves_at(cause: Cause, terms: Terms, *, now: datetime) -> datetime | None:
    """When it may leave at the earliest: now, or after the quiet hours; None: too late."""
    return send_moment(
        terms.pack.hours,
        now=now,
        zone=cause.at.zone,
        until=cause.until.instant if cause.until else None,
        is_holiday=terms.holidays(cause.at.zone),
    )
