"""What reminders need from outside: rows of what is due, a queue of ids, a way to the person."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from domain.reminders.due import Due

AT_THAT_MOMENT = timedelta(0)


class DueState(StrEnum):
    """The life of a due row; nothing more is done by itself about the last seven."""

    WAITING = "waiting"  # for its moment
    QUEUED = "queued"  # its id was handed to the workers
    SENDING = "sending"  # a worker has it
    SENT = "sent"
    DELIVERED = "delivered"  # the gateway tells that it arrived
    SUPPRESSED = "suppressed"  # its reason no longer holds
    TO_CALL = "to_call"  # no channel reaches the person: somebody calls them
    UNCERTAIN = "uncertain"  # cut while sending, and of a type that is not sent again
    DEAD = "dead"  # given up
    DROPPED = "dropped"  # by somebody, who said why


UNSETTLED = frozenset({DueState.DEAD, DueState.UNCERTAIN, DueState.TO_CALL})  # may be retried
SAID_SINCE = frozenset({DueState.DELIVERED, DueState.DEAD, DueState.DROPPED})  # says more


@dataclass(frozen=True, slots=True)
class Taken:
    """A row that one worker has until its lease ends."""

    due: Due
    attempt: int  # counts every claim, from 1; whoever has another number has lost it
    tries: int  # this attempt included, those that only waited excluded
    cuts: int  # earlier attempts of which nobody knows how they ended
    failure: str | None  # why the last try failed
    now: datetime  # by the database's clock
    letter_id: UUID  # of the letter that it leaves in, the same at each attempt
    together: tuple["Taken", ...] = ()  # the others that leave in that letter, taken with it


@dataclass(frozen=True, slots=True)
class Row:
    """A due row as operators see it: ids, codes and dates."""

    due: Due
    state: DueState
    look_at: datetime | None  # when the scheduler looks again; None: it is over
    attempts: int
    cuts: int
    reason: str | None
    ended_at: datetime | None
    settled_at: datetime | None  # when somebody last had it retried or dropped
    settled_by: str | None


@dataclass(frozen=True, slots=True)
class Troubles:
    """What stands in the way of reminders, in numbers."""

    oldest_late: timedelta  # since when something should have been claimed
    held_up: Mapping[str, int]  # why rows wait for another try, by reason
    failed: Mapping[str, int]  # why rows were given up lately, by reason


class DueRows(Protocol):
    """The rows of what is due; every clock in it is the database's.

    Raises:
        StoreUnavailable: its database cannot be reached.
    """

    def now(self) -> datetime:
        """The instant by the database's clock."""

    def planned_up_to(self) -> int:
        """The position of the history up to which everything due was planned."""

    def plan(self, rows: Iterable[Due], *, read_from: int, read_to: int) -> bool:
        """Add the rows that are not there yet, and say how far the history was read.

        False, and nothing added, when another planner has read on from `read_from` meanwhile.
        """

    def is_any_due(self) -> bool:
        """Whether a claim would find something: cheap, so that one may look often."""

    def add(self, rows: Iterable[Due]) -> None:
        """Add the rows that are not there yet, and move those that wait to their moment of now.

        What a worker had, if only once, keeps its moment.
        """

    def claim(self, *, limit: int, lease: timedelta, urgent: bool = False) -> list[UUID]:
        """Rows to hand to the workers: those whose moment has come, or whose lease has ended.

        `urgent`: only such rows, however many others are under way.
        A lease that ends further off than any does was given by a clock that was wrong: it ended.
        """

    def take(
        self, due_id: UUID, *, lease: timedelta, within: timedelta | None = None
    ) -> Taken | None:
        """Make a queued row one worker's own; None when it is somebody else's, or done.

        With it come those that are due to the same person by `within` from now: they leave as one
        letter, and the rows remember which. None also while another letter to the same person is
        being sent: it is handed out again in a moment. Without `within`, it leaves alone.
        """

    def renew(self, taken: Sequence[Taken], *, lease: timedelta) -> None:
        """Give rows a whole lease from now, where they are still their workers' own."""

    def is_own(self, taken: Taken) -> bool:
        """Whether a row is still this worker's, its lease not over."""

    def put_off(
        self,
        taken: Taken,
        *,
        until: datetime,
        failure: str | None = None,
        tried: bool = True,
        cut: bool = False,
    ) -> bool:
        """Let it wait again; without a failure this was no try; `cut`, one with an unclear end.

        What was not tried, and cannot have left, leaves its letter: it goes with what is due then.
        """

    def finish(self, taken: Taken, state: DueState, *, reason: str | None = None) -> bool:
        """Say how it ended; False when the row is no longer the worker's own.

        That it was sent is said whoever has the row: it did leave. What gateways or people said
        since stays.
        """

    def row(self, due_id: UUID) -> Row | None:
        """One row, whatever its state."""

    def rows(self, states: Collection[DueState], *, limit: int) -> list[Row]:
        """Rows in these states, those that were due last first."""

    def reopen(self, due_id: UUID, *, by: str) -> bool:
        """Have an unsettled row tried again at once, from its first try; False when it is none.

        Where it may have left, it counts as cut, and leaves in the same letter, under its key.
        """

    def drop(self, due_id: UUID, *, reason: str, by: str) -> bool:
        """Settle a row about which nothing is to be done; False when it is not unsettled."""

    def purge(self, *, older_than: timedelta) -> int:
        """Remove what was settled or sent so long ago; how many there were.

        What is dead or uncertain stays until somebody settles it: nothing else may recall it.
        """

    def of_pathway(self, pathway_id: UUID) -> list[Row]:
        """Every row of a pathway, in the order of their moments."""

    def forget(self, pathway_id: UUID) -> int:
        """Remove every row of a pathway; how many there were."""

    def late(self) -> int:
        """How many rows should have been claimed by now."""

    def troubles(self, *, within: timedelta) -> Troubles:
        """What stands in the way now, and what was given up within so long."""

    def counts(self) -> Mapping[DueState, int]:
        """How many rows are in each state."""


class Queue(Protocol):
    """Hands ids, and nothing else, to the workers; it may lose them."""

    def room(self, *, urgent: bool = False) -> int:
        """How many more ids may wait in it; 0 when workers have enough for a while."""

    def put(self, due_ids: Sequence[UUID], *, urgent: bool = False) -> None:
        """Add ids; workers take the urgent ones before all others."""
