import pytest
from pydantic import ValidationError

from domain.reminders.rules import Audience, ReminderPack, ReminderRule
from domain.reminders.spans import Span
from tests.domain.reminders.packs import DAY_BEFORE, FOLLOW_UP, PACK


@pytest.mark.parametrize(
    "said",
    [
        {"before": {"days": 1}, "after": {"days": 1}},
        {"to": Audience.REFERENT},
        {"template": ""},
        {"on": "full-moon"},
        {"days_before": 1},
    ],
)
def test_a_rule_that_says_nothing_clear_is_refused(said: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ReminderRule.model_validate(DAY_BEFORE.model_dump() | said)


def test_members_are_told_without_a_template() -> None:
    with pytest.raises(ValidationError):
        ReminderRule.model_validate(FOLLOW_UP.model_dump() | {"template": "appointment"})


def test_each_rule_has_an_id_of_its_own() -> None:
    twice = (DAY_BEFORE, DAY_BEFORE.model_copy(update={"before": Span(days=2)}))
    with pytest.raises(ValidationError):
        ReminderPack.model_validate(PACK.model_dump() | {"rules": twice})


def test_a_rule_that_is_off_is_as_if_it_were_not_there() -> None:
    off = DAY_BEFORE.model_copy(update={"enabled": False})
    pack = PACK.model_copy(update={"rules": (off, FOLLOW_UP)})
    assert pack.on(off.on) == []
    assert pack.rule(off.id) is None
    assert pack.rule(FOLLOW_UP.id) is FOLLOW_UP
