"""So many messages to one person in a day of theirs; what exceeds waits, or is held back."""

from datetime import time

from application.reminders.ports import DueState
from domain.pathway.reminders import SuppressionReason
from domain.reminders.rules import ReminderRule
from domain.reminders.spans import Span
from domain.wall_time import WallTime
from tests.application.reminders.house import MOBILE, House, at
from tests.application.reminders.test_send_reminder import suppressed
from tests.application.reminders.test_together import ruled_by, sent
from tests.domain.reminders.packs import DAY_BEFORE

MORNING, NOON, EVENING = time(8), time(13), time(18)


def rule(hour: time, *, days: int = 1, urgent: bool = False) -> ReminderRule:
    return DAY_BEFORE.model_copy(
        update={
            "id": f"at-{hour:%H}-{days}",
            "at": hour,
            "before": Span(days=days) if days else None,
            "urgent": urgent,
        }
    )


def house_with(*rules: ReminderRule, starts: WallTime | None = None) -> House:
    house = ruled_by(*rules)
    house.reached_at(MOBILE)
    house.book(starts or at(14))
    house.plan()
    return house


def test_the_third_message_of_a_day_waits_for_the_next_morning() -> None:
    house = house_with(rule(MORNING), rule(NOON), rule(EVENING))
    assert house.work(at(8, days=-1)) == [DueState.SENT]
    assert house.work(at(13, days=-1)) == [DueState.SENT]
    assert house.work(at(18, days=-1)) == [DueState.WAITING]
    assert house.work(at(7, 59)) == []
    assert house.work(at(8)) == [DueState.SENT]
    assert len(house.postbox.letters) == 3


def test_what_cannot_wait_for_another_day_is_held_back() -> None:
    house = house_with(rule(MORNING), rule(NOON), rule(EVENING), starts=at(7, 30))
    house.work(at(8, days=-1))
    house.work(at(13, days=-1))
    assert house.work(at(18, days=-1)) == [DueState.SUPPRESSED]
    assert suppressed(house) == [SuppressionReason.DAILY_CAP]
    assert len(house.postbox.letters) == 2


def test_what_is_urgent_leaves_anyhow_and_counts() -> None:
    urgent = rule(NOON, urgent=True)
    house = house_with(rule(MORNING), urgent, rule(EVENING))
    house.work(at(8, days=-1))
    house.work(at(13, days=-1))
    assert house.work(at(18, days=-1)) == [DueState.WAITING]
    assert len(house.postbox.letters) == 2


def test_what_is_urgent_is_not_held_back_by_what_left_before() -> None:
    house = house_with(rule(MORNING), rule(NOON), rule(EVENING, urgent=True))
    house.work(at(8, days=-1))
    house.work(at(13, days=-1))
    assert house.work(at(18, days=-1)) == [DueState.SENT]
    assert len(house.postbox.letters) == 3


def test_what_leaves_together_counts_once() -> None:
    house = house_with(rule(MORNING), rule(NOON))
    house.book(at(16))
    house.plan()
    house.work(at(8, days=-1))
    house.work(at(13, days=-1))
    assert [len(sent(house)), len(house.postbox.letters)] == [4, 2]


def test_what_waited_for_another_day_leaves_with_what_is_due_then() -> None:
    house = house_with(rule(MORNING), rule(NOON), rule(EVENING), rule(time(9), days=0))
    for hour in (8, 13, 18):
        house.work(at(hour, days=-1))
    assert house.work(at(8)) == [DueState.SENT]
    assert len(house.postbox.letters) == 3
    assert house.rows.counts()[DueState.SENT] == 4
