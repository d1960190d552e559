"""What a gateway, or the person, says of a letter counts for everything that left in it."""

from collections.abc import Callable
from uuid import UUID

import pytest

from application.refusals import TooBusy
from application.reminders.answer_reminder import answer_reminder
from application.reminders.hear_report import hear_report
from application.reminders.ports import DueState
from application.reminders.postbox import Letter, Unclear
from application.reminders.replies import Awaited
from application.reminders.reports import Became, Report
from application.reminders.retry_reminder import RetryReminder, retry_reminder
from application.reminders.stop_by_link import stop_by_link
from application.reminders.stop_by_reply import stop_by_reply
from domain.kernel import Fact
from domain.pathway.reminder_answers import Answer
from domain.pathway.reminder_wishes import RemindersStopped, ToldBy
from domain.pathway.reminders import (
    Channel,
    ReminderDelivered,
    ReminderFailed,
    ReminderSent,
)
from tests.application.reminders.house import MOBILE, House, at
from tests.application.reminders.test_hear_report import LONG_AGO
from tests.application.reminders.test_send_reminder import THE_DAY_BEFORE, refusing
from tests.application.reminders.test_together import (
    A_MINUTE_LATER,
    EMAIL,
    cancel,
    sent,
    the_two,
    with_two,
    withheld,
)
from tests.fakes.handed_in import HandedInInMemory
from tests.fakes.postbox import Killed

REPORTED = (ReminderSent, ReminderDelivered, ReminderFailed)
AN_HOUR_LATER = at(11, days=-1)


@pytest.fixture
def house() -> House:
    return with_two(House())


def hear(house: House, became: Became, *, report_id: str = "w-1", key: UUID | None = None) -> int:
    letter_id = key or house.postbox.letters[0].key
    report = Report(report_id, letter_id, None, Channel.TEXT, became, "expired", LONG_AGO)
    return hear_report(house.network, HandedInInMemory(house.rows), report)


def told_of(house: House, cause_id: UUID) -> list[type[Fact]]:
    facts = [event.fact for event in house.log.stream(house.pathway_id)]
    return [type(f) for f in facts if isinstance(f, REPORTED) and f.cause_id == cause_id]


def letters_of_the_day(house: House) -> int:
    day = THE_DAY_BEFORE
    return house.pathway().reminders.letters_on(day.wall.date(), zone=day.zone)


def test_each_reminder_of_a_letter_that_arrived_did_arrive(house: House) -> None:
    house.work(THE_DAY_BEFORE)
    assert hear(house, Became.DELIVERED) == 2
    assert hear(house, Became.DELIVERED, report_id="w-2") == 0
    assert [told_of(house, one) for one in the_two(house)] == [
        [ReminderSent, ReminderDelivered],
        [ReminderSent, ReminderDelivered],
    ]
    assert house.rows.counts()[DueState.DELIVERED] == 2


def test_each_reminder_of_a_letter_that_came_back_goes_another_way_together(house: House) -> None:
    house.reached_at(EMAIL)
    house.work(THE_DAY_BEFORE)
    assert hear(house, Became.FAILED) == 2
    house.work(AN_HOUR_LATER)
    assert hear(house, Became.FAILED, report_id="w-2") == 0
    assert [letter.channel for letter in house.postbox.letters] == [Channel.TEXT, Channel.EMAIL]
    assert "9h00" in house.postbox.letters[1].text
    assert "14h00" in house.postbox.letters[1].text
    for cause_id in the_two(house):
        assert told_of(house, cause_id) == [ReminderSent, ReminderFailed, ReminderSent]


def test_a_letter_that_arrived_before_anybody_knew_that_it_left_counts_once(house: House) -> None:
    house.postbox.after = refusing(Unclear("cut-while-sending"))
    house.work(THE_DAY_BEFORE)
    assert hear(house, Became.DELIVERED) == 2
    assert {fact.letter_id for fact in sent(house)} == {house.postbox.letters[0].key}
    assert len(house.pathway().reminders.letters) == 1
    house.postbox.after = lambda _: None
    house.work(AN_HOUR_LATER)
    assert len(house.postbox.letters) == 1
    assert house.rows.counts()[DueState.DELIVERED] == 2


@pytest.mark.parametrize("which", [0, 1], ids=["its first", "its second"])
def test_a_letter_that_came_back_is_none_of_the_day_whatever_else_it_said(
    house: House, which: int
) -> None:
    """Also where the reminder by which the letter is named was held back meanwhile."""
    house.postbox.after = refusing(Unclear("cut-while-sending"))
    house.work(THE_DAY_BEFORE)
    cancel(house, the_two(house)[which])
    house.postbox.after = lambda _: None
    house.work_through(A_MINUTE_LATER)
    assert letters_of_the_day(house) == 1
    assert hear(house, Became.FAILED) == 1
    assert letters_of_the_day(house) == 0
    assert len(withheld(house)) == 1


def faster_than_the_worker(house: House, became: Became) -> Callable[[Letter], None]:
    def tells(letter: Letter) -> None:
        if letter.channel is Channel.TEXT:
            try:
                hear(house, became, key=letter.key)
            except TooBusy:
                return

    return tells


