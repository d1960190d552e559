"""Which rows leave as one letter: what is due to the same person within the same hours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from application.reminders.ports import DueState
from domain.reminders.due import Due
from domain.reminders.rules import Audience

ON_ITS_WAY = frozenset({DueState.WAITING, DueState.QUEUED})


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A row about which something is still to be done."""

    due: Due
    state: DueState
    look_at: datetime
    letter_id: UUID | None  # the letter that it leaves in; None: none was begun
    attempts: int  # every claim of a worker

    @property
    def letter(self) -> UUID:
        """The letter that was begun, else a new one, under a key that no gateway saw before."""
        first = uuid5(self.due.id, f"letter {self.attempts}") if self.attempts else self.due.id
        return self.letter_id or first


def is_busy(mine: OpenRow, rows: Iterable[OpenRow], *, now: datetime) -> bool:
    """Whether another letter to the same person is being sent: they leave one after the other.

    So that each counts what left before it. What is urgent waits for nothing.
    """
    if mine.due.urgent or mine.due.audience is not Audience.PERSON:
        return False
    return any(
        row.state is DueState.SENDING
        and row.look_at > now
        and row.letter_id != mine.letter_id
        and row.due.audience is Audience.PERSON
        for row in rows
    )


def leaving_with(
    mine: OpenRow, rows: Iterable[OpenRow], *, now: datetime, until: datetime
) -> list[OpenRow]:
    """The other rows of the same letter, or, where none was begun, those that it takes along.

    What was in it at its first claim stays in it, so that it says the same at each attempt.
    """
    others = [row for row in rows if row.due.id != mine.due.id]
    if mine.letter_id:
        return [row for row in others if row.letter_id == mine.letter_id and _is_free(row, now)]
    return [row for row in others if _may_join(row, mine, until)]


def _is_free(row: OpenRow, now: datetime) -> bool:
    return row.state in ON_ITS_WAY or row.look_at <= now


def _may_join(row: OpenRow, mine: OpenRow, until: datetime) -> bool:
    if row.letter_id or row.due.message_type is not mine.due.message_type:
        return False
    if not all(one.due.audience is Audience.PERSON for one in (row, mine)):
        return False  # members are told of each by itself
    if row.state is DueState.WAITING:
        return row.look_at <= until
    return row.state is DueState.QUEUED
