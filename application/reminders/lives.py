"""The life of a reminder, as its pathway and its due row tell it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Self
from uuid import UUID

from application.reminders.ports import DueState, Row
from domain.pathway.reminder_answers import Answer, ReminderAnswered
from domain.pathway.reminders import (
    Channel,
    ReminderDelivered,
    ReminderFailed,
    ReminderRetried,
    ReminderSent,
    ReminderSuppressed,
)
from domain.reminders.rules import Audience, ReminderPack

Reminded = (
    ReminderSent
    | ReminderDelivered
    | ReminderFailed
    | ReminderSuppressed
    | ReminderRetried
    | ReminderAnswered
)
NOT_NOW = "not_now"  # quiet hours, or enough left for that day


class Stage(StrEnum):
    """Where a reminder stands."""

    PLANNED = "planned"  # for its moment
    WAITING = "waiting"  # for another try, or for the hours in which messages leave
    LEAVING = "leaving"  # a worker has it
    SENT = "sent"
    DELIVERED = "delivered"
    SUPPRESSED = "suppressed"
    TO_CALL = "to_call"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    DROPPED = "dropped"


class Happening(StrEnum):
    SENT = "sent"
    DELIVERED = "delivered"
    SUPPRESSED = "suppressed"
    FAILED = "failed"
    RETRIED = "retried"
    ANSWERED = "answered"


HAPPENING: Mapping[type, Happening] = {
    ReminderSent: Happening.SENT,
    ReminderDelivered: Happening.DELIVERED,
    ReminderSuppressed: Happening.SUPPRESSED,
    ReminderFailed: Happening.FAILED,
    ReminderRetried: Happening.RETRIED,
    ReminderAnswered: Happening.ANSWERED,
}
STAGE_AFTER: Mapping[Happening, Stage] = {
    Happening.SENT: Stage.SENT,
    Happening.DELIVERED: Stage.DELIVERED,
    Happening.SUPPRESSED: Stage.SUPPRESSED,
    Happening.FAILED: Stage.FAILED,
    Happening.RETRIED: Stage.WAITING,
}
STAGE_OF_ROW: Mapping[DueState, Stage] = {
    DueState.QUEUED: Stage.LEAVING,
    DueState.SENDING: Stage.LEAVING,
    DueState.SENT: Stage.SENT,
    DueState.DELIVERED: Stage.DELIVERED,
    DueState.SUPPRESSED: Stage.SUPPRESSED,
    DueState.TO_CALL: Stage.TO_CALL,
    DueState.UNCERTAIN: Stage.UNCERTAIN,
    DueState.DEAD: Stage.FAILED,
    DueState.DROPPED: Stage.DROPPED,
}


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened to a reminder, as the pathway tells it."""

    told: Reminded
    at: datetime
    what: Happening
    channel: Channel | None
    reason: str | None
    answer: Answer | None
    perhaps_twice: bool

    @classmethod
    def of(cls, fact: Reminded, recorded_at: datetime | None) -> Self:
        return cls(
            told=fact,
            at=recorded_at or fact.occurred_at,
            what=HAPPENING[type(fact)],
            channel=getattr(fact, "channel", None),
            reason=getattr(fact, "reason", None),
            answer=getattr(fact, "answer", None),
            perhaps_twice=getattr(fact, "perhaps_twice", False),
        )


@dataclass(frozen=True, slots=True)
class ReminderLife:
    """Without a row, which is dropped with age, only what the pathway tells is left."""

    id: UUID
    cause: str
    cause_id: UUID
    rule_id: str
    to: Audience | None
    channels: tuple[Channel, ...]  # by which it may leave, the best first
    planned_for: datetime | None
    stage: Stage
    why: str | None
    next_look: datetime | None
    steps: tuple[Step, ...]

    @property
    def moment(self) -> tuple[datetime, UUID]:
        """Its place among the others."""
        return self.planned_for or self.steps[0].at, self.id

    @classmethod
    def of_row(cls, row: Row, pack: ReminderPack, steps: Sequence[Step]) -> Self:
        due, rule = row.due, pack.rule(row.due.rule_id)
        to_person = due.audience is Audience.PERSON
        return cls(
            id=due.id,
            cause=due.trigger,
            cause_id=due.cause_id,
            rule_id=due.rule_id,
            to=due.audience,
            channels=(rule.channels if rule else ()) if to_person else (Channel.INBOX,),
            planned_for=due.due_at,
            stage=_stage(row),
            why=row.reason or (NOT_NOW if _stage(row) is Stage.WAITING else None),
            next_look=row.look_at if row.state is DueState.WAITING else None,
            steps=tuple(steps),
        )

    @classmethod
    def of_facts(cls, steps: Sequence[Step]) -> Self:
        told = steps[0].told
        ends = [step for step in steps if step.what in STAGE_AFTER]
        return cls(
            id=told.due_id,
            cause=told.cause,
            cause_id=told.cause_id,
            rule_id=told.rule_id,
            to=None,
            channels=(),
            planned_for=None,
            stage=STAGE_AFTER[ends[-1].what] if ends else Stage.SENT,
            why=ends[-1].reason if ends else None,
            next_look=None,
            steps=tuple(steps),
        )


def _stage(row: Row) -> Stage:
    if row.state is not DueState.WAITING:
        return STAGE_OF_ROW[row.state]
    untouched = row.look_at == row.due.due_at and not row.attempts
    return Stage.PLANNED if untouched else Stage.WAITING
