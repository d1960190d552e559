"""Holidays and working days against another library, which shares nothing with ours: workalendar.

It knows mainland France and Alsace-Moselle; what overseas territories have besides was read in the
law, and in what the State publishes of local custom (Guadeloupe).
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from workalendar.europe.france import France, FranceAlsaceMoselle

from domain.reminders.hours import IsHoliday
from domain.reminders.spans import Span
from infrastructure.reminders.calendars import holidays_of

DAY = timedelta(days=1)
FIRST, LAST = date(2024, 1, 1), date(2035, 12, 31)
MAINLAND, ALSACE_MOSELLE = France(), FranceAlsaceMoselle()

Besides = Callable[[int], set[date]]  # the holidays of a year


def abolition(month: int, day: int) -> Besides:
    """Code du travail, L3422-2."""
    return lambda year: {date(year, month, day)}


def schoelcher(year: int) -> set[date]:
    return {date(year, 7, 21)}


def lent(year: int) -> set[date]:
    """Mid-Lent and Good Friday."""
    easter: date = MAINLAND.get_easter_sunday(year)
    return {easter - 24 * DAY, easter - 2 * DAY}


OVERSEAS: dict[str, list[Besides]] = {
    "America/Guadeloupe": [abolition(5, 27), schoelcher, lent],
    "America/Martinique": [abolition(5, 22), schoelcher],
    "America/Cayenne": [abolition(6, 10)],
    "Indian/Reunion": [abolition(12, 20)],
    "Indian/Mayotte": [abolition(4, 27)],
}
CALENDARS: list[tuple[France, IsHoliday]] = [
    (MAINLAND, holidays_of("Europe/Paris")),
    (ALSACE_MOSELLE, holidays_of("Europe/Paris", alsace_moselle=True)),
]
NAMES = ["mainland", "alsace-moselle"]


def days() -> Iterator[date]:
    return (FIRST + number * DAY for number in range((LAST - FIRST).days + 1))


@pytest.mark.parametrize(("theirs", "ours"), CALENDARS, ids=NAMES)
def test_every_day_of_twelve_years_is_a_holiday_for_both_or_for_neither(
    theirs: France, ours: IsHoliday
) -> None:
    assert [day for day in days() if ours(day) != theirs.is_holiday(day)] == []


@pytest.mark.parametrize("zone", OVERSEAS)
def test_overseas_has_the_holidays_of_the_mainland_and_its_own(zone: str) -> None:
    ours = holidays_of(zone)
    for year in range(FIRST.year, LAST.year + 1):
        own = {day for besides in OVERSEAS[zone] for day in besides(year)}
        mainland = {day for day, _ in MAINLAND.holidays(year)}
        assert {day for day in days() if day.year == year and ours(day)} == mainland | own


def test_alsace_and_moselle_change_nothing_overseas() -> None:
    there = holidays_of("Indian/Reunion", alsace_moselle=True)
    assert not there(date(2026, 12, 26))
    assert holidays_of("Europe/Paris", alsace_moselle=True)(date(2026, 12, 26))


@pytest.mark.parametrize(("theirs", "ours"), CALENDARS, ids=NAMES)
@settings(max_examples=300, deadline=None)
@given(day=some.dates(FIRST, LAST), count=some.integers(1, 60))
def test_working_days_are_counted_as_the_other_library_counts_them(
    theirs: France, ours: IsHoliday, day: date, count: int
) -> None:
    span = Span(working_days=count)
    assert span.after(day, ours) == theirs.add_working_days(day, count)
    assert span.before(day, ours) == theirs.sub_working_days(day, count)


def test_a_working_day_follows_every_day_of_twelve_years_as_the_other_library_says() -> None:
    for theirs, ours in CALENDARS:
        for day in days():
            assert Span(working_days=1).after(day, ours) == theirs.add_working_days(day, 1)
