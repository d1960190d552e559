from datetime import date

import pytest

from domain.reviews import Review, reviewed_in
from tests.domain.reminders.wordings import ARABIC, ENGLISH, FRENCH

READ = Review(by="Somebody who speaks it", on=date(2026, 3, 1))


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "en"), ("EN-gb", "en"), ("fr-CA", "fr"), ("ar", "fr"), ("tlh", "fr"), ("", "fr")],
)
def test_what_nobody_reviewed_is_said_in_french(language: str, said: str) -> None:
    assert reviewed_in(language, [ARABIC, ENGLISH, FRENCH]).language == said


def test_it_is_said_from_its_review_on() -> None:
    read = ARABIC.model_copy(update={"review": READ})
    assert reviewed_in("ar-DZ", [read, ENGLISH, FRENCH]) is read


def test_nothing_is_said_where_what_others_fall_back_to_is_not_reviewed() -> None:
    with pytest.raises(KeyError):
        reviewed_in("ar", [ARABIC, ENGLISH, FRENCH.model_copy(update={"review": None})])
