from datetime import time, timedelta

import pytest
from pydantic import ValidationError

from domain.reminders.hours import AllowedHours
from tests.domain.reminders.packs import HOURS, holidays, no_holiday, wall

# 2026-03-07 is a Saturday, 2026-03-08 a Sunday
LAST_BEFORE = {
    "2026-03-07 10:00": "2026-03-07 10:00",
    "2026-03-07 08:00": "2026-03-07 08:00",
    "2026-03-07 07:59": "2026-03-06 19:30",
    "2026-03-07 19:59": "2026-03-07 19:59",
    "2026-03-07 20:00": "2026-03-07 19:30",
    "2026-03-08 10:00": "2026-03-07 19:30",
    "2026-03-08 21:00": "2026-03-07 19:30",
    "2026-03-09 06:00": "2026-03-07 19:30",
}
FIRST_AFTER = {
    "2026-03-07 10:00": "2026-03-07 10:00",
    "2026-03-07 07:59": "2026-03-07 08:00",
    "2026-03-07 20:00": "2026-03-09 08:00",
    "2026-03-08 10:00": "2026-03-09 08:00",
    "2026-03-09 20:30": "2026-03-10 08:00",
}
EASTER = holidays("2026-04-06")  # a Monday, after a Sunday


@pytest.mark.parametrize(("moment", "last"), LAST_BEFORE.items())
def test_a_quiet_moment_moves_to_the_last_allowed_one_before(moment: str, last: str) -> None:
    assert HOURS.last_before(wall(moment), no_holiday) == wall(last)


@pytest.mark.parametrize(("moment", "first"), FIRST_AFTER.items())
def test_what_is_late_waits_for_the_end_of_the_quiet_hours(moment: str, first: str) -> None:
    assert HOURS.first_after(wall(moment), no_holiday) == wall(first)


def test_a_public_holiday_is_quiet_and_so_is_the_sunday_before_it() -> None:
    easter_monday = wall("2026-04-06 10:00")
    assert HOURS.last_before(easter_monday, EASTER.__contains__) == wall("2026-04-04 19:30")
    assert HOURS.first_after(easter_monday, EASTER.__contains__) == wall("2026-04-07 08:00")


def test_a_calendar_without_an_allowed_day_gives_no_moment() -> None:
    assert HOURS.last_before(wall("2026-03-07 10:00"), lambda _: True) is None
    assert HOURS.first_after(wall("2026-03-07 10:00"), lambda _: True) is None


def test_a_week_without_an_allowed_day_is_refused() -> None:
    with pytest.raises(ValidationError, match="one day of the week"):
        HOURS.model_validate({**HOURS.model_dump(), "quiet_days": set(range(1, 8))})


def test_a_margin_longer_than_the_day_is_refused() -> None:
    with pytest.raises(ValidationError, match="no allowed moment"):
        AllowedHours(opens=time(8), closes=time(20), margin=timedelta(hours=12, minutes=1))
