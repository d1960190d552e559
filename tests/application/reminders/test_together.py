"""What falls together leaves as one message; each reminder has its own end."""

from dataclasses import replace
from uuid import UUID

import pytest

from application.appointments.cancel_appointment import CancelAppointment, cancel_appointment
from application.people.remove_contact_point import RemoveContactPoint, remove_contact_point
from application.reminders.ports import DueState, Taken
from application.reminders.postbox import Letter, TryLater, Unclear
from domain.pathway.appointments.words import AppointmentKind, ChangeReason, Meeting, Side
from domain.pathway.contacts import ContactKind, ContactPoint, RemovalReason
from domain.pathway.reminders import Channel, ReminderSent, ReminderSuppressed, SuppressionReason
from domain.reminders.rules import ReminderRule
from tests.application.reminders.house import INES, MOBILE, House, at
from tests.application.reminders.minors import a_minor_with_a_mother
from tests.application.reminders.test_send_reminder import THE_DAY_BEFORE, refusing
from tests.domain.reminders.packs import DAY_BEFORE
from tests.fakes.due_rows import DueRowsInMemory
from tests.fakes.postbox import Killed, PostboxInMemory

EMAIL = ContactPoint(kind=ContactKind.EMAIL, reach="awa@personne.example")
A_MINUTE_LATER = at(10, 1, days=-1)
LEASE_OVER = at(10, 5, days=-1)


@pytest.fixture
def house() -> House:
    return with_two(House())


def with_two(house: House) -> House:
    """One at two in the afternoon, and one at nine that was told later."""
    house.reached_at(MOBILE)
    house.book(at(14))
    house.book(at(9))
    house.plan()
    return house


def the_two(house: House) -> list[UUID]:
    return list(house.pathway().appointments.by_id)


def ruled_by(*rules: ReminderRule) -> House:
    house = House()
    pack = house.reminding.pack.model_copy(update={"rules": rules})
    house.reminding = replace(house.reminding, pack=pack)
    return house


def cancel(house: House, appointment_id: UUID) -> None:
    command = CancelAppointment(
        pathway_id=house.pathway_id,
        appointment_id=appointment_id,
        cancelled_by=Side.PERSON,
        reason=ChangeReason.UNWELL,
    )
    cancel_appointment(house.network, command, INES)


def sent(house: House) -> list[ReminderSent]:
    return [fact for fact in house.outcomes() if isinstance(fact, ReminderSent)]


def withheld(house: House) -> list[ReminderSuppressed]:
    return [fact for fact in house.outcomes() if isinstance(fact, ReminderSuppressed)]


def test_two_appointments_of_one_day_are_one_message(house: House) -> None:
    house.work(THE_DAY_BEFORE)
    (letter,) = house.postbox.letters
    assert letter.text.index("9h00") < letter.text.index("14h00")
    assert letter.text.count("Rappel") == letter.text.count("04 00 00 00 00") == 1


def test_each_has_its_own_outcome_and_says_in_which_message(house: House) -> None:
    house.work(THE_DAY_BEFORE)
    (letter,) = house.postbox.letters
    assert {fact.cause_id for fact in sent(house)} == set(the_two(house))
    assert {fact.letter_id for fact in sent(house)} == {letter.key}
    assert house.rows.counts()[DueState.SENT] == 2
    assert house.pathway().reminders.letters_on(at(9, days=-1).wall.date(), zone=at(9).zone) == 1


def test_two_at_the_same_time_are_said_once() -> None:
    house = House()
    house.reached_at(MOBILE)
    house.book(at(14))
    house.book(at(14))
    house.plan()
    house.work(THE_DAY_BEFORE)
    (letter,) = house.postbox.letters
    assert letter.text.count("14h00") == 1
    assert len(sent(house)) == 2


def test_what_is_no_longer_true_is_left_out(house: House) -> None:
    cancel(house, the_two(house)[1])
    house.work_through(THE_DAY_BEFORE)
    (letter,) = house.postbox.letters
    assert "9h00" not in letter.text
    assert [fact.reason for fact in withheld(house)] == [SuppressionReason.CANCELLED]
    assert not withheld(house)[0].perhaps_sent


def test_a_message_killed_after_it_left_leaves_once_and_says_the_same(house: House) -> None:
    house.postbox.after = refusing(Killed())
    with pytest.raises(Killed):
        house.work(THE_DAY_BEFORE)
    house.book(at(11))
    house.plan()
    house.postbox.after = lambda _: None
    handed = list[Letter]()
    house.postbox.before = handed.append
    house.work(LEASE_OVER)
    before, *_ = house.postbox.letters
    again = next(letter for letter in handed if letter.key == before.key)
    assert again == before
    assert {fact.cause_id for fact in sent(house)} >= set(the_two(house))
    assert len(house.postbox.letters) == len({fact.letter_id for fact in sent(house)}) == 2


def test_a_message_killed_between_its_end_and_its_rows_is_not_sent_again() -> None:
    rows = KilledOnTheWay()
    house = with_two(House(rows=rows, postbox=PostboxInMemory(knows_keys=False)))
    with pytest.raises(Killed):
        house.work(THE_DAY_BEFORE)
    rows.ends = 0
    house.work(LEASE_OVER)
    assert len(house.postbox.letters) == 1
    assert len(sent(house)) == 2
    assert house.rows.counts()[DueState.SENT] == 2


