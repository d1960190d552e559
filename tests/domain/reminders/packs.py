"""The rules that reminder tests work under, written by hand."""

from datetime import date, datetime, time, timedelta

from domain.reminders.hours import AllowedHours
from domain.reminders.rules import MessageType, ReminderRule, Trigger

HOURS = AllowedHours(opens=time(8), closes=time(20), margin=timedelta(minutes=30))
DAY_BEFORE = ReminderRule(
    id="day-before",
    on=Trigger.APPOINTMENT,
    days_before=1,
    at=time(10),
    message_type=MessageType.AT_LEAST_ONCE,
    template="appointment",
)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def no_holiday(_: date) -> bool:
    return False


def holidays(*days: str) -> "frozenset[date]":
    return frozenset(date.fromisoformat(day) for day in days)
