"""When a reminder is due: a wall time of a day counted on the calendar, never a number of hours."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from domain.reminders.hours import AllowedHours, IsHoliday
from domain.reminders.rules import Audience, MessageType, ReminderRule
from domain.reminders.triggers import Trigger
from domain.wall_time import WallTime, instant_at, zone_named


@dataclass(frozen=True, slots=True)
class Due:
    """Something to recall, to whom, and when; it carries nothing about the person."""

    id: UUID
    pathway_id: UUID
    trigger: Trigger
    cause_id: UUID
    occurrence: int  # version of the fact that set the cause's present time
    rule_id: str
    audience: Audience
    pack_version: str
    message_type: MessageType
    due_at: datetime
    urgent: bool = False


def due_id(*, cause_id: UUID, occurrence: int, rule_id: str) -> UUID:
    """The same for the same cause, occurrence and rule: planning twice plans once.

    Moved there and back is a new occurrence.
    """
    return uuid5(cause_id, f"{occurrence}:{rule_id}")


def due_at(
    rule: ReminderRule,
    hours: AllowedHours,
    *,
    counted_from: WallTime,
    until: datetime | None,
    is_holiday: IsHoliday,
) -> datetime | None:
    """The instant a reminder is due, counted from this wall time.

    Where its moment falls in quiet hours, it is the last allowed one before. None when that is
    not before `until`, from when on it would be of no use.
    """
    day = _day_of(rule, counted_from.wall.date(), is_holiday)
    wall = hours.last_before(datetime.combine(day, rule.at), is_holiday)
    if wall is None:
        return None
    due = instant_at(wall, counted_from.zone)
    return due if until is None or due < until else None


def send_moment(
    hours: AllowedHours,
    *,
    now: datetime,
    zone: str,
    until: datetime | None,
    is_holiday: IsHoliday,
) -> datetime | None:
    """When a reminder that is due may leave: `now`, or when the quiet hours end.

    None when that is not before `until`: a reminder never comes after what it recalls.
    """
    wall = now.astimezone(zone_named(zone)).replace(tzinfo=None)
    allowed = hours.first_after(wall, is_holiday)
    if allowed is None:
        return None
    moment = now if allowed == wall else instant_at(allowed, zone)
    return moment if until is None or moment < until else None


def _day_of(rule: ReminderRule, day: date, is_holiday: IsHoliday) -> date:
    if rule.before:
        return rule.before.before(day, is_holiday)
    return rule.after.after(day, is_holiday) if rule.after else day
