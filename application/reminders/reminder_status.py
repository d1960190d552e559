"""How reminders are doing, for whoever runs the installation: numbers, and nothing of whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from application.ports import EventLog
from application.reminders.ports import DueRows, DueState


@dataclass(frozen=True, slots=True)
class ReminderStatus:
    rows: Mapping[DueState, int]
    late: int  # rows whose moment has come, or whose lease has ended, and that nobody took
    behind: int  # positions of the history that the planner has yet to read


def reminder_status(log: EventLog, rows: DueRows) -> ReminderStatus:
    planned, head = rows.planned_up_to(), log.head()
    return ReminderStatus(rows.counts(), rows.late(), max(head - planned, 0))
