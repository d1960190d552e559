"""Keeps the rows of the views up to date with the history, batch by batch."""

from sqlalchemy import Engine

from application.ports import EventLog
from application.refusals import StoreUnavailable
from application.views.ports import Step
from infrastructure.views.book import Book
from infrastructure.views.checkpoint import Checkpoint, Overtaken, advance, read_checkpoint
from infrastructure.views.folding import Folding
from infrastructure.views.following import BATCH, Batch, Follower
from infrastructure.views.transactions import transaction


class Projector:
    """Several may run: whoever moves the checkpoint wrote the rows, the others start over."""

    def __init__(self, engine: Engine, log: EventLog, book: Book) -> None:
        self._engine = engine
        self._book = book
        self._folding = Folding(log, book.keys)
        self._follower = Follower(log, self._folding)
        self._known: Checkpoint | None = None

    def step(self) -> Step:
        """Project the next events, if there are any.

        Raises:
            StoreUnavailable: a database cannot be reached; the next step starts over.
        """
        try:
            return self._step(BATCH)
        except Overtaken:
            self._forget()
            return Step(events=0, overtaken=True)
        except BaseException:
            self._forget()
            raise

    def _step(self, limit: int) -> Step:
        known = self._known = self._known or self._read()
        batch = self._follower.after(known.position, known, limit=limit)
        if batch.events == 0:
            return Step(events=0)
        try:
            self._known = self._write(known, batch)
        except (Overtaken, StoreUnavailable):
            raise
        except Exception as error:  # noqa: BLE001 (what one stream holds never stops the others)
            self._folding.forget()
            if limit > 1:
                return self._step(limit // 2)
            batch = self._follower.parking(batch, error)
            self._known = self._write(known, batch)
        return Step(events=batch.events, parked=tuple(batch.changes.parked))

    def _write(self, known: Checkpoint, batch: Batch) -> Checkpoint:
        with transaction(self._engine) as connection:
            reached = advance(connection, known, to=batch.to)
            self._book.write(connection, batch.changes, generations=known.live)
        return reached.also_parked(batch.changes.parked)

    def _read(self) -> Checkpoint:
        with transaction(self._engine, reading=True) as connection:
            return read_checkpoint(connection)

    def _forget(self) -> None:
        self._known = None
        self._folding.forget()