def test_what_a_letter_did_not_say_is_told_before_it_leaves() -> None:
    """Else it would be taken for said, once its ground is back: the gateway knows that letter."""
    house = ruled_by(DAY_BEFORE, by(Channel.TEXT))
    house.reached_at(MOBILE)
    house.book(at(14))
    house.plan()
    both = house.reminding
    without = both.pack.model_copy(update={"rules": (DAY_BEFORE,)})
    house.reminding = replace(both, pack=without)
    house.postbox.after = refusing(Killed())
    with pytest.raises(Killed):
        house.work_through(THE_DAY_BEFORE)
    house.reminding, house.postbox.after = both, lambda _: None
    house.work_through(LEASE_OVER)
    assert [fact.rule_id for fact in sent(house)] == [DAY_BEFORE.id]
    assert [fact.reason for fact in withheld(house)] == [SuppressionReason.RULE_ENDED]


class KilledOnTheWay(DueRowsInMemory):
    """One row is ended, the next is not."""

    ends = 2

    def finish(self, taken: Taken, state: DueState, *, reason: str | None = None) -> bool:
        self.ends -= 1
        if self.ends == 0:
            raise Killed
        return super().finish(taken, state, reason=reason)


def test_what_was_cancelled_after_an_unclear_attempt_may_have_been_said(house: House) -> None:
    house.postbox.after = refusing(Unclear("cut-while-sending"))
    house.work(THE_DAY_BEFORE)
    cancel(house, the_two(house)[1])
    house.postbox.after = lambda _: None
    handed = list[Letter]()
    house.postbox.before = handed.append
    house.work_through(A_MINUTE_LATER)
    (once,) = house.postbox.letters
    (again,) = handed
    assert again.key == once.key
    assert "9h00" not in again.text
    assert [fact.cause_id for fact in sent(house)] == the_two(house)[:1]
    assert [(fact.reason, fact.perhaps_sent) for fact in withheld(house)] == [
        (SuppressionReason.CANCELLED, True)
    ]


def test_what_is_refused_for_now_is_tried_again_whole(house: House) -> None:
    house.postbox.before = refusing(TryLater("gateway-unreachable"))
    house.work(THE_DAY_BEFORE)
    assert house.rows.counts()[DueState.WAITING] == 2
    house.postbox.before = lambda _: None
    house.work(A_MINUTE_LATER)
    assert len(house.postbox.letters) == 1
    assert len(sent(house)) == 2


def test_what_goes_another_way_leaves_in_a_message_of_its_own() -> None:
    house = ruled_by(DAY_BEFORE, by(Channel.EMAIL))
    house.reached_at(MOBILE, EMAIL)
    house.book(at(14))
    house.plan()
    house.work(THE_DAY_BEFORE)
    house.work(A_MINUTE_LATER)
    assert {letter.channel for letter in house.postbox.letters} == {Channel.TEXT, Channel.EMAIL}
    assert len({fact.letter_id for fact in sent(house)}) == 2


def test_after_an_unclear_attempt_the_others_go_on_under_the_same_key() -> None:
    house = ruled_by(by(Channel.TEXT), by(Channel.TEXT, Channel.EMAIL))
    house.reached_at(MOBILE, EMAIL)
    house.book(at(14))
    house.plan()
    house.postbox.after = refusing(Unclear("cut-while-sending"))
    house.work(THE_DAY_BEFORE)
    forget_the_mobile(house)
    handed = list[Letter]()
    house.postbox.before, house.postbox.after = handed.append, lambda _: None
    house.work_through(A_MINUTE_LATER)
    assert [letter.channel for letter in handed] == [Channel.EMAIL]
    assert {letter.key for letter in house.postbox.letters} == {handed[0].key}
    assert [fact.perhaps_sent for fact in withheld(house)] == [True]
    assert house.rows.counts()[DueState.TO_CALL] == house.rows.counts()[DueState.SENT] == 1


def test_what_may_have_left_with_others_is_not_sent_apart_from_them() -> None:
    """A minor's screening is not told where the rest now goes: to a parent."""
    house = House()
    house.reached_at(MOBILE)
    a_minor_with_a_mother(house)
    house.book(at(14), Meeting(kind=AppointmentKind.SCREENING, place="mairie", with_name="PASS"))
    house.book(at(9))
    house.plan()
    house.postbox.after = refusing(Unclear("cut-while-sending"))
    house.work(THE_DAY_BEFORE)
    forget_the_mobile(house)
    house.postbox.after = lambda _: None
    house.work_through(A_MINUTE_LATER)
    assert [fact.reason for fact in withheld(house)] == [SuppressionReason.NO_SAFE_CHANNEL]
    assert house.rows.counts()[DueState.TO_CALL] == house.rows.counts()[DueState.SENT] == 1


def by(*channels: Channel) -> ReminderRule:
    return DAY_BEFORE.model_copy(
        update={"id": f"day-before-{'-'.join(channels)}", "channels": channels}
    )


def forget_the_mobile(house: House) -> None:
    contact_id = next(iter(house.pathway().contacts.points))
    command = RemoveContactPoint(
        pathway_id=house.pathway_id, contact_id=contact_id, reason=RemovalReason.NO_LONGER_WORKS
    )
    remove_contact_point(house.network, command, INES)
