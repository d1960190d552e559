"""Every minute of both days when clocks change, under each shipped rule, against tables by hand.

In France, in 2026: on Sunday 29 March 02:00 becomes 03:00 (01:00 UTC), and the day has 23 hours;
on Sunday 25 October 03:00 becomes 02:00 (01:00 UTC), and the day has 25. Instants are in UTC.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

import pytest

from domain.data_classes import DataClass
from domain.reminders.cause import Cause, at_instant
from domain.reminders.due import send_moment
from domain.reminders.hours import AllowedHours
from domain.reminders.planning import moment_of
from domain.reminders.rules import ReminderRule
from domain.wall_time import WallTime
from tests.domain.reminders.packs import no_holiday
from tests.domain.reminders.test_causes import TERMS

Asked = Callable[[datetime], str | None]  # what is found at a minute

PARIS = "Europe/Paris"
MINUTE = timedelta(minutes=1)
PACK = TERMS.pack
EVERY_DAY = PACK.hours.model_copy(update={"quiet_days": frozenset(), "on_holidays": True})

SPRING = "2026-03-28 23:00", "2026-03-29 22:00"  # the first minute of the day, and of the next
AUTUMN = "2026-10-24 22:00", "2026-10-25 23:00"

# What is recalled stands on that day. What falls on a Sunday leaves on the Saturday at 19:30.
ON_THE_DAY = {
    #                                  spring              autumn
    "appointment-week-before": ("2026-03-21 18:30", "2026-10-17 17:30"),  # Sundays 22, 18
    "appointment-day-before": ("2026-03-28 09:00", "2026-10-24 08:00"),
    "appointment-morning": ("2026-03-28 18:30", "2026-10-24 17:30"),  # the Sundays themselves
    "renewal-window-opens": ("2026-03-28 18:30", "2026-10-24 17:30"),
    "renewal-window-opens-person": ("2026-03-28 18:30", "2026-10-24 17:30"),
    "renewal-a-month-after": ("2026-04-29 07:00", "2026-11-25 08:00"),
    "renewal-a-month-after-person": ("2026-04-29 08:00", "2026-11-25 09:00"),
    "renewal-last-fortnight": ("2026-03-14 18:30", "2026-10-10 17:30"),  # Sundays 15, 11
    "renewal-last-fortnight-person": ("2026-03-14 18:30", "2026-10-10 17:30"),
    "papers-after-a-week": ("2026-04-04 17:30", "2026-10-31 18:30"),  # Easter, All Saints: Sundays
    "papers-after-three-weeks": ("2026-04-18 17:30", "2026-11-14 18:30"),  # Sundays 19, 15
    "answer-late": ("2026-03-30 07:00", "2026-10-26 08:00"),  # Mondays
    "referral-chased": ("2026-03-28 18:30", "2026-10-24 17:30"),
    "referral-still-unanswered": ("2026-04-18 07:00", "2026-11-14 08:00"),  # Saturdays
    "referral-about-to-expire": ("2026-03-24 08:00", "2026-10-20 07:00"),  # Tuesdays
    "referral-expired": ("2026-03-30 07:00", "2026-10-26 08:00"),
    "follow-up-due": ("2026-03-28 18:30", "2026-10-24 17:30"),
    "follow-up-overdue": ("2026-04-01 06:30", "2026-10-28 07:30"),  # Wednesdays
    "no-contact-three-months": ("2026-06-29 07:00", "2027-01-25 08:00"),
    "no-contact-six-months": ("2026-09-29 07:00", "2027-04-24 17:30"),  # Sunday 25
    "consent-a-month-before": ("2026-02-28 08:00", "2026-09-25 07:00"),  # February has no 29th
    "consent-a-week-before": ("2026-03-21 18:30", "2026-10-17 17:30"),
    "access-end-announced": ("2026-03-30 07:00", "2026-10-26 08:00"),
    "access-end-last-week": ("2026-03-21 18:30", "2026-10-17 17:30"),
}


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def minutes(first: str, after: str) -> Iterator[datetime]:
    instant = utc(first)
    while instant < utc(after):
        yield instant
        instant += MINUTE


def recalled(at: WallTime, rule: ReminderRule) -> Cause:
    """Something of which every moment that rules count from is this one."""
    return Cause(
        trigger=rule.on,
        pathway_id=UUID(int=1),
        id=UUID(int=2),
        occurrence=2,
        at=at,
        chased=at,
        until=at if rule.counted_from == "end" or rule.on == "appointment" else None,
        data_class=DataClass.SOCIAL,
    )


def planned(rule: ReminderRule, at: WallTime) -> str | None:
    moment = moment_of(rule, recalled(at, rule), TERMS)
    return f"{moment:%Y-%m-%d %H:%M}" if moment else None


def test_the_tables_hold_every_shipped_rule() -> None:
    assert set(ON_THE_DAY) == {rule.id for rule in PACK.rules}
    assert [len(list(minutes(*day))) for day in (SPRING, AUTUMN)] == [23 * 60, 25 * 60]


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)
def test_each_minute_of_both_days_is_recalled_as_the_table_says(rule: ReminderRule) -> None:
    for day, expected in zip((SPRING, AUTUMN), ON_THE_DAY[rule.id], strict=True):
        found = {planned(rule, at_instant(minute, PARIS)) for minute in minutes(*day)}
        assert found == {expected}


class Interval(NamedTuple):
    """From this minute on, until that of the next line."""

    since: str
    expected: str | None


def check(intervals: list[Interval], moment: Asked, *, until: str) -> int:
    """Each minute of each interval; how many there were."""
    ends = [*(interval.since for interval in intervals[1:]), until]
    checked = 0
    for interval, end in zip(intervals, ends, strict=True):
        for minute in minutes(interval.since, end):
            assert moment(minute) == interval.expected, minute
            checked += 1
    return checked


def leaving(hours: AllowedHours, *, before: str) -> Asked:
    def leaves(now: datetime) -> str | None:
        moment = send_moment(hours, now=now, zone=PARIS, until=utc(before), is_holiday=no_holiday)
        if moment == now:
            return "now"
        return f"{moment:%Y-%m-%d %H:%M}" if moment else None

    return leaves


# When what is late leaves, at each minute from the Saturday to the Monday.
LATE_IN_SPRING = [
    Interval("2026-03-27 23:00", "2026-03-28 07:00"),  # Saturday in the night: 08:00, UTC+1
    Interval("2026-03-28 07:00", "now"),
    Interval("2026-03-28 19:00", "2026-03-30 06:00"),  # from 20:00 on: Monday 08:00, UTC+2
    Interval("2026-03-30 06:00", "now"),
    Interval("2026-03-30 12:30", None),  # it was at 14:30
]
LATE_IN_AUTUMN = [
    Interval("2026-10-23 22:00", "2026-10-24 06:00"),
    Interval("2026-10-24 06:00", "now"),
    Interval("2026-10-24 18:00", "2026-10-26 07:00"),
    Interval("2026-10-26 07:00", "now"),
    Interval("2026-10-26 13:30", None),
]
# The same, for a network that works on Sundays.
ANY_DAY_IN_SPRING = [
    Interval("2026-03-28 23:00", "2026-03-29 06:00"),  # 7 hours of quiet
    Interval("2026-03-29 06:00", "now"),
    Interval("2026-03-29 18:00", "2026-03-30 06:00"),
]
ANY_DAY_IN_AUTUMN = [
    Interval("2026-10-24 22:00", "2026-10-25 07:00"),  # 9 hours, one of them shown twice
    Interval("2026-10-25 07:00", "now"),
    Interval("2026-10-25 19:00", "2026-10-26 07:00"),
]


def test_what_is_late_around_a_change_of_clocks_leaves_in_allowed_hours() -> None:
    spring = leaving(PACK.hours, before="2026-03-30 12:30")
    autumn = leaving(PACK.hours, before="2026-10-26 13:30")
    assert check(LATE_IN_SPRING, spring, until="2026-03-30 22:00") == 71 * 60
    assert check(LATE_IN_AUTUMN, autumn, until="2026-10-26 23:00") == 73 * 60


def test_where_sundays_are_worked_each_minute_of_the_day_keeps_its_wall_time() -> None:
    spring = leaving(EVERY_DAY, before="2026-03-31 12:30")
    autumn = leaving(EVERY_DAY, before="2026-10-27 13:30")
    assert check(ANY_DAY_IN_SPRING, spring, until=SPRING[1]) == 23 * 60
    assert check(ANY_DAY_IN_AUTUMN, autumn, until=AUTUMN[1]) == 25 * 60


# The morning rule, where Sundays are worked, for what starts at each wall minute of the day.
MORNINGS = [
    (SPRING, "2026-03-29 08:01", "2026-03-29 06:00"),
    (AUTUMN, "2026-10-25 08:01", "2026-10-25 07:00"),
]


@pytest.mark.parametrize(("day", "first", "expected"), MORNINGS)
def test_the_morning_of_a_change_is_recalled_before_what_starts_later(
    day: tuple[str, str], first: str, expected: str
) -> None:
    terms = replace(TERMS, pack=PACK.model_copy(update={"hours": EVERY_DAY}))
    rule = PACK.rule("appointment-morning")
    assert rule is not None
    for minute in minutes(*day):
        starts = at_instant(minute, PARIS)
        moment = moment_of(rule, recalled(starts, rule), terms)
        later = starts.wall >= datetime.fromisoformat(first)
        assert moment == (utc(expected) if later else None), starts.wall


# What an instant is counted from: its day on the wall, where it happened. By minute of three days.
CHASED = [
    Interval("2026-03-27 23:00", "2026-03-28 08:00"),  # Saturday 28: 09:00, UTC+1
    Interval("2026-03-28 23:00", "2026-03-28 18:30"),  # Sunday 29: Saturday 19:30
    Interval("2026-03-29 22:00", "2026-03-30 07:00"),  # Monday 30: 09:00, UTC+2
]
CHASED_IN_AUTUMN = [
    Interval("2026-10-23 22:00", "2026-10-24 07:00"),
    Interval("2026-10-24 22:00", "2026-10-24 17:30"),
    Interval("2026-10-25 23:00", "2026-10-26 08:00"),
]


@pytest.mark.parametrize(
    ("intervals", "until", "hours"),
    [(CHASED, "2026-03-30 22:00", 71), (CHASED_IN_AUTUMN, "2026-10-26 23:00", 73)],
)
def test_an_instant_counts_from_its_day_on_the_wall(
    intervals: list[Interval], until: str, hours: int
) -> None:
    rule = PACK.rule("referral-chased")
    assert rule is not None
    chased: Asked = lambda minute: planned(rule, at_instant(minute, PARIS))
    assert check(intervals, chased, until=until) == hours * 60


OVERSEAS = [  # an appointment on Wednesday 10 June 2026 at 09:00 there; the day before at 10:00
    ("America/Guadeloupe", "2026-06-09 14:00"),  # UTC-4
    ("America/Martinique", "2026-06-09 14:00"),
    ("America/Cayenne", "2026-06-09 13:00"),  # UTC-3
    ("America/Miquelon", "2026-06-09 12:00"),  # UTC-2 in summer
    ("Indian/Reunion", "2026-06-09 06:00"),  # UTC+4
    ("Indian/Mayotte", "2026-06-09 07:00"),  # UTC+3
    ("Pacific/Noumea", "2026-06-08 23:00"),  # UTC+11
    ("Pacific/Tahiti", "2026-06-09 20:00"),  # UTC-10
    ("Pacific/Marquesas", "2026-06-09 19:30"),  # UTC-9:30
    ("Pacific/Wallis", "2026-06-08 22:00"),  # UTC+12
]
HOLIDAYS_THERE = [  # an appointment on the day after the day when slavery was abolished there
    ("Indian/Mayotte", "2026-04-28 09:00", "2026-04-25 16:30"),  # Monday 27, then Sunday
    ("America/Martinique", "2026-05-23 09:00", "2026-05-21 23:30"),  # Friday 22
    ("America/Guadeloupe", "2026-05-28 09:00", "2026-05-26 23:30"),  # Wednesday 27
    ("America/Cayenne", "2026-06-11 09:00", "2026-06-09 22:30"),  # Wednesday 10
    ("Indian/Reunion", "2026-12-22 09:00", "2026-12-21 06:00"),  # Sunday 20
]
LEAP = [
    ("appointment-day-before", "2028-03-01 09:00", "2028-02-29 09:00"),
    ("appointment-week-before", "2028-03-07 09:00", "2028-02-29 09:00"),
    ("no-contact-three-months", "2027-11-30 15:00", "2028-02-29 08:00"),
    ("no-contact-six-months", "2028-02-29 15:00", "2028-08-29 07:00"),
    ("renewal-a-month-after", "2028-01-31 00:00", "2028-02-29 08:00"),
    ("consent-a-month-before", "2028-03-31 12:00", "2028-02-29 08:00"),
    ("follow-up-overdue", "2028-02-28 00:00", "2028-03-02 07:30"),
]


def day_before(zone: str, starts: str) -> str | None:
    rule = PACK.rule("appointment-day-before")
    assert rule is not None
    return planned(rule, WallTime(wall=datetime.fromisoformat(starts), zone=zone))


@pytest.mark.parametrize(("zone", "expected"), OVERSEAS)
def test_overseas_the_day_before_is_that_of_the_place(zone: str, expected: str) -> None:
    assert day_before(zone, "2026-06-10 09:00") == expected


@pytest.mark.parametrize(("zone", "starts", "expected"), HOLIDAYS_THERE)
def test_overseas_holidays_are_quiet_there(zone: str, starts: str, expected: str) -> None:
    assert day_before(zone, starts) == expected


@pytest.mark.parametrize(("rule_id", "at", "expected"), LEAP)
def test_29_february_is_a_day_like_another(rule_id: str, at: str, expected: str) -> None:
    rule = PACK.rule(rule_id)
    assert rule is not None
    assert planned(rule, WallTime(wall=datetime.fromisoformat(at), zone=PARIS)) == expected
