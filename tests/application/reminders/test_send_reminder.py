"""One reminder through its whole life, on fakes; the same on real servers is in tests/workers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from uuid import UUID, uuid4

import pytest

from application.appointments.cancel_appointment import CancelAppointment, cancel_appointment
from application.commands import Command
from application.people.report_death import ReportDeath, report_death
from application.refusals import EventUnreadable, StoreUnavailable
from application.reminders.attempt import MOST_TRIES, pause_after
from application.reminders.held import MOST_RENEWALS
from application.reminders.ports import DueState, Taken
from application.reminders.postbox import Letter, NotTried, TryLater, Unclear, Undeliverable
from application.reminders.reminder_status import reminder_status
from application.reminders.send_reminder import LEASE, send_reminder
from application.sharing.close_pathway import ClosePathway, close_pathway
from application.traces.trace import NOBODY, Look, Trace
from application.wishes.resume_reminders import ResumeReminders, resume_reminders
from application.wishes.stop_reminders import StopReminders, stop_reminders
from application.wishes.wish_fuller_texts import WishFullerTexts, wish_fuller_texts
from domain.data_classes import DataClass
from domain.kernel import DomainEvent
from domain.pathway.appointments.words import AppointmentKind, ChangeReason, Meeting, Side
from domain.pathway.contacts import ContactKind, ContactPoint
from domain.pathway.pace import SuspensionReason
from domain.pathway.reminder_wishes import ToldBy
from domain.pathway.reminders import (
    Channel,
    ReminderFailed,
    ReminderSent,
    ReminderSuppressed,
    SuppressionReason,
)
from domain.pathway.sharing.words import ClosingReason
from domain.reminders.rules import MessageType
from tests.application.reminders.house import (
    AT_THE_PASS,
    INES,
    MOBILE,
    House,
    a_wednesday,
    at,
)
from tests.domain.pathway.people import RELAIS
from tests.domain.reminders.packs import DAY_BEFORE
from tests.fakes.due_rows import DueRowsInMemory
from tests.fakes.event_log import EventLogInMemory
from tests.fakes.postbox import Killed, PostboxInMemory
from tests.fakes.replies import BASE
from tests.fakes.traces import TracesInMemory

THE_DAY_BEFORE = at(10, days=-1)
EMAIL = ContactPoint(kind=ContactKind.EMAIL, reach="awa@personne.example", language="en")


@pytest.fixture
def house() -> House:
    house = House()
    house.reached_at(MOBILE)
    return house


def booked(house: House) -> House:
    house.book(at(14))
    house.plan()
    return house


def suppressed(house: House) -> list[SuppressionReason]:
    return [fact.reason for fact in house.outcomes() if isinstance(fact, ReminderSuppressed)]


def refusing(refusal: BaseException) -> Callable[[Letter], None]:
    def refuse(_: Letter) -> None:
        raise refusal

    return refuse


def test_the_person_is_reminded_once_at_the_right_time(house: House) -> None:
    booked(house)
    assert house.work(at(9, 59, days=-1)) == []
    assert house.work(THE_DAY_BEFORE) == [DueState.SENT]
    assert house.work(at(13)) == []
    (letter,) = house.postbox.letters
    assert (letter.channel, letter.to) == (Channel.TEXT, MOBILE.reach)
    day = a_wednesday().day
    assert letter.text.startswith(f"Rappel : rendez-vous mercredi {day}")
    said, _, link = letter.text.partition(" Répondre : ")
    assert said.endswith("à 14h00. Un souci ? Appelez le 04 00 00 00 00.")
    (awaited,) = house.replies.find(link.removeprefix(BASE))
    assert (awaited.due_id, awaited.language) == (letter.key, MOBILE.language)
    assert awaited.until == at(14, days=1).instant


def test_opening_a_contact_point_is_traced_before_the_letter_goes(house: House) -> None:
    seen = list[Trace]()
    house.postbox.before = lambda _: seen.extend(house.traces.kept)
    booked(house).work(THE_DAY_BEFORE)
    (trace,) = seen
    assert (trace.look, trace.member_id) == (Look.REMINDER, NOBODY)
    assert (trace.pathway_id, trace.organisation_id) == (house.pathway_id, RELAIS)


def test_a_contact_point_that_cannot_be_traced_is_not_opened(house: House) -> None:
    booked(house)
    house.traces.broken = True
    with pytest.raises(StoreUnavailable):
        house.work(THE_DAY_BEFORE)
    assert house.postbox.letters == []
    assert house.outcomes() == []


def test_what_was_sent_stands_on_the_pathway(house: House) -> None:
    booked(house).work(THE_DAY_BEFORE)
    (fact,) = house.outcomes()
    assert isinstance(fact, ReminderSent)
    assert (fact.cause_id, fact.occurrence) == (house.appointment_id, 3)
    assert (fact.rule_id, fact.channel) == ("day-before", Channel.TEXT)
    assert not fact.perhaps_twice
    assert fact.data_class is DataClass.SOCIAL


def test_a_reminder_is_as_sensitive_as_what_it_recalls(house: House) -> None:
    meeting = Meeting(kind=AppointmentKind.SCREENING, place="mairie", with_name="laboratoire")
    house.book(at(14), meeting)
    house.plan()
    house.work(THE_DAY_BEFORE)
    assert [fact.data_class for fact in house.outcomes()] == [DataClass.SCREENING]


@pytest.mark.parametrize(
    ("place", "neutral", "wished", "said"),
    [
        ("12 rue du Pont", True, False, True),
        ("12 rue du Pont", False, False, False),
        ("CSAPA, 12 rue du Pont", True, False, False),  # its author was wrong
        ("CSAPA, 12 rue du Pont", False, True, True),  # the person asked for it
    ],
)
def test_a_place_is_said_where_it_is_neutral_or_wished_for(
    house: House, place: str, *, neutral: bool, wished: bool, said: bool
) -> None:
    meeting = AT_THE_PASS.model_copy(update={"place": place, "place_is_neutral": neutral})
    house.book(at(14), meeting)
    if wished:
        wish = WishFullerTexts(pathway_id=house.pathway_id)
        wish_fuller_texts(house.network, wish, INES)
    house.plan()
    house.work(THE_DAY_BEFORE)
    (letter,) = house.postbox.letters
    assert (f" Lieu : {place}. " in letter.text) is said
    assert (place in letter.text) is said


@pytest.mark.parametrize("kind", AppointmentKind)
def test_a_letter_never_says_what_the_appointment_is(house: House, kind: AppointmentKind) -> None:
    meeting = Meeting(kind=kind, place="Unité Montagne", with_name="Docteur Invention")
    house.book(at(14), meeting)
    house.plan()
    house.work(THE_DAY_BEFORE)
    (letter,) = house.postbox.letters
    said = f"{letter.subject} {letter.text}".casefold()
    for word in ("awa", "montagne", "invention", "pass", kind.value.replace("_", " ")):
        assert word not in said


def test_moved_there_and_back_gives_one_reminder(house: House) -> None:
    house.book(at(14))
    house.plan()
    house.move(at(14, days=1))
    house.plan()
    house.move(at(14))
    house.plan()
    house.work_through(THE_DAY_BEFORE)
    assert house.work(at(10)) == [DueState.SUPPRESSED]
    assert house.rows.counts()[DueState.SENT] == 1
    assert len(house.postbox.letters) == 1
    assert suppressed(house) == [SuppressionReason.MOVED] * 2


def test_a_person_without_a_channel_is_to_be_called() -> None:
    house = booked(House())
    assert house.work(THE_DAY_BEFORE) == [DueState.TO_CALL]
    assert suppressed(house) == [SuppressionReason.NO_SAFE_CHANNEL]


def test_nothing_goes_to_an_unsafe_contact_point() -> None:
    house = booked(House())
    house.reached_at(MOBILE.model_copy(update={"safe": False}), EMAIL)
    house.work(THE_DAY_BEFORE)
    (letter,) = house.postbox.letters
    assert (letter.channel, letter.to) == (Channel.EMAIL, EMAIL.reach)
    assert letter.text.startswith("Reminder: appointment on Wednesday")


def test_what_is_stopped_at_one_contact_point_leaves_by_another(house: House) -> None:
    stopped_there(house)
    house.reached_at(EMAIL)
    booked(house).work(THE_DAY_BEFORE)
    assert [letter.to for letter in house.postbox.letters] == [EMAIL.reach]


def test_what_resumes_leaves_again(house: House) -> None:
    stopped(house)
    resume_reminders(house.network, ResumeReminders(pathway_id=house.pathway_id), INES)
    assert booked(house).work(THE_DAY_BEFORE) == [DueState.SENT]


def test_the_number_told_last_is_used(house: House) -> None:
    newer = MOBILE.model_copy(update={"reach": "+33639980002"})
    house.reached_at(newer)
    booked(house).work(THE_DAY_BEFORE)
    assert [letter.to for letter in house.postbox.letters] == [newer.reach]


def test_a_channel_that_nothing_carries_is_not_chosen() -> None:
    house = booked(House(postbox=PostboxInMemory(channels=frozenset({Channel.EMAIL}))))
    house.reached_at(MOBILE, EMAIL)
    house.work(THE_DAY_BEFORE)
    assert [letter.channel for letter in house.postbox.letters] == [Channel.EMAIL]


def cancelled(house: House) -> None:
    command = CancelAppointment(
        pathway_id=house.pathway_id,
        appointment_id=house.appointment_id,
        cancelled_by=Side.PERSON,
        reason=ChangeReason.UNWELL,
    )
    cancel_appointment(house.network, command, INES)


def deceased(house: House) -> None:
    report_death(house.network, ReportDeath(pathway_id=house.pathway_id), INES)


def closed(house: House) -> None:
    command = ClosePathway(pathway_id=house.pathway_id, reason=ClosingReason.MOVED)
    close_pathway(house.network, command, INES)


def contact_suspended(house: House) -> None:
    command = Command()
    house.network.on_pathway(
        house.pathway_id,
        lambda pathway: pathway.pace.suspend(
            reason=SuspensionReason.OVERWHELMED, until=None, at=command.at
        ),
        command=command,
        by=INES,
    )


def stopped(house: House) -> None:
    command = StopReminders(pathway_id=house.pathway_id, told_by=ToldBy.PHONE)
    stop_reminders(house.network, command, INES)


def stopped_there(house: House) -> None:
    (contact_id,) = house.pathway().contacts.points
    command = StopReminders(
        pathway_id=house.pathway_id, told_by=ToldBy.REPLY, contact_id=contact_id
    )
    stop_reminders(house.network, command, INES)


def moved(house: House) -> None:
    house.move(at(9, days=3))


MEANWHILE = {
    cancelled: SuppressionReason.CANCELLED,
    deceased: SuppressionReason.DECEASED,
    closed: SuppressionReason.PATHWAY_CLOSED,
    contact_suspended: SuppressionReason.CONTACT_SUSPENDED,
    stopped: SuppressionReason.STOPPED,
    stopped_there: SuppressionReason.STOPPED,
    moved: SuppressionReason.MOVED,
}


@pytest.mark.parametrize(
    ("meanwhile", "reason"), MEANWHILE.items(), ids=lambda one: getattr(one, "__name__", one)
)
def test_what_changed_meanwhile_holds_it_back(
    house: House, meanwhile: Callable[[House], None], reason: SuppressionReason
) -> None:
    booked(house)
    meanwhile(house)
    assert house.work(THE_DAY_BEFORE) == [DueState.SUPPRESSED]
    assert suppressed(house) == [reason]
    assert house.postbox.letters == []


@pytest.mark.parametrize("meanwhile", MEANWHILE, ids=lambda one: one.__name__)
def test_what_is_withdrawn_between_the_reading_and_the_sending_holds_it_back(
    meanwhile: Callable[[House], None],
) -> None:
    house = House(log=MovesAsItIsRead())
    house.reached_at(MOBILE)
    booked(house)
    assert isinstance(house.log, MovesAsItIsRead)
    house.log.then = lambda: meanwhile(house)
    assert house.work(THE_DAY_BEFORE) == [DueState.WAITING]
    assert house.work(at(10, 1, days=-1)) == [DueState.SUPPRESSED]
    assert house.postbox.letters == []


class MovesAsItIsRead(EventLogInMemory):
    """Something happens to the pathway just after the worker read it."""

    def __init__(self) -> None:
        super().__init__()
        self.then: Callable[[], None] | None = None

    def heads(self, stream_ids: Iterable[UUID]) -> Mapping[UUID, int]:
        if then := self.then:
            self.then = None
            then()
        return super().heads(stream_ids)


def test_a_rule_that_ended_sends_nothing(house: House) -> None:
    booked(house)
    without = house.reminding.pack.model_copy(update={"rules": ()})
    house.reminding = replace(house.reminding, pack=without)
    assert house.work(THE_DAY_BEFORE) == [DueState.SUPPRESSED]
    assert suppressed(house) == [SuppressionReason.RULE_ENDED]


def test_what_is_late_waits_for_the_morning(house: House) -> None:
    booked(house)
    assert house.work(at(21, days=-1)) == [DueState.WAITING]
    assert house.work(at(7, 59)) == []
    assert house.work(at(8)) == [DueState.SENT]


def test_nothing_is_recalled_after_it_began(house: House) -> None:
    booked(house)
    assert house.work(at(14)) == [DueState.SUPPRESSED]
    assert suppressed(house) == [SuppressionReason.TOO_LATE]


def test_a_worker_killed_twice_after_sending_sends_once(house: House) -> None:
    booked(house)
    house.postbox.after = refusing(Killed())
    for minute in (0, 5):
        with pytest.raises(Killed):
            house.work(at(10, minute, days=-1))
    house.postbox.after = lambda _: None
    assert house.work(at(10, 10, days=-1)) == [DueState.SENT]
    assert len(house.postbox.letters) == 1
    assert len(house.outcomes()) == 1


def test_a_postbox_that_forgets_keys_leaves_a_doubt_that_is_said() -> None:
    house = House(postbox=PostboxInMemory(knows_keys=False))
    house.reached_at(MOBILE)
    booked(house)
    house.postbox.after = refusing(Killed())
    with pytest.raises(Killed):
        house.work(THE_DAY_BEFORE)
    house.postbox.after = lambda _: None
    assert house.work(at(10, 5, days=-1)) == [DueState.SENT]
    assert len(house.postbox.letters) == 2
    (fact,) = house.outcomes()
    assert isinstance(fact, ReminderSent)
    assert fact.perhaps_twice


def test_a_worker_killed_after_recording_sends_nothing_more() -> None:
    rows = KilledBeforeTheEnd()
    house = House(rows=rows, postbox=PostboxInMemory(knows_keys=False))
    house.reached_at(MOBILE)
    booked(house)
    with pytest.raises(Killed):
        house.work(THE_DAY_BEFORE)
    rows.kills = False
    assert house.work(at(10, 5, days=-1)) == [DueState.SENT]
    assert len(house.postbox.letters) == 1
    assert len(house.outcomes()) == 1


class KilledBeforeTheEnd(DueRowsInMemory):
    kills = True

    def finish(self, taken: Taken, state: DueState, *, reason: str | None = None) -> bool:
        if self.kills:
            raise Killed
        return super().finish(taken, state, reason=reason)


def test_a_worker_that_slept_past_its_lease_changes_nothing(house: House) -> None:
    booked(house)

    def sleeps(_: Letter) -> None:
        house.postbox.after = lambda _: None
        assert house.work(at(10, 5, days=-1)) == [DueState.SENT]

    house.postbox.after = sleeps
    house.work(THE_DAY_BEFORE)
    assert len(house.postbox.letters) == 1
    assert len(house.outcomes()) == 1
    assert house.rows.counts()[DueState.SENT] == 1


class PausedAfterTracing(TracesInMemory):
    """A worker stops between what it reads and what it sends; others go on."""

    then: Callable[[], None] = staticmethod(lambda: None)

    def write(self, *looks: Trace) -> None:
        super().write(*looks)
        then, self.then = self.then, lambda: None
        then()


@pytest.mark.parametrize("knows_keys", [True, False])
def test_a_worker_paused_past_its_lease_neither_sends_nor_records(*, knows_keys: bool) -> None:
    traces, others = PausedAfterTracing(), list[DueState]()
    house = House(traces=traces, postbox=PostboxInMemory(knows_keys=knows_keys))
    house.reached_at(MOBILE)
    booked(house)
    traces.then = lambda: others.extend(house.work(at(10, 5, days=-1)))
    assert house.work(THE_DAY_BEFORE) == []
    assert others == [DueState.SENT]
    assert (len(house.postbox.letters), len(house.outcomes())) == (1, 1)


def test_who_lost_the_row_while_sending_says_that_it_may_leave_twice() -> None:
    house = House(postbox=PostboxInMemory(knows_keys=False))
    house.reached_at(MOBILE)
    booked(house)

    def paused(_: Letter) -> None:
        house.postbox.after = lambda _: None
        house.rows.move_to(at(10, 5, days=-1).instant)

    house.postbox.after = paused
    assert house.work(THE_DAY_BEFORE) == [DueState.SENT]
    assert house.work(at(10, 5, days=-1)) == []
    (fact,) = house.outcomes()
    assert isinstance(fact, ReminderSent)
    assert (len(house.postbox.letters), fact.perhaps_twice) == (1, True)


def test_while_a_worker_works_its_lease_goes_on(house: House) -> None:
    booked(house)

    def slow(_: Letter) -> None:
        for second in range(0, 60, 6):
            house.rows.move_to(THE_DAY_BEFORE.instant + timedelta(seconds=second))
            assert house.reminding.held.renew(house.rows, lease=LEASE) == 1
            assert house.rows.late() == 0

    house.postbox.before = slow
    assert house.work(THE_DAY_BEFORE) == [DueState.SENT]
    assert house.reminding.held.renew(house.rows, lease=LEASE) == 0


def test_a_worker_that_never_comes_back_is_given_up(house: House) -> None:
    booked(house)

    def hangs(_: Letter) -> None:
        house.postbox.before = lambda _: None
        renewed = [house.reminding.held.renew(house.rows, lease=LEASE) for _ in range(62)]
        assert renewed == [1] * MOST_RENEWALS + [0, 0]

    house.postbox.before = hangs
    assert house.work(THE_DAY_BEFORE) == [DueState.SENT]


def test_what_is_refused_for_now_is_tried_again(house: House) -> None:
    booked(house)
    house.postbox.before = refusing(TryLater("gateway-unreachable"))
    assert house.work(THE_DAY_BEFORE) == [DueState.WAITING]
    assert house.work(THE_DAY_BEFORE) == []
    house.postbox.before = lambda _: None
    assert house.work(at(10, 1, days=-1)) == [DueState.SENT]
    assert len(house.outcomes()) == 1


def test_what_is_refused_too_often_is_given_up_and_said(house: House) -> None:
    booked(house)
    house.postbox.before = refusing(TryLater("gateway-unreachable"))
    states = [house.work(at(10 + hour, days=-1)) for hour in range(MOST_TRIES)]
    assert states == [[DueState.WAITING]] * (MOST_TRIES - 1) + [[DueState.DEAD]]
    (fact,) = house.outcomes()
    assert isinstance(fact, ReminderFailed)
    assert (fact.reason, fact.channel) == ("gateway-unreachable", Channel.TEXT)


def test_what_was_refused_until_it_is_too_late_failed(house: House) -> None:
    booked(house)
    house.postbox.before = refusing(TryLater("gateway-unreachable"))
    assert house.work(THE_DAY_BEFORE) == [DueState.WAITING]
    assert house.work(at(14, 30)) == [DueState.DEAD]
    assert [type(fact) for fact in house.outcomes()] == [ReminderFailed]


def test_what_would_be_tried_again_too_late_is_given_up(house: House) -> None:
    booked(house)
    house.postbox.before = refusing(TryLater("gateway-unreachable"))
    assert house.work(at(13, 59)) == [DueState.DEAD]


def test_what_is_refused_in_the_evening_is_tried_in_the_morning(house: House) -> None:
    booked(house)
    house.postbox.before = refusing(TryLater("gateway-unreachable"))
    assert house.work(at(19, 59, days=-1)) == [DueState.WAITING]
    assert house.work(at(20, 30, days=-1)) == []
    house.postbox.before = lambda _: None
    assert house.work(at(8)) == [DueState.SENT]


def test_what_is_refused_for_good_is_said_at_once(house: House) -> None:
    booked(house)
    house.postbox.before = refusing(Undeliverable("recipient-refused"))
    assert house.work(THE_DAY_BEFORE) == [DueState.DEAD]
    (fact,) = house.outcomes()
    assert isinstance(fact, ReminderFailed)
    assert fact.reason == "recipient-refused"


def text_refused(letter: Letter) -> None:
    if letter.channel is Channel.TEXT:
        raise Undeliverable("number-invalid")


def test_a_number_that_reaches_nobody_gives_way_to_the_address(house: House) -> None:
    house.reached_at(EMAIL)
    booked(house)
    house.postbox.before = text_refused
    assert house.work(THE_DAY_BEFORE) == [DueState.WAITING]
    assert house.work(THE_DAY_BEFORE) == [DueState.SENT]
    failed, sent = house.outcomes()
    assert isinstance(failed, ReminderFailed)
    assert (failed.channel, failed.reason, failed.goes_on) == (Channel.TEXT, "number-invalid", True)
    assert isinstance(sent, ReminderSent)
    assert sent.channel is Channel.EMAIL
    assert [letter.channel for letter in house.postbox.letters] == [Channel.EMAIL]


def test_each_pause_is_drawn_below_the_longest(house: House) -> None:
    house.reminding = replace(house.reminding, draw=Random(7).random)
    booked(house)
    house.postbox.before = refusing(TryLater("gateway-unreachable"))
    assert house.work(THE_DAY_BEFORE) == [DueState.WAITING]
    (kept,) = house.rows.kept.values()
    assert kept.look_at == THE_DAY_BEFORE.instant + Random(7).random() * pause_after(1)


def test_a_gateway_that_asks_for_a_pause_is_given_it(house: House) -> None:
    booked(house)
    house.postbox.before = refusing(TryLater("gateway-busy", after=timedelta(hours=2)))
    assert house.work(THE_DAY_BEFORE) == [DueState.WAITING]
    (kept,) = house.rows.kept.values()
    assert kept.look_at == THE_DAY_BEFORE.instant + timedelta(hours=2)


def test_a_gateway_left_alone_costs_no_try(house: House) -> None:
    booked(house)
    house.postbox.before = refusing(NotTried("gateway-resting", after=timedelta(seconds=15)))
    for minute in range(2 * MOST_TRIES):
        assert house.work(at(10, minute, days=-1)) == [DueState.WAITING]
    house.postbox.before = lambda _: None
    assert house.work(at(11, days=-1)) == [DueState.SENT]


def test_a_gateway_left_alone_until_it_is_too_late_failed(house: House) -> None:
    booked(house)
    house.postbox.before = refusing(NotTried("gateway-resting", after=timedelta(minutes=5)))
    assert house.work(at(13, 40)) == [DueState.WAITING]
    assert house.work(at(13, 55)) == [DueState.DEAD]
    (fact,) = house.outcomes()
    assert isinstance(fact, ReminderFailed)
    assert fact.reason == "gateway-resting"


def test_what_nobody_knows_is_sent_again(house: House) -> None:
    booked(house)
    house.postbox.after = refusing(Unclear("cut-while-sending"))
    assert house.work(THE_DAY_BEFORE) == [DueState.WAITING]
    house.postbox.after = lambda _: None
    assert house.work(at(10, 1, days=-1)) == [DueState.SENT]
    assert len(house.postbox.letters) == 1


def test_what_is_sent_once_at_most_is_left_to_a_human(house: House) -> None:
    once = DAY_BEFORE.model_copy(update={"message_type": MessageType.AT_MOST_ONCE})
    pack = house.reminding.pack.model_copy(update={"rules": (once,)})
    house.reminding = replace(house.reminding, pack=pack)
    booked(house)
    house.postbox.after = refusing(Unclear("cut-while-sending"))
    assert house.work(THE_DAY_BEFORE) == [DueState.UNCERTAIN]
    assert house.work(at(13)) == []


def test_what_kills_its_workers_is_given_up_and_said(house: House) -> None:
    booked(house)
    house.postbox.before = refusing(Killed())
    for minute in range(MOST_TRIES):
        with pytest.raises(Killed):
            house.work(at(10, 5 * minute, days=-1))
    assert house.work(at(11, days=-1)) == [DueState.DEAD]
    (fact,) = house.outcomes()
    assert isinstance(fact, ReminderFailed)
    assert fact.perhaps_sent


def test_what_is_given_up_while_nobody_knows_whether_it_left_says_so(house: House) -> None:
    booked(house)
    house.postbox.after = refusing(Unclear("cut-while-sending"))
    for hour in range(MOST_TRIES):
        house.work(at(10 + hour, days=-1))
    (fact,) = house.outcomes()
    assert isinstance(fact, ReminderFailed)
    assert (len(house.postbox.letters), fact.perhaps_sent) == (1, True)


class DoesNotOpen(EventLogInMemory):
    opens = True

    def stream(self, stream_id: UUID, *, until: datetime | None = None) -> list[DomainEvent]:
        if not self.opens:
            raise EventUnreadable(stream_id=stream_id, version=1, position=1)
        return super().stream(stream_id, until=until)


def test_a_pathway_that_does_not_open_is_left_for_a_while() -> None:
    log = DoesNotOpen()
    house = House(log=log)
    house.reached_at(MOBILE)
    booked(house)
    log.opens = False
    assert house.work(THE_DAY_BEFORE) == [DueState.WAITING]
    log.opens = True
    assert house.work(at(10, 1, days=-1)) == [DueState.SENT]


def test_a_pathway_that_never_opens_is_given_up() -> None:
    log = DoesNotOpen()
    house = House(log=log)
    booked(house)
    log.opens = False
    states = [house.work(at(10 + hour, days=-1)) for hour in range(MOST_TRIES)]
    assert states[-1] == [DueState.DEAD]


def test_an_erased_pathway_leaves_nothing_to_record(house: House) -> None:
    booked(house)
    house.log.events.clear()
    assert house.work(THE_DAY_BEFORE) == [DueState.SUPPRESSED]
    assert house.outcomes() == []


def test_an_id_that_nobody_planned_is_dropped(house: House) -> None:
    assert send_reminder(house.reminding, uuid4()) is None


def test_a_queue_that_fails_loses_nothing(house: House) -> None:
    booked(house)
    house.queue.down = True
    with pytest.raises(ConnectionError):
        house.work(THE_DAY_BEFORE)
    house.queue.down = False
    assert house.work(at(10, 1, days=-1)) == [DueState.SENT]


def test_a_full_queue_is_left_alone(house: House) -> None:
    booked(house)
    house.queue.full = True
    assert house.work(THE_DAY_BEFORE) == []
    assert house.rows.counts()[DueState.WAITING] == 1


def test_the_status_says_what_waits_and_what_is_late(house: House) -> None:
    house.book(at(14))
    before = reminder_status(house.log, house.rows)
    assert (before.behind, before.late) == (3, 0)
    house.plan()
    house.rows.move_to(THE_DAY_BEFORE.instant)
    after = reminder_status(house.log, house.rows)
    assert (after.behind, after.late) == (0, 1)
    assert after.rows[DueState.WAITING] == 1


def test_pauses_grow_up_to_an_hour() -> None:
    minutes = [pause_after(tries).total_seconds() / 60 for tries in range(1, 9)]
    assert minutes == [1, 2, 4, 8, 16, 32, 60, 60]
