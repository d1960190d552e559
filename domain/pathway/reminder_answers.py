"""What the person answered to a reminder: they will come, or they need another time."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet
from domain.pathway.reminders import Reminder
from domain.refusals import Conflict
from domain.reminders.triggers import Trigger
from domain.text import Code


class Answer(StrEnum):
    CONFIRMED = "confirmed"
    ASKS_TO_MOVE = "asks_to_move"


class ReminderAnswered(Fact, topic="reminder-answered", lowest=DataClass.SOCIAL):
    """Whoever may see what was recalled may see it; it changes nothing by itself."""

    due_id: UUID
    cause: Trigger
    cause_id: UUID
    occurrence: int
    rule_id: Code
    answer: Answer


class ReminderAlreadyAnswered(Conflict):
    code = "reminder-already-answered"
    title = "This message was answered already: call to change that."


@dataclass(frozen=True, slots=True)
class ReminderAnswers(Part):
    """The answer to each reminder, by the id of its due row."""

    facts: ClassVar = (ReminderAnswered,)

    by_due: Items[UUID, Answer] = field(default_factory=none_yet)

    def answer(self, *, reminder: Reminder, answer: Answer, at: datetime) -> ReminderAnswered:
        """Record what the person answered to one reminder.

        Raises:
            ReminderAlreadyAnswered: they answered this one.
        """
        if reminder.due_id in self.by_due:
            raise ReminderAlreadyAnswered
        return ReminderAnswered(
            occurred_at=at,
            data_class=DataClass.SOCIAL.raised_to(reminder.data_class),
            due_id=reminder.due_id,
            cause=reminder.cause,
            cause_id=reminder.cause_id,
            occurrence=reminder.occurrence,
            rule_id=reminder.rule_id,
            answer=answer,
        )

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case ReminderAnswered():
                return type(self)(having(self.by_due, fact.due_id, fact.answer))
        return self
