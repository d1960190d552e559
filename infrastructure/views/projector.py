"""Keeps the rows of the views up to date with the history, batch by batch."""

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from application.ports import EventLog
from application.refusals import StoreUnavailable
from application.views.ports import Blinds, Labels, Step
from infrastructure.views.book import Book
from infrastructure.views.checkpoint import Checkpoint, Overtaken, advance, read_checkpoint
from infrastructure.views.folding import Folding
from infrastructure.views.following import Batch, Follower


class Projector:
    """Several may run: whoever moves the checkpoint wrote the rows, the others start over."""

    def __init__(self, engine: Engine, log: EventLog, labels: Labels, blinds: Blinds) -> None:
        self._engine = engine
        self._book = Book(engine.dialect, labels, blinds)
        self._folding = Folding(log, self._book.keys)
        self._follower = Follower(log, self._folding)
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
        batch = self._follower.after(known.position, known)
        if batch.events:
            self._known = self._write(known, batch)
        return Step(events=batch.events, parked=tuple(batch.changes.parked))

    def _write(self, known: Checkpoint, batch: Batch) -> Checkpoint:
        with self._engine.begin() as connection:
            reached = advance(connection, known, to=batch.to)
            self._book.write(connection, batch.changes, generations=known.live)
        return reached.also_parked(batch.changes.parked)

    def _read(self) -> Checkpoint:
        with self._engine.execution_options(reading=True).begin() as connection:
            return read_checkpoint(connection)

    def _forget(self) -> None:
        self._known = None
        self._folding.forget()
