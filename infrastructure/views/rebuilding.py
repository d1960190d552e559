"""Makes views again from the history, beside the rows that are read, then swaps.

New generations are filled stream by stream; what is recorded meanwhile is caught up; then, while
no projector moves, the last events are added and the new generations become those that are read.
Killed anywhere, a rebuild goes on where it stood.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import Connection, Engine

from application.ports import EventLog
from application.refusals import StoreUnavailable
from application.views.ports import Progress
from application.views.refusals import AnotherRebuild, NoSuchView
from application.views.view import VIEWS
from infrastructure.views.book import Book
from infrastructure.views.changes import Changes, Failure
from infrastructure.views.checkpoint import Checkpoint, new_edition, read_checkpoint
from infrastructure.views.folding import Folding, code_of
from infrastructure.views.following import BATCH, Batch, Follower
from infrastructure.views.generations import (
    Filling,
    begin,
    go_on,
    left_over,
    outdated,
    swap,
)
from infrastructure.views.parked_streams import ParkedStreams
from infrastructure.views.transactions import transaction

STREAMS = 200  # in one transaction
FAR = 20_000  # events: following them one by one would take longer than reading all by stream


class Rebuilding:
    """One at a time for each view; several may run for different ones."""

    def __init__(self, engine: Engine, log: EventLog, book: Book) -> None:
        self._engine = engine
        self._log = log
        self._book = book
        self._folding = Folding(log, book.keys, remembered=0)
        self._follower = Follower(log, self._folding)
        self._parked = ParkedStreams(engine, log, book)

    def outdated(self) -> Collection[str]:
        """Views whose rows were made by another version of their definition."""
        with transaction(self._engine, reading=True) as connection:
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
        self._parked.retry()

    def sweep(self) -> None:
        """Delete the rows that nobody reads any more."""
        while unread := self._unread():
            for view, generation in unread:
                while self._drop_some(view, generation):
                    pass

    def _begin(self, views: Collection[str]) -> Filling:
        head = self._log.head()
        with transaction(self._engine) as connection:
            known = read_checkpoint(connection, alone=True)
            return begin(connection, views, known=known, head=head)

    def _fill(self, filling: Filling, progress: Progress) -> Filling:
        done, total, limit = 0, self._log.head(), STREAMS
        while streams := self._log.stream_ids(after=filling.through, limit=limit):
            try:
                filling, events = self._with_streams(filling, streams)
            except (AnotherRebuild, StoreUnavailable):
                raise
            except Exception as error:  # noqa: BLE001 (what one stream holds never stops the others)
                if len(streams) == 1:
                    self._parked.park(streams[0], Failure(filling.position, code_of(error)))
                limit = max(1, len(streams) // 2)
            else:
                limit = STREAMS
                done += events
                progress(done, max(done, total))
        return filling

    def _with_streams(self, filling: Filling, streams: Sequence[UUID]) -> tuple[Filling, int]:
        """Add these streams, to their heads; how many events they have."""
        known, changes = self._known(), Changes()
        wanted = {one: filling.position for one in streams if one not in known.parked}
        self._folding.load(wanted, changes)
        with transaction(self._engine) as connection:
            further = go_on(connection, filling, replace(filling, through=streams[-1]))
            self._write(connection, filling, changes, known)
        return further, changes.events

    def _catch_up(self, filling: Filling) -> Filling:
        """Add what was recorded meanwhile, while projectors go on."""
        limit = BATCH
        while filling.position < self._log.head():
            known = self._known()
            batch = self._follower.after(filling.position, known, limit=limit)
            try:
                with transaction(self._engine) as connection:
                    filling = self._add(connection, filling, batch, known)
            except (AnotherRebuild, StoreUnavailable):
                raise
            except Exception as error:  # noqa: BLE001 (the same)
                for stream_id in batch.changes.streams if limit == 1 else ():
                    self._parked.park(stream_id, Failure(batch.to, code_of(error)))
                limit = max(1, limit // 2)
            else:
                limit = BATCH
        return filling

    def _swap(self, filling: Filling) -> None:
        with transaction(self._engine) as connection:
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
        with transaction(self._engine, reading=True) as connection:
            return read_checkpoint(connection)

    def _unread(self) -> Sequence[tuple[str, int]]:
        with transaction(self._engine, reading=True) as connection:
            return list(left_over(connection, read_checkpoint(connection)))

    def _drop_some(self, view: str, generation: int) -> int:
        with transaction(self._engine) as connection:
            return self._book.drop(connection, view, generation)
