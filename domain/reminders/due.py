"""When a reminder is due: a wall time of a day counted on the calendar, never a number of hours."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from domain.reminders.hours import AllowedHours, IsHoliday
from domain.reminders.rules import MessageType, ReminderRule
from domain.wall_time import WallTime, zone_named


@dataclass(frozen=True, slots=True)
class Due:
    """Something to recall, and when; it carries nothing about the person."""

    id: UUID
    pathway_id: UUID
    cause_id: UUID
    occurrence: int  # version of the fact that set the cause's present time
    rule_id: str
    pack_version: str
    message_type: MessageType
    due_at: datetime


def due_id(*, cause_id: UUID, occurrence: int, rule_id: str) -> UUID:
    """The same for the same cause, occurrence and rule: planning twice plans once.

    Moved there and back is a new occurrence.
    """
    return uuid5(cause_id, f"{occurrence}:{rule_id}")


def due_at(
    rule: ReminderRule, hours: AllowedHours, *, starts: WallTime, is_holiday: IsHoliday
) -> datetime | None:
    """The instant a reminder is due for what starts at this wall time.

    Where its moment falls in quiet hours, it is the last allowed one before. None when that is
    not before the start.
    """
    day = starts.wall.date() - timedelta(days=rule.days_before)
    wall = hours.last_before(datetime.combine(day, rule.at), is_holiday)
    if wall is None:
        return None
    due = WallTime(wall=wall, zone=starts.zone).instant
    return due if due < starts.instant else None


def send_moment(
    hours: AllowedHours, *, now: datetime, starts: WallTime, is_holiday: IsHoliday
) -> datetime | None:
    """When a reminder that is due may leave: `now`, or when the quiet hours end.

    None when that is not before the start: a reminder never comes after what it recalls.
    """
    wall = now.astimezone(zone_named(starts.zone)).replace(tzinfo=None)
    allowed = hours.first_after(wall, is_holiday)
    if allowed is None:
        return None
    moment = now if allowed == wall else WallTime(wall=allowed, zone=starts.zone).instant
    return moment if moment < starts.instant else None
