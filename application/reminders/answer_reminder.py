"""Record what the person answered to a reminder, through its link."""

from contextlib import suppress
from uuid import UUID, uuid5

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.refusals import CommandReused
from application.reminders.answering import appointment_asked
from application.reminders.replies import Awaited
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.pathway.reminder_answers import (
    Answer,
    ReminderAlreadyAnswered,
    ReminderAnswered,
)
from domain.pathway.reminders import Reminder
from domain.refusals import Conflict


class NothingToAnswer(Conflict):
    code = "nothing-to-answer"
    title = "There is nothing to answer here any more: call if you have a question."


class AnswerReminder(Command):
    pathway_id: UUID
    due_id: UUID
    answer: Answer


def answer_reminder(network: Network, awaited: Awaited, answer: Answer) -> bool:
    """Whether it is recorded, now or before: sent twice, it is recorded once.

    False: something else was answered, or there is nothing to answer any more.

    Raises:
        StoreUnavailable, TooBusy: it may be tried again.
    """
    command = AnswerReminder(
        command_id=uuid5(awaited.due_id, "answer"),
        pathway_id=awaited.pathway_id,
        due_id=awaited.due_id,
        answer=answer,
    )
    with suppress(NothingToAnswer, ReminderAlreadyAnswered, PathwayNotOpened, CommandReused):
        _record(network, command, awaited)
        return True
    return False


def _record(network: Network, command: AnswerReminder, awaited: Awaited) -> Recorded:
    def decision(pathway: Pathway) -> ReminderAnswered:
        appointment = appointment_asked(pathway, awaited, now=network.clock())
        if appointment is None:
            raise NothingToAnswer
        return pathway.reminder_answers.answer(
            reminder=Reminder(
                due_id=awaited.due_id,
                cause=awaited.cause,
                cause_id=awaited.cause_id,
                occurrence=awaited.occurrence,
                rule_id=awaited.rule_id,
                data_class=appointment.data_class,
            ),
            answer=command.answer,
            at=network.clock(),
        )

    return network.on_pathway(command.pathway_id, decision, command=command, by=None)
