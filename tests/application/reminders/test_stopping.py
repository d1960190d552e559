"""STOP as a reply to a message: nothing more goes to that number."""

from dataclasses import replace
from uuid import UUID

import pytest

from application.commands import Command
from application.people.remove_contact_point import RemoveContactPoint, remove_contact_point
from application.reminders.hear_reply import Reply, hear_reply
from application.reminders.ports import DueState
from application.reminders.replies import Awaited
from application.reminders.stop_by_link import stop_by_link
from application.reminders.stop_by_reply import international, stop_by_reply
from application.wishes.resume_reminders import ResumeReminders, resume_reminders
from application.wishes.stop_reminders import StopReminders, stop_reminders
from domain.kernel import Fact
from domain.pathway.contacts import ContactKind, ContactPoint, ContactPointAdded, RemovalReason
from domain.pathway.reminder_wishes import RemindersStopped, ToldBy
from tests.application.reminders.house import INES, MOBILE, House, at

EMAIL = ContactPoint(kind=ContactKind.EMAIL, reach="awa@cordee.example")


@pytest.fixture
def house() -> House:
    """Somebody who was sent a reminder the day before an appointment."""
    house = House()
    house.reached_at(MOBILE)
    house.book(at(14))
    house.plan()
    assert house.work(at(10, days=-1)) == [DueState.SENT]
    return house


def stops(house: House) -> list[Fact]:
    facts = [event.fact for event in house.log.stream(house.pathway_id)]
    return [fact for fact in facts if isinstance(fact, RemindersStopped)]


def contact(house: House) -> UUID:
    (contact_id,) = house.pathway().contacts.points
    return contact_id


def test_a_reply_stops_what_goes_to_its_number(house: House) -> None:
    assert stop_by_reply(house.network, house.replies, MOBILE.reach) == 1
    (fact,) = stops(house)
    assert isinstance(fact, RemindersStopped)
    assert (fact.told_by, fact.contact_id) == (ToldBy.REPLY, contact(house))


def test_what_goes_elsewhere_goes_on(house: House) -> None:
    stop_by_reply(house.network, house.replies, MOBILE.reach)
    house.reached_at(EMAIL)
    house.book(at(14, days=1))
    house.plan()
    assert house.work(at(10)) == [DueState.SENT]
    assert [letter.to for letter in house.postbox.letters] == [MOBILE.reach, EMAIL.reach]


def test_a_reply_that_comes_twice_is_recorded_once(house: House) -> None:
    for _ in range(2):
        assert stop_by_reply(house.network, house.replies, MOBILE.reach) == 1
    assert len(stops(house)) == 1


def test_what_was_stopped_everywhere_is_not_stopped_again(house: House) -> None:
    command = StopReminders(pathway_id=house.pathway_id, told_by=ToldBy.PHONE)
    stop_reminders(house.network, command, INES)
    stop_by_reply(house.network, house.replies, MOBILE.reach)
    assert len(stops(house)) == 1


def test_a_number_that_passed_to_somebody_else_stops_nothing(house: House) -> None:
    command = RemoveContactPoint(
        pathway_id=house.pathway_id,
        contact_id=contact(house),
        reason=RemovalReason.NO_LONGER_WORKS,
    )
    remove_contact_point(house.network, command, INES)
    stop_by_reply(house.network, house.replies, MOBILE.reach)
    assert stops(house) == []


@pytest.mark.parametrize("number", ["+33639980009", "", "STOP", "+", "3939", "+33639980001\x00"])
def test_who_was_not_written_to_stops_nothing(house: House, number: str) -> None:
    assert stop_by_reply(house.network, house.replies, number) == 0
    assert stops(house) == []


def test_an_erased_pathway_has_nothing_to_stop(house: House) -> None:
    house.log.events.clear()
    assert stop_by_reply(house.network, house.replies, MOBILE.reach) == 0


@pytest.mark.parametrize(
    "written",
    ["+33639980001", "33639980001", "0033639980001", "+33 6 39 98 00 01", "+33-639-980-001"],
)
def test_gateways_write_a_number_in_several_ways(house: House, written: str) -> None:
    assert international(written) == MOBILE.reach
    assert stop_by_reply(house.network, house.replies, written) == 1


def test_a_reply_that_says_stop_is_heard_and_any_other_is_not(house: House) -> None:
    for text in ("merci", "a demain"):
        assert hear_reply(house.network, house.replies, Reply("w-0", MOBILE.reach, text)) == 0
    assert stops(house) == []
    assert hear_reply(house.network, house.replies, Reply("w-1", MOBILE.reach, "Stop.")) == 1
    assert len(stops(house)) == 1


def test_a_replayed_reply_does_not_stop_what_was_resumed_since(house: House) -> None:
    reply = Reply("w-1", MOBILE.reach, "STOP")
    hear_reply(house.network, house.replies, reply)
    command = ResumeReminders(pathway_id=house.pathway_id, contact_id=contact(house))
    resume_reminders(house.network, command, INES)
    hear_reply(house.network, house.replies, reply)
    assert len(stops(house)) == 1
    hear_reply(house.network, house.replies, replace(reply, id="w-2"))
    assert len(stops(house)) == 2


def test_who_replied_what_is_not_shown_where_a_reply_is() -> None:
    shown = repr(Reply("w-1", MOBILE.reach, "STOP"))
    assert MOBILE.reach not in shown
    assert "STOP" not in shown


def awaited(house: House) -> tuple[Awaited, ...]:
    (letter,) = house.postbox.letters
    return house.replies.find(house.replies.tokens[letter.key])


def test_a_link_stops_everything(house: House) -> None:
    for _ in range(2):
        stop_by_link(house.network, house.replies, awaited(house))
    (fact,) = stops(house)
    assert isinstance(fact, RemindersStopped)
    assert (fact.told_by, fact.contact_id) == (ToldBy.LINK, None)


def test_a_parent_who_was_written_to_stops_what_goes_to_them_alone(house: House) -> None:
    theirs = MOBILE.model_copy(update={"holder_id": UUID(int=0xA1), "reach": "+33639980005"})
    command = Command()
    told = ContactPointAdded(occurred_at=command.at, contact_id=UUID(int=0xC1), point=theirs)
    house.network.on_pathway(house.pathway_id, lambda _: told, command=command, by=INES)
    to_parent = tuple(
        replace(one, went_to=house.replies.token_of(theirs.reach)) for one in awaited(house)
    )
    for _ in range(2):
        stop_by_link(house.network, house.replies, to_parent)
    (fact,) = stops(house)
    assert isinstance(fact, RemindersStopped)
    assert fact.contact_id == told.contact_id
    assert not house.pathway().reminder_wishes.all_stopped
