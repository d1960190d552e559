from collections.abc import Callable, Sequence
from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import (
    Channel,
    Outcome,
    Reminder,
    ReminderAlreadyRecorded,
    ReminderAlreadySent,
    ReminderDelivered,
    ReminderFailed,
    ReminderRetried,
    ReminderSent,
    ReminderSuppressed,
    SuppressionReason,
)
from domain.reminders.due import due_id
from domain.reminders.triggers import Trigger
from tests.domain.pathway.people import APPOINTMENT, MARCH_5, opened
from tests.domain.scenario import given, known


def the_reminder(data_class: DataClass = DataClass.HEALTH, occurrence: int = 2) -> Reminder:
    return Reminder(
        due_id=due_id(cause_id=APPOINTMENT, occurrence=occurrence, rule_id="day-before"),
        cause=Trigger.APPOINTMENT,
        cause_id=APPOINTMENT,
        occurrence=occurrence,
        rule_id="day-before",
        data_class=data_class,
    )


REMINDER = the_reminder()
ABOUT = REMINDER.model_dump()
LETTER = UUID("cccccccc-0000-4000-8000-00000000000a")
SENT = ReminderSent(occurred_at=MARCH_5, channel=Channel.TEXT, letter_id=LETTER, **ABOUT)
DELIVERED = ReminderDelivered(occurred_at=MARCH_5, channel=Channel.TEXT, **ABOUT)
SUPPRESSED = ReminderSuppressed(occurred_at=MARCH_5, reason=SuppressionReason.MOVED, **ABOUT)
FAILED = ReminderFailed(occurred_at=MARCH_5, channel=Channel.EMAIL, reason="bounced", **ABOUT)

Decision = Callable[[Pathway], Fact | Sequence[Fact]]


def record_sent(*reminders: Reminder, perhaps_twice: bool = False) -> Decision:
    return lambda pathway: pathway.reminders.record_sent(
        reminders=reminders or (REMINDER,),
        channel=Channel.TEXT,
        letter_id=LETTER,
        at=MARCH_5,
        perhaps_twice=perhaps_twice,
    )


def record_suppressed(reminder: Reminder = REMINDER) -> Decision:
    return lambda pathway: pathway.reminders.record_suppressed(
        reminder=reminder, reason=SuppressionReason.MOVED, at=MARCH_5
    )


def record_failed(reminder: Reminder = REMINDER) -> Decision:
    return lambda pathway: pathway.reminders.record_failed(
        reminder=reminder, channel=Channel.EMAIL, reason="bounced", at=MARCH_5
    )


@pytest.mark.parametrize(
    ("decide", "fact"),
    [(record_sent(), SENT), (record_suppressed(), SUPPRESSED), (record_failed(), FAILED)],
)
def test_what_became_of_a_reminder_is_recorded_with_the_class_of_its_cause(
    decide: Decision, fact: Fact
) -> None:
    given(opened()).when(decide).then(fact)
    assert fact.data_class is DataClass.HEALTH


@pytest.mark.parametrize("outcome", [SENT, SUPPRESSED, FAILED])
def test_what_became_of_a_reminder_is_recorded_once(outcome: Fact) -> None:
    for decide in (record_suppressed(), record_failed()):
        given(opened(), outcome).when(decide).then_refused(ReminderAlreadyRecorded)


@pytest.mark.parametrize("outcome", [SENT, DELIVERED, FAILED])
def test_that_it_left_is_recorded_once(outcome: Fact) -> None:
    given(opened(), outcome).when(record_sent()).then_refused(ReminderAlreadyRecorded)


def test_that_it_left_is_told_though_another_worker_held_it_back() -> None:
    given(opened(), SUPPRESSED).when(record_sent()).then(SENT)


@pytest.mark.parametrize("outcome", [SENT, DELIVERED])
def test_that_it_may_have_left_twice_is_told_after_that_it_left_and_once(outcome: Fact) -> None:
    twice = record_sent(perhaps_twice=True)
    doubt = SENT.model_copy(update={"perhaps_twice": True})
    given(opened(), outcome).when(twice).then(doubt)
    given(opened(), outcome, doubt).when(twice).then_refused(ReminderAlreadyRecorded)


