from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from domain.screening.words import RapidTestKind
from seeds.rules.shipped import RulesUnreadable, screening_rules


def test_the_kinds_and_the_five_years_are_those_of_the_order() -> None:
    rules = screening_rules()
    assert rules.kinds is not None
    assert set(rules.kinds.listed) == set(RapidTestKind)
    assert rules.kinds.verified
    assert rules.last_day_authorised(date(2026, 3, 1)) == date(2031, 2, 28)


def test_what_nobody_read_is_to_be_confirmed() -> None:
    rules = screening_rules()
    assert rules.information is not None
    assert rules.consent is not None
    assert not rules.information.verified
    assert not rules.consent.verified
    assert rules.to_be_confirmed == ("consent", "information")


def test_what_is_told_first_is_told_in_both_languages() -> None:
    information = screening_rules().information
    assert information is not None
    assert set(information.texts) == {"fr", "en"}


def test_a_network_writes_its_own(tmp_path: Path) -> None:
    ours = tmp_path / "ours.toml"
    ours.write_text('version = "ours"\n', encoding="utf-8")
    assert not screening_rules(ours).lists(RapidTestKind.HIV)
    ours.write_text('version = "ours"\nkinds = 1\n', encoding="utf-8")
    with pytest.raises(ValidationError):
        screening_rules(ours)
    with pytest.raises(RulesUnreadable):
        screening_rules(tmp_path / "nowhere.toml")
