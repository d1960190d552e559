"""When a reminder is due: a wall time of a day counted on the calendar, never a number of hours."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from domain.reminders.hours import AllowedHours, IsHoliday
from domain.reminders.rules import ReminderRule


def due_id(*, cause_id: UUID, occurrence: int, rule_id: str) -> UUID:
    """The same for the same cause, occurrence and rule: planning twice plans once.

    An occurrence is the version of the fact that set the cause's present time: moved there and
    back is a new one.
    """
    return uuid5(cause_id, f"{occurrence}:{rule_id}")


def due_at(
    rule: ReminderRule,
    hours: AllowedHours,
    *,
    starts: datetime,
    zone: ZoneInfo,
    is_holiday: IsHoliday,
) -> datetime | None:
    """The instant a reminder is due for what starts at this wall time of this zone.

    Where its moment falls in quiet hours, it is the last allowed one before. None when that is
    not before the start.
    """
    day = starts.date() - timedelta(days=rule.days_before)
    wall = hours.last_before(datetime.combine(day, rule.at), is_holiday)
    if wall is None:
        return None
    due = instant(wall, zone)
    return due if due < instant(starts, zone) else None


def send_moment(
    hours: AllowedHours,
    *,
    now: datetime,
    starts: datetime,
    zone: ZoneInfo,
    is_holiday: IsHoliday,
) -> datetime | None:
    """When a reminder that is due may leave: `now`, or when the quiet hours end.

    None when that is not before the start: a reminder never comes after what it recalls.
    """
    wall = now.astimezone(zone).replace(tzinfo=None)
    allowed = hours.first_after(wall, is_holiday)
    if allowed is None:
        return None
    moment = now if allowed == wall else instant(allowed, zone)
    return moment if moment < instant(starts, zone) else None


def instant(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant of a wall time: the first one where clocks show it twice.

    A wall time that clocks skip is read with the offset before the change.
    """
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
