from datetime import date

import pytest

from infrastructure.reminders.calendars import holidays_of

# Read in the law of each territory, not in the library: Code du travail, L3133-1 and L3422-2
OF_MAINLAND_2026 = [
    "2026-01-01",
    "2026-04-06",  # Easter Monday
    "2026-05-01",
    "2026-05-08",
    "2026-05-14",  # Ascension
    "2026-05-25",  # Whit Monday
    "2026-07-14",
    "2026-08-15",
    "2026-11-01",
    "2026-11-11",
    "2026-12-25",
]
END_OF_SLAVERY = {
    "Indian/Mayotte": "2026-04-27",
    "America/Martinique": "2026-05-22",
    "America/Guadeloupe": "2026-05-27",
    "America/Cayenne": "2026-06-10",
    "Indian/Reunion": "2026-12-20",
}


def test_mainland_france_has_eleven_holidays() -> None:
    is_holiday = holidays_of("Europe/Paris")
    days = [date.fromordinal(date(2026, 1, 1).toordinal() + number) for number in range(365)]
    assert [f"{day}" for day in days if is_holiday(day)] == OF_MAINLAND_2026


@pytest.mark.parametrize(("zone", "day"), END_OF_SLAVERY.items())
def test_overseas_territories_have_a_day_of_their_own(zone: str, day: str) -> None:
    assert holidays_of(zone)(date.fromisoformat(day))
    assert not holidays_of("Europe/Paris")(date.fromisoformat(day))
    assert holidays_of(zone)(date.fromisoformat("2026-07-14"))
