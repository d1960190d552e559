from datetime import date

import pytest
from pydantic import ValidationError

from domain.dates import PartialDate, last_day_of, plus_months


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 3, 31), 1, date(2026, 4, 30)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 11, 15), 2, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 5, 7), 0, date(2026, 5, 7)),
    ],
)
def test_months_later_bears_the_same_number_or_ends_the_month(
    day: date, months: int, expected: date
) -> None:
    assert plus_months(day, months) == expected


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2026, 3, 1), 12, date(2027, 2, 28)),
        (date(2026, 3, 15), 12, date(2027, 3, 14)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),  # there is no 31 February: the whole month
        (date(2026, 1, 1), 1, date(2026, 1, 31)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
    ],
)
def test_a_period_ends_on_the_eve_of_the_same_number(
    start: date, months: int, expected: date
) -> None:
    assert last_day_of(start, months=months) == expected


def test_a_date_may_be_known_by_its_year_only() -> None:
    born = PartialDate(year=1987)
    assert (born.earliest, born.latest) == (date(1987, 1, 1), date(1987, 12, 31))


def test_a_date_may_be_known_by_its_month() -> None:
    born = PartialDate(year=1988, month=2, approximate=True)
    assert (born.earliest, born.latest) == (date(1988, 2, 1), date(1988, 2, 29))


def test_a_whole_date_is_one_day() -> None:
    born = PartialDate(year=1988, month=2, day=29)
    assert born.earliest == born.latest == date(1988, 2, 29)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1987, None, 3), (1987, 2, 29), (1987, 4, 31), (1987, 13, 1)]
)
def test_a_date_that_cannot_be_is_refused(year: int, month: int | None, day: int) -> None:
    with pytest.raises(ValidationError):
        PartialDate(year=year, month=month, day=day)