def test_a_doubt_does_not_undo_that_it_arrived() -> None:
    doubt = SENT.model_copy(update={"perhaps_twice": True})
    pathway = known(opened(), SENT, DELIVERED, doubt)
    assert pathway.reminders.outcomes[SENT.due_id] is Outcome.DELIVERED


def test_another_occurrence_is_another_reminder() -> None:
    moved_there_and_back = the_reminder(occurrence=4)
    given(opened(), SENT).when(record_sent(moved_there_and_back)).then(
        ReminderSent(
            occurred_at=MARCH_5,
            channel=Channel.TEXT,
            letter_id=LETTER,
            **moved_there_and_back.model_dump(),
        )
    )


def test_a_reminder_is_never_less_than_social() -> None:
    reminder = the_reminder(DataClass.IDENTITY)
    (sent,) = known(opened()).reminders.record_sent(
        reminders=[reminder], channel=Channel.TEXT, letter_id=LETTER, at=MARCH_5
    )
    assert sent.data_class is DataClass.SOCIAL


def test_what_leaves_as_one_message_is_recorded_of_each_and_counts_once() -> None:
    other = the_reminder(occurrence=5)
    both = known(opened()).reminders.record_sent(
        reminders=[REMINDER, other], channel=Channel.TEXT, letter_id=LETTER, at=MARCH_5
    )
    assert [fact.due_id for fact in both] == [REMINDER.due_id, other.due_id]
    assert known(opened(), *both).reminders.letters_on(MARCH_5.date(), zone="Europe/Paris") == 1
    given(opened(), SENT).when(record_sent(REMINDER, other)).then(both[1])


@pytest.mark.parametrize(
    ("zone", "on"),
    [
        ("Europe/Paris", "2026-03-05"),
        ("Pacific/Noumea", "2026-03-06"),
        ("Pacific/Tahiti", "2026-03-05"),
    ],
)
def test_messages_count_on_the_day_of_the_person(zone: str, on: str) -> None:
    late = MARCH_5.replace(hour=20)
    sent = known(opened(), SENT.model_copy(update={"occurred_at": late})).reminders
    assert sent.letters_on(date.fromisoformat(on), zone=zone) == 1
    assert sent.letters_on(date.fromisoformat(on) + timedelta(days=1), zone=zone) == 0


def test_what_became_of_each_reminder_is_known() -> None:
    assert known(opened(), SENT).reminders.outcomes == {REMINDER.due_id: Outcome.SENT}
    assert known(opened(), SUPPRESSED).reminders.outcomes == {REMINDER.due_id: Outcome.SUPPRESSED}
    assert known(opened(), FAILED).reminders.outcomes == {REMINDER.due_id: Outcome.FAILED}


RETRIED = ReminderRetried(occurred_at=MARCH_5, reason="gateway-mended", **ABOUT)


def retry(pathway: Pathway) -> ReminderRetried:
    return pathway.reminders.retry(reminder=REMINDER, reason="gateway-mended", at=MARCH_5)


@pytest.mark.parametrize("before", [[], [SUPPRESSED], [FAILED], [FAILED, RETRIED, FAILED]])
def test_what_did_not_leave_is_tried_again_by_hand(before: list[Fact]) -> None:
    given(opened(), *before).when(retry).then(RETRIED)


def test_what_left_is_not_tried_again() -> None:
    given(opened(), SENT).when(retry).then_refused(ReminderAlreadySent)
    given(opened(), SENT, DELIVERED).when(retry).then_refused(ReminderAlreadySent)


def test_tried_again_what_becomes_of_it_is_open() -> None:
    given(opened(), FAILED, RETRIED).when(record_sent()).then(SENT)
    assert known(opened(), FAILED, RETRIED).reminders.outcomes == {}
    assert known(opened(), FAILED, RETRIED, RETRIED).reminders.retried == {REMINDER.due_id: 2}


