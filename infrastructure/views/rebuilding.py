"""Makes views again from the history, beside the rows that are read, then swaps.

New generations are filled stream by stream; what is recorded meanwhile is caught up; then, while
no projector moves, the last events are added and the new generations become those that are read.
Killed anywhere, a rebuild goes on where it stood.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from application.ports import EventLog
from application.refusals import StoreUnavailable
from application.views.ports import Blinds, Labels, Progress
from application.views.refusals import NoSuchView, NotParked
from application.views.view import VIEWS
from infrastructure.views.book import Book
from infrastructure.views.changes import Changes
from infrastructure.views.checkpoint import Checkpoint, new_edition, read_checkpoint
from infrastructure.views.folding import Folding
from infrastructure.views.following import Batch, Follower
from infrastructure.views.generations import (
    Filling,
    begin,
    being_filled,
    go_on,
    left_over,
    outdated,
    swap,
)
from infrastructure.views.parking import unpark

STREAMS = 200  # in one transaction
FAR = 20_000  # events: following them one by one would take longer than reading all by stream


class Rebuilding:
    """One at a time for each view; several may run for different ones."""

    def __init__(self, engine: Engine, log: EventLog, labels: Labels, blinds: Blinds) -> None:
        self._engine = engine
        self._log = log
        self._book = Book(engine.dialect, labels, blinds)
        self._folding = Folding(log, self._book.keys, remembered=0)
        self._follower = Follower(log, self._folding)

    def outdated(self) -> Collection[str]:
        """Views whose rows were made by another version of their definition."""
        with self._transaction(reading=True) as connection:
            return outdated(connection)

    def is_far_behind(self) -> bool:
        """Whether making all again is sooner done than following."""
        return self._log.head() - self._known().position > FAR

    def rebuild(self, views: Collection[str], progress: Progress) -> None:
        """Make these views again.

        Raises:
            NoSuchView: there is none of that name.
            AnotherRebuild: another process rebuilds one of them.
            StoreUnavailable: a database cannot be reached.
        """
        if not set(views) <= VIEWS.keys():
            raise NoSuchView
        filling = self._fill(self._begin(views), progress)
        self._swap(self._catch_up(filling))
        self.sweep()
        self.retry()

    def retry(self) -> int:
        """Follow again the parked streams that can be; how many there were.

        Raises:
            StoreUnavailable: a database cannot be reached.
        """
        return sum(self.unpark(stream_id) for stream_id in self._known().parked)

    def unpark(self, stream_id: UUID) -> bool:
        """Follow a parked stream again, if its events can be read and folded now.

        Raises:
            NotParked: it is followed.
        """
        with self._transaction() as connection:
            known = read_checkpoint(connection, alone=True)  # nothing is skipped meanwhile
            if stream_id not in known.parked:
                raise NotParked
            changes = Changes()
            self._folding.load({stream_id: known.position}, changes)
            if changes.parked:
                return False
            unpark(connection, stream_id)
            for generations in (known.live, being_filled(connection)):
                self._book.write(connection, changes, generations=generations)
            new_edition(connection)
            return True

    def sweep(self) -> None:
        """Delete the rows that nobody reads any more."""
        with self._transaction() as connection:
            unread = list(left_over(connection, read_checkpoint(connection)))
        for view, generation in unread:
            while self._drop_some(view, generation):
                pass

    def _begin(self, views: Collection[str]) -> Filling:
        head = self._log.head()
        with self._transaction() as connection:
            known = read_checkpoint(connection, alone=True)
            return begin(connection, views, known=known, head=head)

    def _fill(self, filling: Filling, progress: Progress) -> Filling:
        done, total = 0, self._log.head()
        while streams := self._log.stream_ids(after=filling.through, limit=STREAMS):
            known, changes = self._known(), Changes()
            wanted = {one: filling.position for one in streams if one not in known.parked}
            self._folding.load(wanted, changes)
            with self._transaction() as connection:
                further = go_on(connection, filling, replace(filling, through=streams[-1]))
                self._write(connection, filling, changes, known)
            filling = further
            done += changes.events
            progress(done, max(done, total))
        return filling

    def _catch_up(self, filling: Filling) -> Filling:
        """Add what was recorded meanwhile, while projectors go on."""
        while filling.position < self._log.head():
            known = self._known()
            batch = self._follower.after(filling.position, known)
            with self._transaction() as connection:
                filling = self._add(connection, filling, batch, known)
        return filling

    def _swap(self, filling: Filling) -> None:
        with self._transaction() as connection:
            known = read_checkpoint(connection, alone=True)
            while filling.position < known.position:
                batch = self._follower.after(filling.position, known)
                filling = self._add(connection, filling, batch, known)
            swap(connection, filling, known)

    def _add(
        self, connection: Connection, filling: Filling, batch: Batch, known: Checkpoint
    ) -> Filling:
        further = go_on(connection, filling, replace(filling, position=batch.to))
        self._write(connection, filling, batch.changes, known)
        return further

    def _write(
        self, connection: Connection, filling: Filling, changes: Changes, known: Checkpoint
    ) -> None:
        self._book.write(connection, changes, generations=filling.generations)
        if changes.parked:
            self._book.clear(connection, changes.parked, generations=known.live)
            new_edition(connection)

    def _known(self) -> Checkpoint:
        with self._transaction(reading=True) as connection:
            return read_checkpoint(connection)

    def _drop_some(self, view: str, generation: int) -> int:
        with self._transaction() as connection:
            return self._book.drop(connection, view, generation)

    @contextmanager
    def _transaction(self, *, reading: bool = False) -> Iterator[Connection]:
        try:
            with self._engine.execution_options(reading=reading).begin() as connection:
                yield connection
        except DBAPIError:
            raise StoreUnavailable from None