def test_a_gateway_faster_than_the_worker_is_believed_of_each(house: House) -> None:
    house.postbox.after = faster_than_the_worker(house, Became.DELIVERED)
    assert house.work(THE_DAY_BEFORE) == [DueState.DELIVERED]
    assert [told_of(house, one) for one in the_two(house)] == [
        [ReminderSent, ReminderDelivered],
        [ReminderSent, ReminderDelivered],
    ]
    assert house.rows.counts()[DueState.DELIVERED] == 2


def test_what_came_back_before_the_worker_knew_goes_another_way_and_the_rest_when_it_is_told(
    house: House,
) -> None:
    """The gateway was asked to come again after the first of the two: it tells the second then."""
    house.reached_at(EMAIL)
    house.postbox.after = faster_than_the_worker(house, Became.FAILED)
    house.work(THE_DAY_BEFORE)
    hear(house, Became.FAILED)
    house.work_through(AN_HOUR_LATER)
    assert house.rows.counts()[DueState.SENT] == 2
    for cause_id in the_two(house):
        assert told_of(house, cause_id)[-2:] == [ReminderFailed, ReminderSent]
    by_mail = [one.text for one in house.postbox.letters if one.channel is Channel.EMAIL]
    assert ["9h00" in text for text in by_mail].count(True) == 1
    assert ["14h00" in text for text in by_mail].count(True) == 1


@pytest.mark.parametrize("became", Became)
@pytest.mark.parametrize("cut_at", range(4))
def test_whoever_is_cut_while_hearing_a_report_hears_it_again(
    house: House, became: Became, cut_at: int
) -> None:
    """Cut before each of the four things it writes."""
    house.reached_at(EMAIL)
    house.work(THE_DAY_BEFORE)
    key, report_id = house.postbox.letters[0].key, "w-1"
    cut = CutAt(house.rows, cut_at)
    report = Report(report_id, key, None, Channel.TEXT, became, "expired", LONG_AGO)
    network = house.network
    try:
        hear_report(network, cut, report)
    except Killed:
        assert hear_report(network, HandedInInMemory(house.rows), report) > 0
    house.work(AN_HOUR_LATER)
    ends = {Became.DELIVERED: DueState.DELIVERED, Became.FAILED: DueState.SENT}
    assert house.rows.counts()[ends[became]] == 2
    for cause_id in the_two(house):
        told = {
            Became.DELIVERED: [ReminderSent, ReminderDelivered],
            Became.FAILED: [ReminderSent, ReminderFailed, ReminderSent],
        }
        assert told_of(house, cause_id) == told[became]


class CutAt(HandedInInMemory):
    """Killed before it settles a row, or after; the fact is recorded by then."""

    def __init__(self, rows: object, cut_at: int) -> None:
        super().__init__(rows)  # type: ignore[arg-type]
        self.left = cut_at

    def _step(self) -> None:
        if self.left == 0:
            raise Killed
        self.left -= 1

    def arrived(self, due_id: UUID) -> None:
        self._step()
        super().arrived(due_id)
        self._step()

    def go_on(self, due_id: UUID, *, reason: str) -> bool:
        self._step()
        went_on = super().go_on(due_id, reason=reason)
        self._step()
        return went_on


def test_what_came_back_and_is_tried_again_leaves_under_another_key(house: House) -> None:
    """A gateway that knows the first key would take it for the letter that it carried already."""
    house.work(THE_DAY_BEFORE)
    hear(house, Became.FAILED)
    house.work(AN_HOUR_LATER)
    assert house.rows.counts()[DueState.TO_CALL] == 2
    for due_id in house.rows.kept:
        command = RetryReminder(due_id=due_id, reason="number-mended", operator="root")
        retry_reminder(house.network, house.rows, command)
    house.work_through(at(12, days=-1))
    first, *again = house.postbox.letters
    assert first.key not in {letter.key for letter in again}
    said = "".join(letter.text for letter in again)
    assert ("9h00" in said, "14h00" in said) == (True, True)


def linked(house: House) -> tuple[Awaited, ...]:
    """What the link of the one letter is for."""
    (token,) = house.replies.tokens.values()
    return house.replies.find(token)


def test_what_a_letter_recalls_is_answered_one_by_one_through_its_link(house: House) -> None:
    house.work(THE_DAY_BEFORE)
    at_nine, at_two = linked(house)
    assert answer_reminder(house.network, at_nine, Answer.ASKS_TO_MOVE)
    assert answer_reminder(house.network, at_two, Answer.CONFIRMED)
    assert not answer_reminder(house.network, at_two, Answer.ASKS_TO_MOVE)
    known = house.pathway().appointments.by_id
    answers = {one.when.wall.hour: one.answer for one in known.values()}
    assert answers == {9: Answer.ASKS_TO_MOVE, 14: Answer.CONFIRMED}


def test_a_letter_that_recalls_several_things_is_stopped_once(house: House) -> None:
    house.work(THE_DAY_BEFORE)
    assert stop_by_reply(house.network, house.replies, MOBILE.reach) == 1
    stop_by_link(house.network, house.replies, linked(house))
    stops = [event.fact for event in house.log.stream(house.pathway_id)]
    told_by = [fact.told_by for fact in stops if isinstance(fact, RemindersStopped)]
    assert told_by == [ToldBy.REPLY, ToldBy.LINK]
