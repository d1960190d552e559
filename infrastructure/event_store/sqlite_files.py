"""Connections to one SQLite file: one that writes, and as many as needed that read."""

import sqlite3
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from eventsourcing.persistence import OperationalError

WAITS = 10  # seconds, for a writer in another process


class SqliteFile:
    """A migrated file; it is never created here."""

    def __init__(self, path: Path) -> None:
        self._uri = f"{path.absolute().as_uri()}?mode=rw"
        self._idle: deque[sqlite3.Connection] = deque()
        self._writer: sqlite3.Connection | None = None
        self._alone = Lock()
        self._closed = False

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One durable transaction, alone in writing.

        Raises:
            OperationalError: the file cannot be reached, or is kept locked by another process.
        """
        with self._alone, _as_library_errors():
            self._writer = self._writer or self._connect("synchronous = FULL")
            self._writer.execute("BEGIN IMMEDIATE")
            with self._writer:  # commits, or rolls back
                yield self._writer

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees the last commit and waits for nobody.

        Raises:
            OperationalError: the file cannot be reached.
        """
        with _as_library_errors():
            connection = self._kept() or self._connect("query_only = ON")
            try:
                yield connection
            except BaseException:
                connection.close()
                raise
        self._idle.append(connection)
        if self._closed:  # by another thread, meanwhile
            self._close_idle()

    def close(self) -> None:
        self._closed = True
        self._close_idle()
        if self._writer:
            self._writer.close()
            self._writer = None

    def _close_idle(self) -> None:
        while connection := self._kept():
            connection.close()

    def _kept(self) -> sqlite3.Connection | None:
        with suppress(IndexError):
            return self._idle.pop()
        return None

    def _connect(self, pragma: str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._uri, timeout=WAITS, isolation_level=None, check_same_thread=False, uri=True
        )
        connection.execute(f"PRAGMA {pragma}")
        return connection


@contextmanager
def _as_library_errors() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise OperationalError(str(error)) from error
