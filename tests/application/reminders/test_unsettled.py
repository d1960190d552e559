"""Reminders that nothing more is done about by itself, and what somebody does about them."""

from uuid import uuid4

import pytest

from application.reminders.drop_reminder import DropReminder, drop_reminder
from application.reminders.ports import DueState
from application.reminders.postbox import Letter, TryLater, Undeliverable
from application.reminders.retry_reminder import RetryReminder, retry_reminder
from application.reminders.unsettled import NoSuchReminder, ReminderNotUnsettled
from domain.pathway.reminders import (
    ReminderAlreadySent,
    ReminderFailed,
    ReminderRetried,
    ReminderSent,
    ReminderSuppressed,
)
from tests.application.reminders.house import MOBILE, House, at


def refused(_: Letter) -> None:
    raise Undeliverable("recipient-refused")


def accepted(_: Letter) -> None:
    """As a gateway does that is well."""


@pytest.fixture
def house() -> House:
    """Where a reminder was refused for good."""
    house = House()
    house.reached_at(MOBILE)
    house.book(at(14))
    house.plan()
    house.postbox.before = refused
    assert house.work(at(10, days=-1)) == [DueState.DEAD]
    return house


def retry(house: House) -> None:
    (due_id,) = house.rows.kept
    command = RetryReminder(due_id=due_id, reason="gateway-mended", operator="root")
    retry_reminder(house.network, house.rows, command)


def drop(house: House) -> None:
    (due_id,) = house.rows.kept
    command = DropReminder(due_id=due_id, reason="person-called", operator="root")
    drop_reminder(house.network, house.rows, command)


def facts(house: House) -> list[type]:
    kinds = (ReminderSent, ReminderFailed, ReminderSuppressed, ReminderRetried)
    events = house.log.stream(house.pathway_id)
    return [type(event.fact) for event in events if isinstance(event.fact, kinds)]


def test_a_dead_one_is_tried_again_and_the_pathway_tells_it(house: House) -> None:
    retry(house)
    house.postbox.before = accepted
    assert house.work(at(10, 1, days=-1)) == [DueState.SENT]
    assert facts(house) == [ReminderFailed, ReminderRetried, ReminderSent]
    assert len(house.postbox.letters) == 1


def test_tried_again_it_may_fail_again_and_be_tried_again(house: House) -> None:
    for minute in (1, 2):
        retry(house)
        assert house.work(at(10, minute, days=-1)) == [DueState.DEAD]
    assert facts(house) == [ReminderFailed, *[ReminderRetried, ReminderFailed] * 2]


def test_tried_again_it_has_all_its_tries(house: House) -> None:
    retry(house)

    def busy(_: Letter) -> None:
        raise TryLater("gateway-busy")

    house.postbox.before = busy
    tried = [house.work(at(10 + hour, 1, days=-1)) for hour in range(8)]
    assert tried == [[DueState.WAITING]] * 7 + [[DueState.DEAD]]


def test_once_a_number_is_known_who_was_to_be_called_is_written_to() -> None:
    house = House()
    house.book(at(14))
    house.plan()
    assert house.work(at(10, days=-1)) == [DueState.TO_CALL]
    house.reached_at(MOBILE)
    retry(house)
    assert house.work(at(10, 1, days=-1)) == [DueState.SENT]
    assert facts(house) == [ReminderSuppressed, ReminderRetried, ReminderSent]


def test_what_left_is_not_sent_again_whatever_its_row_says(house: House) -> None:
    retry(house)
    house.postbox.before = accepted
    house.work(at(10, 1, days=-1))
    (kept,) = house.rows.kept.values()
    kept.state = DueState.UNCERTAIN  # as after a restore of the desk
    with pytest.raises(ReminderAlreadySent):
        retry(house)
    assert kept.state is DueState.UNCERTAIN


def test_what_is_dropped_is_over_and_its_outcome_stands(house: House) -> None:
    drop(house)
    assert house.rows.counts()[DueState.DROPPED] == 1
    assert facts(house) == [ReminderFailed]
    assert house.work(at(12)) == []


def test_dropping_what_nobody_knows_of_says_so_on_the_pathway(house: House) -> None:
    retry(house)
    (kept,) = house.rows.kept.values()
    kept.state, kept.look_at = DueState.UNCERTAIN, None
    drop(house)
    event = house.log.stream(house.pathway_id)[-1]
    assert isinstance(event.fact, ReminderFailed)
    assert (event.fact.reason, event.fact.channel) == ("person-called", None)


def test_an_erased_pathway_is_settled_without_a_fact(house: House) -> None:
    house.log.events.clear()
    retry(house)
    (kept,) = house.rows.kept.values()
    assert kept.state is DueState.WAITING


def test_what_is_on_its_way_is_left_alone(house: House) -> None:
    retry(house)
    with pytest.raises(ReminderNotUnsettled):
        retry(house)
    with pytest.raises(ReminderNotUnsettled):
        drop(house)


def test_an_unknown_id_is_refused() -> None:
    house = House()
    command = RetryReminder(due_id=uuid4(), reason="mistake", operator="root")
    with pytest.raises(NoSuchReminder):
        retry_reminder(house.network, house.rows, command)
