"""The rules that reminder tests work under, written by hand."""

from datetime import date, datetime, time, timedelta

from domain.reminders.hours import AllowedHours
from domain.reminders.rules import Audience, MessageType, ReminderPack, ReminderRule
from domain.reminders.spans import Span
from domain.reminders.triggers import Trigger
from domain.wall_time import WallTime

HOURS = AllowedHours(opens=time(8), closes=time(20), margin=timedelta(minutes=30))
DAY_BEFORE = ReminderRule(
    id="day-before",
    on=Trigger.APPOINTMENT,
    before=Span(days=1),
    at=time(10),
    message_type=MessageType.AT_LEAST_ONCE,
    template="appointment",
)
FOLLOW_UP = ReminderRule(
    id="follow-up-due",
    on=Trigger.FOLLOW_UP,
    to=Audience.REFERENT,
    at=time(9),
    message_type=MessageType.AT_LEAST_ONCE,
)
PACK = ReminderPack(
    version="test-1",
    source="invented",
    read_on=date(2026, 1, 1),
    verified=False,
    hours=HOURS,
    rules=(DAY_BEFORE, FOLLOW_UP),
)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def in_zone(zone: str, text: str) -> WallTime:
    return WallTime(wall=wall(text), zone=zone)


def no_holiday(_: date) -> bool:
    return False


def holidays(*days: str) -> "frozenset[date]":
    return frozenset(date.fromisoformat(day) for day in days)
