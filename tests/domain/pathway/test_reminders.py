from collections.abc import Callable

import pytest

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import (
    Channel,
    Outcome,
    Reminder,
    ReminderAlreadyRecorded,
    ReminderFailed,
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
SENT = ReminderSent(occurred_at=MARCH_5, channel=Channel.TEXT, **ABOUT)
SUPPRESSED = ReminderSuppressed(occurred_at=MARCH_5, reason=SuppressionReason.MOVED, **ABOUT)
FAILED = ReminderFailed(occurred_at=MARCH_5, channel=Channel.EMAIL, reason="bounced", **ABOUT)

Decision = Callable[[Pathway], Fact]


def record_sent(reminder: Reminder = REMINDER) -> Decision:
    return lambda pathway: pathway.reminders.record_sent(
        reminder=reminder, channel=Channel.TEXT, at=MARCH_5
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
    for decide in (record_sent(), record_suppressed(), record_failed()):
        given(opened(), outcome).when(decide).then_refused(ReminderAlreadyRecorded)


def test_another_occurrence_is_another_reminder() -> None:
    moved_there_and_back = the_reminder(occurrence=4)
    given(opened(), SENT).when(record_sent(moved_there_and_back)).then(
        ReminderSent(occurred_at=MARCH_5, channel=Channel.TEXT, **moved_there_and_back.model_dump())
    )


def test_a_reminder_is_never_less_than_social() -> None:
    reminder = the_reminder(DataClass.IDENTITY)
    assert record_sent(reminder)(known(opened())).data_class is DataClass.SOCIAL


def test_what_became_of_each_reminder_is_known() -> None:
    assert known(opened(), SENT).reminders.outcomes == {REMINDER.due_id: Outcome.SENT}
    assert known(opened(), SUPPRESSED).reminders.outcomes == {REMINDER.due_id: Outcome.SUPPRESSED}
    assert known(opened(), FAILED).reminders.outcomes == {REMINDER.due_id: Outcome.FAILED}