BY_MAIL = ReminderSent(occurred_at=MARCH_5, channel=Channel.EMAIL, **ABOUT)
RETURNED = ReminderFailed(
    occurred_at=MARCH_5, channel=Channel.TEXT, reason="expired", goes_on=True, **ABOUT
)
NEVER_SENT = ReminderFailed(occurred_at=MARCH_5, channel=None, reason="cut", **ABOUT)


def report_delivered(pathway: Pathway) -> list[ReminderSent | ReminderDelivered]:
    return pathway.reminders.report_delivered(
        reminder=REMINDER, channel=Channel.TEXT, letter_id=LETTER, at=MARCH_5
    )


def report_failed(pathway: Pathway) -> ReminderFailed:
    return pathway.reminders.report_failed(
        reminder=REMINDER, channel=Channel.TEXT, reason="expired", at=MARCH_5
    )


def test_what_left_arrives_or_is_returned() -> None:
    given(opened(), SENT).when(report_delivered).then(DELIVERED)
    given(opened(), SENT).when(report_failed).then(RETURNED)


@pytest.mark.parametrize("before", [[], [SUPPRESSED]])
def test_what_arrived_did_leave_even_where_nobody_had_recorded_it(before: list[Fact]) -> None:
    given(opened(), *before).when(report_delivered).then(SENT, DELIVERED)


def test_what_is_returned_before_it_was_recorded_has_failed() -> None:
    given(opened()).when(report_failed).then(RETURNED)


@pytest.mark.parametrize("before", [[SENT, RETURNED], [RETURNED], [NEVER_SENT]])
def test_a_report_that_it_arrived_is_believed_after_one_that_it_did_not(
    before: list[Fact],
) -> None:
    given(opened(), *before).when(report_delivered).then(DELIVERED)


@pytest.mark.parametrize(
    "before", [[SENT, DELIVERED], [SENT, RETURNED], [SUPPRESSED], [FAILED], [NEVER_SENT]]
)
def test_a_report_of_failure_undoes_nothing(before: list[Fact]) -> None:
    given(opened(), *before).when(report_failed).then_refused(ReminderAlreadyRecorded)


@pytest.mark.parametrize("before", [[SENT, DELIVERED], [FAILED], [BY_MAIL]])
def test_a_report_counts_once_and_for_its_own_way_only(before: list[Fact]) -> None:
    given(opened(), *before).when(report_delivered).then_refused(ReminderAlreadyRecorded)


def test_what_arrived_is_known_as_such() -> None:
    assert known(opened(), SENT, DELIVERED).reminders.outcomes == {
        REMINDER.due_id: Outcome.DELIVERED
    }


def test_what_came_back_is_open_for_another_way_only() -> None:
    given(opened(), SENT, RETURNED).when(record_sent()).then_refused(ReminderAlreadyRecorded)
    given(opened(), SENT, RETURNED).when(
        lambda pathway: pathway.reminders.record_sent(
            reminders=[REMINDER], letter_id=REMINDER.due_id, channel=Channel.EMAIL, at=MARCH_5
        )
    ).then(BY_MAIL.model_copy(update={"letter_id": REMINDER.due_id}))
    given(opened(), SENT, RETURNED).when(record_suppressed()).then(SUPPRESSED)


def test_what_came_back_arrived_after_all_unless_it_went_another_way() -> None:
    given(opened(), SENT, RETURNED, SUPPRESSED).when(report_delivered).then(DELIVERED)
    given(opened(), RETURNED, BY_MAIL).when(report_delivered).then_refused(ReminderAlreadyRecorded)


def test_somebody_who_has_it_tried_again_opens_every_way() -> None:
    retried = ReminderRetried(occurred_at=MARCH_5, reason="mended", **ABOUT)
    given(opened(), SENT, RETURNED, retried).when(record_sent()).then(SENT)
