from pathlib import Path

import pytest

from domain.access import CLASSES_OF_THE_LAW
from domain.members import Profession
from seeds.rules.shipped import RulesUnreadable, sharing_rules


def test_what_is_shipped_is_what_applies_where_a_network_says_nothing() -> None:
    shipped = sharing_rules().classes_met()
    for profession in Profession:
        assert shipped.by(profession) == CLASSES_OF_THE_LAW.by(profession)
        assert shipped.with_consent(profession) == CLASSES_OF_THE_LAW.with_consent(profession)
    assert shipped.protecting == CLASSES_OF_THE_LAW.protecting
    assert shipped.care_team == CLASSES_OF_THE_LAW.care_team
    assert shipped.child_protection is CLASSES_OF_THE_LAW.child_protection is False


def test_a_network_has_rules_of_its_own(tmp_path: Path) -> None:
    own = tmp_path / "sharing.toml"
    text = Path("seeds/rules/sharing.toml").read_text(encoding="utf-8")
    own.write_text(text.replace("open = false", "open = true"), encoding="utf-8")
    assert sharing_rules(own).classes_met().child_protection


@pytest.mark.parametrize("content", [b"not = [toml", b"\xff\xfe", None])
def test_a_file_that_cannot_be_read_is_said(tmp_path: Path, content: bytes | None) -> None:
    own = tmp_path / "sharing.toml"
    if content is not None:
        own.write_bytes(content)
    with pytest.raises(RulesUnreadable):
        sharing_rules(own)
