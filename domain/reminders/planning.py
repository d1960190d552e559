"""What is to be recalled of an appointment, from the fact that set its time."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.reminders.due import Due, due_at, due_id
from domain.reminders.rules import ReminderRule, Trigger
from domain.reminders.terms import Terms
from domain.wall_time import WallTime


@dataclass(frozen=True, slots=True)
class Cause:
    """An appointment at its present time."""

    pathway_id: UUID
    id: UUID
    occurrence: int
    starts: WallTime
    known_since: datetime  # when that time was recorded


def reminders_of(cause: Cause, terms: Terms) -> list[Due]:
    """Every reminder to plan.

    None whose moment had passed when the time was recorded: the person had just been told.
    """
    moments = [(rule, _moment(rule, cause, terms)) for rule in terms.pack.on(Trigger.APPOINTMENT)]
    return [
        Due(
            id=due_id(cause_id=cause.id, occurrence=cause.occurrence, rule_id=rule.id),
            pathway_id=cause.pathway_id,
            cause_id=cause.id,
            occurrence=cause.occurrence,
            rule_id=rule.id,
            pack_version=terms.pack.version,
            message_type=rule.message_type,
            due_at=moment,
        )
        for rule, moment in moments
        if moment is not None and moment > cause.known_since
    ]


def _moment(rule: ReminderRule, cause: Cause, terms: Terms) -> datetime | None:
    calendar = terms.holidays(cause.starts.zone)
    return due_at(rule, terms.pack.hours, starts=cause.starts, is_holiday=calendar)
