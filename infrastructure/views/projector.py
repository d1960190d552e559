"""Keeps the rows of the views up to date with the history, batch by batch."""

from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from application.ports import EventLog
from application.refusals import EventUnreadable, StoreUnavailable
from application.views.ports import Blinds, Labels, Step
from infrastructure.views.book import Book
from infrastructure.views.changes import Changes, Failure
from infrastructure.views.checkpoint import Checkpoint, Overtaken, advance, read_checkpoint
from infrastructure.views.folding import Folding

BATCH: Final = 500  # events in one transaction


@dataclass(frozen=True, slots=True)
class Batch:
    """The next events, as what they change."""

    changes: Changes
    events: int
    to: int  # position of the last of them


class Projector:
    """Several may run: whoever moves the checkpoint wrote the rows, the others start over."""

    def __init__(self, engine: Engine, log: EventLog, labels: Labels, blinds: Blinds) -> None:
        self._engine = engine
        self._log = log
        self._book = Book(engine.dialect, labels, blinds)
        self._folding = Folding(log, self._book.keys)
        self._known: Checkpoint | None = None

    def step(self) -> Step:
        """Project the next events, if there are any.

        Raises:
            StoreUnavailable: a database cannot be reached; the next step starts over.
        """
        try:
            return self._step()
        except Overtaken:
            self._forget()
            return Step(events=0, overtaken=True)
        except DBAPIError:
            self._forget()
            raise StoreUnavailable from None
        except BaseException:
            self._forget()
            raise

    def _step(self) -> Step:
        known = self._known = self._known or self._read()
        batch = self._next(known)
        if batch.events:
            self._known = self._write(known, batch)
        return Step(events=batch.events)

    def _next(self, known: Checkpoint, limit: int = BATCH) -> Batch:
        try:
            events = self._log.after(known.position, limit=limit)
        except EventUnreadable as damaged:
            if limit > 1:
                return self._next(known, limit // 2)
            return self._without(damaged, known)
        changes = self._folding.changes(events, parked=known.parked)
        return Batch(changes, len(events), events[-1].position if events else known.position)

    def _without(self, damaged: EventUnreadable, known: Checkpoint) -> Batch:
        """Step over an event that cannot be read, and park its stream."""
        changes = Changes()
        if damaged.stream_id not in known.parked:
            failure = Failure(damaged.position, damaged.code)
            self._folding.withhold(damaged.stream_id, failure, changes)
        return Batch(changes, 1, damaged.position)

    def _write(self, known: Checkpoint, batch: Batch) -> Checkpoint:
        with self._engine.begin() as connection:
            reached = advance(connection, known, to=batch.to)
            self._book.write(connection, batch.changes, generations=known.live)
        return replace(reached, parked=known.parked | batch.changes.parked.keys())

    def _read(self) -> Checkpoint:
        with self._engine.execution_options(reading=True).begin() as connection:
            return read_checkpoint(connection)

    def _forget(self) -> None:
        self._known = None
        self._folding.forget()
