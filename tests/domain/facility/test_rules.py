from datetime import date

import pytest

from domain.dates import PartialDate
from domain.facility.rules import birthday
from domain.facility.words import FacilityKind
from seeds.rules.shipped import shipped_place_rules

RULES = shipped_place_rules()


@pytest.mark.parametrize(
    ("born", "third"),
    [
        (date(2023, 7, 14), date(2026, 7, 14)),
        (date(2023, 12, 31), date(2026, 12, 31)),
        (date(2024, 2, 28), date(2027, 2, 28)),
        (date(2024, 2, 29), date(2027, 3, 1)),
        (date(2024, 3, 1), date(2027, 3, 1)),
    ],
)
def test_the_third_birthday_is_the_first_day_that_is_too_late(born: date, third: date) -> None:
    assert birthday(born, 3) == third


def test_a_29_february_has_its_birthday_where_the_year_has_one() -> None:
    assert birthday(date(2024, 2, 29), 4) == date(2028, 2, 29)


def test_a_date_known_in_part_gives_the_latest_day_it_may_mean() -> None:
    centre = FacilityKind.MATERNAL_CENTRE
    assert RULES.over_at_birthday(centre, PartialDate(year=2024, month=2)) == date(2027, 3, 1)
    assert RULES.over_at_birthday(centre, PartialDate(year=2024)) == date(2027, 12, 31)


def test_an_estimate_or_another_facility_ends_nobodys_stay() -> None:
    born = PartialDate(year=2024, month=5, day=6)
    centre = FacilityKind.MATERNAL_CENTRE
    guessed = born.model_copy(update={"approximate": True})
    assert RULES.over_at_birthday(centre, guessed) is None
    assert RULES.over_at_birthday(centre, None) is None
    assert RULES.over_at_birthday(FacilityKind.SOCIAL_SHELTER, born) is None


def test_each_number_says_where_it_was_read() -> None:
    assert RULES.term[FacilityKind.MATERNAL_CENTRE].verified
    assert RULES.longest_until(FacilityKind.MATERNAL_CENTRE, date(2026, 8, 31)) == date(2027, 2, 28)
    assert not RULES.request_hours.verified
    without = RULES.model_copy(update={"term": {}})
    assert without.longest_until(FacilityKind.MATERNAL_CENTRE, date(2026, 8, 31)) is None
