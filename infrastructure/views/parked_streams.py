"""Streams that are in no list, and how they come back."""

from uuid import UUID

from sqlalchemy import Engine

from application.ports import EventLog
from application.refusals import StoreUnavailable
from application.views.refusals import NotParked
from infrastructure.views.book import Book
from infrastructure.views.changes import Changes, Failure
from infrastructure.views.checkpoint import new_edition, read_checkpoint
from infrastructure.views.folding import Folding
from infrastructure.views.generations import being_filled
from infrastructure.views.parking import park, unpark
from infrastructure.views.transactions import transaction


class ParkedStreams:
    def __init__(self, engine: Engine, log: EventLog, book: Book) -> None:
        self._engine = engine
        self._book = book
        self._folding = Folding(log, book.keys, remembered=0)

    def park(self, stream_id: UUID, failure: Failure) -> None:
        """Withhold the rows of a stream, from the generations that are read and those to come."""
        with transaction(self._engine) as connection:
            known = read_checkpoint(connection, alone=True)
            park(connection, stream_id, failure)
            for generations in (known.live, being_filled(connection)):
                self._book.clear(connection, [stream_id], generations=generations)
            new_edition(connection)

    def retry(self) -> int:
        """Follow again the parked streams that can be; how many those were.

        Raises:
            StoreUnavailable: a database cannot be reached.
        """
        with transaction(self._engine, reading=True) as connection:
            streams = read_checkpoint(connection).parked
        return sum(self.unpark(stream_id) for stream_id in streams)

    def unpark(self, stream_id: UUID) -> bool:
        """Follow a parked stream again; whether its events can be read and projected now.

        Raises:
            NotParked: it is followed.
            StoreUnavailable: a database cannot be reached.
        """
        try:
            return self._unpark(stream_id)
        except (NotParked, StoreUnavailable):
            raise
        except Exception:  # noqa: BLE001 (why is what it was parked for, or no better)
            return False

    def _unpark(self, stream_id: UUID) -> bool:
        with transaction(self._engine) as connection:
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
