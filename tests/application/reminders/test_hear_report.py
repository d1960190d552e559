"""What gateways tell of texts that left, in whatever order and however often."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from application.refusals import TooBusy
from application.reminders.hear_report import hear_report
from application.reminders.ports import DueState
from application.reminders.postbox import Letter, Unclear
from application.reminders.reports import Became, Report
from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.contacts import ContactKind, ContactPoint
from domain.pathway.reminders import (
    Channel,
    ReminderDelivered,
    ReminderFailed,
    ReminderSent,
    ReminderSuppressed,
)
from tests.application.reminders.house import MOBILE, OUTCOMES, House, at
from tests.fakes.handed_in import HandedInInMemory

EMAIL = ContactPoint(kind=ContactKind.EMAIL, reach="awa@cordee.example")
LONG_AGO = datetime(2026, 3, 4, 9, tzinfo=UTC)  # it is told again as it was told first
DAY_BEFORE = at(10, days=-1)


@dataclass
class Told:
    """A house whose text of the day before was handed in, and its gateway."""

    house: House = field(default_factory=House)
    handed_in: HandedInInMemory = field(init=False)
    key: UUID = field(init=False)

    def __post_init__(self) -> None:
        self.handed_in = HandedInInMemory(self.house.rows)
        self.house.reached_at(MOBILE)
        self.house.book(at(10))
        self.house.plan()

    def send(self) -> list[DueState]:
        states = self.house.work(DAY_BEFORE)
        self.key = self.house.postbox.letters[-1].key
        return states

    def hear(self, became: Became, *, report_id: str = "w-1", key: UUID | None = None) -> int:
        report = Report(
            id=report_id,
            key=key or self.key,
            name=None,
            channel=Channel.TEXT,
            became=became,
            reason="expired",
            at=LONG_AGO,
        )
        return hear_report(self.house.network, self.handed_in, report)

    def facts(self) -> list[type[Fact]]:
        kinds = (*OUTCOMES, ReminderDelivered)
        facts = [event.fact for event in self.house.log.stream(self.house.pathway_id)]
        return [type(fact) for fact in facts if isinstance(fact, kinds)]

    def state(self) -> DueState:
        return self.house.rows.kept[self.key].state


def test_a_text_that_arrived_is_recorded_once_however_often_it_is_told() -> None:
    told = Told()
    assert DueState.SENT in told.send()
    assert told.hear(Became.DELIVERED) == 1
    told.hear(Became.DELIVERED)
    assert told.hear(Became.DELIVERED, report_id="w-2") == 0
    assert told.facts() == [ReminderSent, ReminderDelivered]
    assert told.state() is DueState.DELIVERED


def test_a_text_that_came_back_has_failed_with_its_reason() -> None:
    told = Told()
    told.send()
    assert told.hear(Became.FAILED) == 1
    assert told.facts() == [ReminderSent, ReminderFailed]
    assert told.house.rows.kept[told.key].reason == "expired"


def test_a_text_that_came_back_goes_another_way_once() -> None:
    told = Told()
    told.house.reached_at(EMAIL)
    told.send()
    for _ in range(2):
        told.hear(Became.FAILED)
    assert told.house.work(at(11, days=-1)) == [DueState.SENT]
    told.hear(Became.FAILED)
    assert told.house.work(at(12, days=-1)) == [DueState.SENT]
    channels = [letter.channel for letter in told.house.postbox.letters]
    assert channels == [Channel.TEXT, Channel.EMAIL]
    assert told.facts() == [ReminderSent, ReminderFailed, ReminderSent]


def test_a_text_that_came_back_and_has_no_other_way_is_to_call() -> None:
    told = Told()
    told.send()
    told.hear(Became.FAILED)
    assert told.house.work(at(11, days=-1)) == [DueState.TO_CALL]
    assert told.facts() == [ReminderSent, ReminderFailed, ReminderSuppressed]


def test_a_text_that_came_back_too_late_has_failed() -> None:
    told = Told()
    told.house.reached_at(EMAIL)
    told.send()
    told.hear(Became.FAILED)
    assert told.house.work(at(10)) == [DueState.DEAD]
    assert told.facts() == [ReminderSent, ReminderFailed, ReminderFailed]


def test_a_report_of_failure_that_was_overtaken_is_passed_over() -> None:
    told = Told()
    told.send()
    told.hear(Became.DELIVERED, report_id="w-2")
    assert told.hear(Became.FAILED) == 0
    assert told.facts() == [ReminderSent, ReminderDelivered]
    assert told.state() is DueState.DELIVERED


def test_a_text_that_came_back_and_arrived_after_all_did_arrive() -> None:
    told = Told()
    told.send()
    told.hear(Became.FAILED)
    assert told.hear(Became.DELIVERED, report_id="w-2") == 1
    assert told.facts() == [ReminderSent, ReminderFailed, ReminderDelivered]
    assert told.house.work(at(11, days=-1)) == [DueState.DELIVERED]
    assert len(told.house.postbox.letters) == 1


def cut(_: Letter) -> None:
    raise Unclear("cut-while-sending")


def test_what_arrived_before_anybody_knew_that_it_left_is_not_sent_again() -> None:
    told = Told()
    told.house.postbox.after = cut
    assert told.send() == [DueState.WAITING]
    told.hear(Became.DELIVERED)
    assert told.state() is DueState.WAITING
    told.house.postbox.after = lambda _: None
    assert told.house.work(at(11, days=-1)) == [DueState.DELIVERED]
    assert told.facts() == [ReminderSent, ReminderDelivered]
    assert len(told.house.postbox.letters) == 1


def test_an_unknown_key_and_an_erased_pathway_tell_nothing() -> None:
    told = Told()
    told.send()
    assert told.hear(Became.DELIVERED, key=uuid4()) == 0
    kept = told.house.rows.kept[told.key]
    kept.row = replace(kept.row, pathway_id=uuid4())
    assert told.hear(Became.DELIVERED) == 0


def test_a_report_bears_the_class_of_what_was_recalled() -> None:
    told = Told()
    told.send()
    told.hear(Became.DELIVERED)
    (last,) = [event.fact for event in told.house.log.stream(told.house.pathway_id)][-1:]
    assert last.data_class is not DataClass.IDENTITY
    assert last.occurred_at <= told.house.network.clock()


@pytest.mark.parametrize("became", Became)
def test_a_report_repeated_with_another_content_is_no_other_report(became: Became) -> None:
    told = Told()
    told.send()
    told.hear(Became.DELIVERED)
    before = told.facts()
    told.hear(became)
    assert told.facts() == before


def test_a_gateway_that_tells_before_the_worker_does_is_believed() -> None:
    told = Told()
    told.house.reached_at(EMAIL)
    (told.key,) = told.house.rows.kept

    def comes_back_at_once(letter: Letter) -> None:
        if letter.channel is Channel.TEXT:
            with pytest.raises(TooBusy):
                told.hear(Became.FAILED)

    told.house.postbox.after = comes_back_at_once
    assert told.house.work(DAY_BEFORE) == [DueState.WAITING]
    assert told.house.work(DAY_BEFORE) == [DueState.SENT]
    told.hear(Became.FAILED)
    assert told.house.work(DAY_BEFORE) == [DueState.SENT]
    assert told.facts() == [ReminderFailed, ReminderSent]
    assert [letter.channel for letter in told.house.postbox.letters] == [
        Channel.TEXT,
        Channel.EMAIL,
    ]
