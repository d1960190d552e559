"""Due instants against tables written by hand, on the days when clocks change and overseas."""

from datetime import datetime
from uuid import UUID

import pytest

from domain.reminders.due import due_at, due_id, send_moment
from domain.reminders.hours import AllowedHours, IsHoliday
from domain.reminders.rules import ReminderRule
from domain.wall_time import WallTime
from tests.domain.reminders.packs import DAY_BEFORE, HOURS, holidays, in_zone, no_holiday, wall

CAUSE = UUID("cccccccc-0000-4000-8000-000000000001")
PARIS, REUNION, GUADELOUPE = "Europe/Paris", "Indian/Reunion", "America/Guadeloupe"

# Clocks change on Sunday 2026-03-29 (02:00 to 03:00) and on Sunday 2026-10-25 (03:00 to 02:00).
# On the Monday after each, "24 hours before" would be an hour off, were Sundays allowed.
DUE = [
    (PARIS, "2026-03-11 14:30", "2026-03-10 09:00"),  # UTC+1
    (PARIS, "2026-03-11 00:15", "2026-03-10 09:00"),
    (PARIS, "2026-03-28 09:00", "2026-03-27 09:00"),
    (PARIS, "2026-03-29 14:00", "2026-03-28 09:00"),  # still UTC+1 the day before
    (PARIS, "2026-03-30 14:00", "2026-03-28 18:30"),  # Sunday: Saturday 19:30, UTC+1
    (PARIS, "2026-03-31 14:00", "2026-03-30 08:00"),  # UTC+2
    (PARIS, "2026-10-24 14:00", "2026-10-23 08:00"),
    (PARIS, "2026-10-25 14:00", "2026-10-24 08:00"),  # still UTC+2 the day before
    (PARIS, "2026-10-26 14:00", "2026-10-24 17:30"),  # Sunday: Saturday 19:30, UTC+2
    (PARIS, "2026-10-27 14:00", "2026-10-26 09:00"),  # UTC+1
    (PARIS, "2028-03-01 14:00", "2028-02-29 09:00"),
    (REUNION, "2026-03-11 08:00", "2026-03-10 06:00"),  # UTC+4, no change of clocks
    (REUNION, "2026-10-26 08:00", "2026-10-24 15:30"),
    (GUADELOUPE, "2026-03-11 08:00", "2026-03-10 14:00"),  # UTC-4
    (GUADELOUPE, "2026-03-30 08:00", "2026-03-28 23:30"),
]


def due(
    zone: str, starts: str, is_holiday: IsHoliday = no_holiday, **changes: object
) -> str | None:
    rule = DAY_BEFORE.model_validate(DAY_BEFORE.model_dump() | changes)
    moment = due_before(in_zone(zone, starts), rule, HOURS, is_holiday)
    return moment.strftime("%Y-%m-%d %H:%M") if moment else None


def due_before(
    starts: WallTime,
    rule: ReminderRule,
    hours: AllowedHours,
    is_holiday: IsHoliday = no_holiday,
) -> datetime | None:
    return due_at(rule, hours, counted_from=starts, until=starts.instant, is_holiday=is_holiday)


@pytest.mark.parametrize(("zone", "starts", "expected"), DUE)
def test_the_day_before_is_counted_on_the_calendar_of_the_place(
    zone: str, starts: str, expected: str
) -> None:
    assert due(zone, starts) == expected


def test_on_both_days_of_change_a_reminder_keeps_its_wall_time() -> None:
    every_day = HOURS.model_copy(update={"quiet_days": frozenset()})
    for starts, expected in (
        ("2026-03-30 14:00", "2026-03-29 08:00"),
        ("2026-10-26 14:00", "2026-10-25 09:00"),
    ):
        moment = due_before(in_zone(PARIS, starts), DAY_BEFORE, every_day)
        assert moment is not None
        assert moment.strftime("%Y-%m-%d %H:%M") == expected


def test_a_time_that_clocks_skip_or_show_twice_is_one_instant() -> None:
    at_night = HOURS.model_copy(update={"opens": wall("2026-01-01").time(), "quiet_days": ()})
    rule = DAY_BEFORE.model_copy(update={"at": wall("2026-01-01 02:30").time()})
    moments = [
        due_before(in_zone(PARIS, day), rule, at_night)
        for day in ("2026-03-30 14:00", "2026-10-26 14:00")
    ]
    assert [moment and moment.strftime("%H:%M") for moment in moments] == ["01:30", "00:30"]


def test_a_holiday_the_day_before_brings_the_reminder_forward() -> None:
    armistice = holidays("2026-11-11")  # a Wednesday
    assert due(PARIS, "2026-11-12 09:00", armistice.__contains__) == "2026-11-10 18:30"


def test_a_reminder_never_comes_after_what_it_recalls() -> None:
    assert due(PARIS, "2026-03-11 14:30", before=None) == "2026-03-11 09:00"
    assert due(PARIS, "2026-03-11 09:30", before=None) is None
    assert due(PARIS, "2026-03-11 09:30", lambda _: True) is None


# `now` in UTC, for an appointment in Paris on Monday 2026-03-09 at 09:00 (08:00 UTC)
LEAVES = [
    ("2026-03-06 09:00", "2026-03-06 09:00"),
    ("2026-03-06 19:00", "2026-03-07 07:00"),  # at 20:00 sharp the quiet hours have begun
    ("2026-03-07 18:59", "2026-03-07 18:59"),
    ("2026-03-07 19:05", "2026-03-09 07:00"),  # Saturday evening: Monday 08:00
    ("2026-03-09 07:30", "2026-03-09 07:30"),
    ("2026-03-09 08:00", None),
    ("2026-03-09 19:30", None),
]


@pytest.mark.parametrize(("now", "expected"), LEAVES)
def test_a_late_reminder_leaves_when_it_may_and_never_too_late(
    now: str, expected: str | None
) -> None:
    moment = send_moment(
        HOURS,
        now=wall(f"{now}+00:00"),
        zone=PARIS,
        until=in_zone(PARIS, "2026-03-09 09:00").instant,
        is_holiday=no_holiday,
    )
    assert moment == (expected and wall(f"{expected}+00:00"))


def test_a_calendar_without_an_allowed_day_lets_nothing_leave() -> None:
    moment = send_moment(
        HOURS,
        now=wall("2026-03-06 09:00+00:00"),
        zone=PARIS,
        until=in_zone(PARIS, "2026-03-09 09:00").instant,
        is_holiday=lambda _: True,
    )
    assert moment is None


def test_planning_the_same_occurrence_twice_gives_the_same_id() -> None:
    first = due_id(cause_id=CAUSE, occurrence=3, rule_id=DAY_BEFORE.id)
    assert first == due_id(cause_id=CAUSE, occurrence=3, rule_id=DAY_BEFORE.id)
    assert first != due_id(cause_id=CAUSE, occurrence=5, rule_id=DAY_BEFORE.id)
    assert first != due_id(cause_id=CAUSE, occurrence=3, rule_id="week-before")
