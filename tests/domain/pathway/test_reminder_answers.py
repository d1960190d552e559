from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.appointments.words import Attendance
from domain.pathway.pathway import Pathway
from domain.pathway.reminder_answers import Answer, ReminderAlreadyAnswered, ReminderAnswered
from domain.pathway.reminders import Reminder
from domain.reminders.triggers import Trigger
from tests.domain.pathway.people import APPOINTMENT, MARCH_5, opened
from tests.domain.pathway.test_appointments import BOOKED, CANCELLED, MOVED, corrected
from tests.domain.scenario import given, known

REMINDER = Reminder(
    due_id=UUID(int=0xD1),
    cause=Trigger.APPOINTMENT,
    cause_id=APPOINTMENT,
    occurrence=2,
    rule_id="day-before",
    data_class=DataClass.HEALTH,
)
ANOTHER = REMINDER.model_copy(update={"due_id": UUID(int=0xD2), "rule_id": "week-before"})
AWAITED_AGAIN = corrected(Attendance.EXCUSED, Attendance.UNKNOWN)


def answered(reminder: Reminder = REMINDER, answer: Answer = Answer.CONFIRMED) -> ReminderAnswered:
    return ReminderAnswered(
        occurred_at=MARCH_5,
        data_class=DataClass.HEALTH,
        due_id=reminder.due_id,
        cause=reminder.cause,
        cause_id=reminder.cause_id,
        occurrence=reminder.occurrence,
        rule_id=reminder.rule_id,
        answer=answer,
    )


def answer(pathway: Pathway, said: Answer = Answer.CONFIRMED) -> Fact:
    return pathway.reminder_answers.answer(reminder=REMINDER, answer=said, at=MARCH_5)


def test_a_reminder_is_answered_in_the_class_of_what_it_recalls() -> None:
    given(opened()).when(answer).then(answered())


def test_a_reminder_is_answered_once() -> None:
    given(opened(), answered()).when(answer).then_refused(ReminderAlreadyAnswered)
    given(opened(), answered()).when(
        lambda pathway: answer(pathway, Answer.ASKS_TO_MOVE)
    ).then_refused(ReminderAlreadyAnswered)
    given(opened(), answered(ANOTHER)).when(answer).then(answered())


def test_the_appointment_stands_as_the_person_said_last() -> None:
    moves = answered(ANOTHER, Answer.ASKS_TO_MOVE)
    pathway = known(opened(), BOOKED, answered(), moves)
    assert pathway.appointments.by_id[APPOINTMENT].answer is Answer.ASKS_TO_MOVE


def test_what_was_said_of_another_time_says_nothing_of_this_one() -> None:
    for then in ((MOVED,), (CANCELLED, AWAITED_AGAIN)):
        pathway = known(opened(), BOOKED, answered(), *then)
        assert pathway.appointments.by_id[APPOINTMENT].answer is None
    late = known(opened(), BOOKED, MOVED, answered())
    assert late.appointments.by_id[APPOINTMENT].answer is None


def test_an_answer_about_nothing_that_stands_changes_nothing() -> None:
    assert not known(opened(), answered()).appointments.by_id
