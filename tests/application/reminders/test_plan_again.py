"""Rules that are new, that change, or that are switched, where nothing new happens."""

from dataclasses import replace
from datetime import time

import pytest

from application.reminders.plan_again import plan_again
from application.reminders.ports import DueState
from application.reminders.preview_rules import preview_rules
from application.reminders.switch_rule import RuleStandsSo, RuleUnknown, switch_rule
from domain.reminders.rules import ReminderPack, ReminderRule
from domain.reminders.spans import Span
from tests.application.reminders.house import MOBILE, House, at
from tests.domain.reminders.packs import DAY_BEFORE, FOLLOW_UP, PACK

TWO_DAYS = DAY_BEFORE.model_copy(update={"id": "two-days", "before": Span(days=2)})


@pytest.fixture
def house() -> House:
    house = House()
    house.reached_at(MOBILE)
    house.book(at(14))
    house.plan()
    plan_everywhere(house)
    return house


def under(house: House, *rules: ReminderRule) -> None:
    pack: ReminderPack = PACK.model_copy(update={"rules": rules, "version": "test-2"})
    house.reminding = replace(house.reminding, pack=pack)
    house.plan()


def plan_everywhere(house: House, *, at_once: int = 100) -> list[int]:
    read = []
    while streams := plan_again(house.reminding, at_once=at_once):
        read.append(streams)
    return read


def waiting(house: House) -> dict[str, str]:
    return {
        kept.row.rule_id: f"{kept.row.due_at:%m-%d %H:%M}"
        for kept in house.rows.kept.values()
        if kept.state is DueState.WAITING
    }


def test_a_new_rule_covers_pathways_without_new_events(house: House) -> None:
    under(house, DAY_BEFORE, FOLLOW_UP, TWO_DAYS)
    assert set(waiting(house)) == {"day-before"}
    assert plan_everywhere(house) == [1]
    assert waiting(house)["two-days"] == f"{at(10, days=-2).instant:%m-%d %H:%M}"
    assert plan_everywhere(house) == []


def test_a_rule_that_says_another_time_moves_what_waits(house: House) -> None:
    under(house, DAY_BEFORE.model_copy(update={"at": time(16)}))
    plan_everywhere(house)
    assert waiting(house) == {"day-before": f"{at(16, days=-1).instant:%m-%d %H:%M}"}


def test_what_had_passed_when_a_rule_began_is_not_recalled(house: House) -> None:
    week_before = DAY_BEFORE.model_copy(update={"id": "before", "before": Span(days=30)})
    house.book(at(14, days=60))
    under(house, DAY_BEFORE, week_before)
    plan_everywhere(house)
    assert [kept.row.rule_id for kept in house.rows.kept.values()].count("before") == 1


def test_the_pass_goes_on_where_another_planner_left_it(house: House) -> None:
    for _ in range(4):
        house.pathway_id = house.open()
        house.book(at(14))
    house.plan()
    under(house, DAY_BEFORE, TWO_DAYS)
    assert plan_again(house.reminding, at_once=2) == 2
    assert plan_everywhere(house, at_once=2) == [2, 1]
    planned = [kept.row.rule_id for kept in house.rows.kept.values()]
    assert planned.count("two-days") == planned.count("day-before") == 5


def test_what_was_planned_under_a_rule_that_is_off_is_held_back(house: House) -> None:
    switch_rule(house.switches, PACK, "day-before", on=False)
    assert house.work(at(10, days=-1)) == [DueState.SUPPRESSED]
    assert [kept.reason for kept in house.rows.kept.values()] == ["rule_ended"]
    house.book(at(14, days=3))
    house.plan()
    assert waiting(house) == {}


def test_a_rule_that_is_on_again_recalls_what_is_still_to_come(house: House) -> None:
    switch_rule(house.switches, PACK, "day-before", on=False)
    house.book(at(14, days=3))
    house.plan()
    switch_rule(house.switches, PACK, "day-before", on=True)
    plan_everywhere(house)
    assert f"{at(10, days=2).instant:%m-%d %H:%M}" in waiting(house).values()


def test_a_rule_is_switched_by_its_id_and_once(house: House) -> None:
    with pytest.raises(RuleUnknown):
        switch_rule(house.switches, PACK, "full-moon", on=False)
    with pytest.raises(RuleStandsSo):
        switch_rule(house.switches, PACK, "day-before", on=True)
    off_in_its_file = DAY_BEFORE.model_copy(update={"enabled": False})
    pack = PACK.model_copy(update={"rules": (off_in_its_file,)})
    with pytest.raises(RuleStandsSo):
        switch_rule(house.switches, pack, "day-before", on=True)


def test_a_preview_compares_what_would_be_planned_and_writes_nothing(house: House) -> None:
    house.book(at(14, days=3))
    before = dict(house.rows.kept)
    proposed = PACK.model_copy(update={"rules": (TWO_DAYS, DAY_BEFORE)})
    read = list[int]()
    found = {
        one.rule_id: one for one in preview_rules(house.reminding, proposed, report=read.append)
    }
    assert sum(read) == house.log.head()
    two_days, day_before = found["two-days"], found["day-before"]
    assert (two_days.present.count, two_days.proposed.count) == (0, 2)
    assert two_days.proposed.first == at(10, days=-2).instant
    assert two_days.proposed.last == at(10, days=1).instant
    assert day_before.present == day_before.proposed
    assert day_before.present.count == 2
    assert found["follow-up-due"].proposed.count == 0
    assert house.rows.kept == before
