"""How reminders are doing, for whoever runs the installation: numbers, and nothing of whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from application.ports import EventLog
from application.reminders.ports import DueRows, DueState

LATELY = timedelta(days=1)
TOO_LATE = timedelta(minutes=1)  # somebody should look
OF_GATEWAYS = "gateway-"


@dataclass(frozen=True, slots=True)
class ReminderStatus:
    rows: Mapping[DueState, int]
    late: int  # rows whose moment has come, or whose lease has ended, and that nobody took
    oldest_late: timedelta  # since when the oldest of these should have been taken
    behind: int  # positions of the history that the planner has yet to read
    held_up: Mapping[str, int]  # why rows wait for another try, by reason
    failed: Mapping[str, int]  # why rows were given up in a day, by reason

    @property
    def is_well(self) -> bool:
        """Whether nobody needs to look: nothing is late, and no gateway fails."""
        codes = {*self.held_up, *self.failed}
        return self.oldest_late < TOO_LATE and not any(
            code.startswith(OF_GATEWAYS) for code in codes
        )


def reminder_status(log: EventLog, rows: DueRows) -> ReminderStatus:
    planned, head = rows.planned_up_to(), log.head()
    troubles = rows.troubles(within=LATELY)
    return ReminderStatus(
        rows=rows.counts(),
        late=rows.late(),
        oldest_late=troubles.oldest_late,
        behind=max(head - planned, 0),
        held_up=troubles.held_up,
        failed=troubles.failed,
    )
