"""How far away a day lies, in each unit, against days counted by hand."""

from datetime import date

import pytest
from pydantic import ValidationError

from domain.reminders.spans import Span
from tests.domain.reminders.packs import holidays, no_holiday

IN_WORKING_DAYS = [
    ("2026-03-09", 1, "2026-03-10"),  # Monday
    ("2026-03-13", 1, "2026-03-16"),  # Friday
    ("2026-03-14", 1, "2026-03-16"),  # Saturday
    ("2026-03-13", 6, "2026-03-23"),
    ("2026-05-07", 1, "2026-05-11"),  # Victory day is a Friday
    ("2026-05-13", 2, "2026-05-18"),  # Ascension Day is a Thursday
]
MAY = holidays("2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25")


@pytest.mark.parametrize(("day", "count", "expected"), IN_WORKING_DAYS)
def test_working_days_are_those_when_offices_are_open(day: str, count: int, expected: str) -> None:
    found = Span(working_days=count).after(date.fromisoformat(day), MAY.__contains__)
    assert found.isoformat() == expected


def test_working_days_are_counted_backwards_too() -> None:
    monday = date(2026, 5, 11)
    assert Span(working_days=1).before(monday, MAY.__contains__) == date(2026, 5, 7)


def test_a_month_before_the_last_of_a_month_is_in_the_month_before() -> None:
    assert Span(months=1).before(date(2028, 3, 31), no_holiday) == date(2028, 2, 29)
    assert Span(months=1).after(date(2027, 1, 31), no_holiday) == date(2027, 2, 28)


def test_days_are_those_of_the_calendar() -> None:
    assert Span(days=7).before(date(2028, 3, 4), no_holiday) == date(2028, 2, 26)


def test_a_calendar_without_a_working_day_is_gone_through() -> None:
    assert Span(working_days=1).after(date(2026, 3, 1), lambda _: True) == date(2026, 4, 1)


@pytest.mark.parametrize(
    "said", [{}, {"days": 0}, {"days": 1, "months": 1}, {"months": -1}, {"weeks": 2}]
)
def test_a_span_is_said_in_one_unit(said: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        Span.model_validate(said)
