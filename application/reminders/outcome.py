"""What is said of a due row when what became of it is recorded."""

from uuid import UUID, uuid5

from domain.data_classes import DataClass
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import Reminder
from domain.reminders.causes import gone
from domain.reminders.due import Due

HIGHEST = DataClass.PROTECTION  # of a cause that is erased, nobody knows the class


def reminder_of(due: Due, pathway: Pathway) -> Reminder:
    was = gone(pathway, trigger=due.trigger, cause_id=due.cause_id)
    return Reminder(
        due_id=due.id,
        cause=due.trigger,
        cause_id=due.cause_id,
        occurrence=due.occurrence,
        rule_id=due.rule_id,
        data_class=was.data_class if was else HIGHEST,
    )


def outcome_id(due: Due, pathway: Pathway) -> UUID:
    """The id of the command that records what became of it.

    The same for each attempt: of two outcomes told at once, the first stands. Another once
    somebody had it tried again.
    """
    times = pathway.reminders.retried.get(due.id, 0)
    return uuid5(due.id, f"outcome:{times}" if times else "outcome")
