"""Connections to the PostgreSQL that holds the history, none of which may wait for ever."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import BoundedSemaphore
from typing import Any, TypeVar

import psycopg
from eventsourcing.persistence import OperationalError
from psycopg.conninfo import conninfo_to_dict

T = TypeVar("T")

STATEMENT_TIMEOUT = 15_000  # milliseconds
LOCK_TIMEOUT = 10_000  # milliseconds
SERVER_GONE = 10_000  # milliseconds without an acknowledgement from the other side's kernel
CONNECTING = 5  # seconds
PATIENCE = 5  # seconds, for a connection that another thread uses

# Every statement here is served by an index; a plan made while the tables were empty would not
# know it, and planning each time costs more than reading.
OPTIONS = (
    f"-c statement_timeout={STATEMENT_TIMEOUT} -c lock_timeout={LOCK_TIMEOUT}"
    " -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c timezone=UTC"
)
# What waited for the lock of writers must see what the one before it committed.
ALWAYS = r"-c default_transaction_isolation=read\ committed"


def parameters(url: str) -> dict[str, Any]:
    """What libpq is told; the URL may set other timeouts."""
    given = conninfo_to_dict(url)
    options = f"{OPTIONS} {given.pop('options', None) or ''} {ALWAYS}"
    ours = {"connect_timeout": CONNECTING, "tcp_user_timeout": SERVER_GONE, "autocommit": True}
    return {**ours, **given, "options": options}


def connect(url: str) -> psycopg.Connection:
    """A connection of the caller's own, which keeps the plan of all it is asked.

    Raises:
        OperationalError: the server cannot be reached.
    """
    with as_library_errors():
        return psycopg.connect(**parameters(url), prepare_threshold=0)


class Readers:
    """Connections for reading, kept open; they outlive neither their server nor a failure."""

    def __init__(self, url: str, *, most: int) -> None:
        self._url = url
        self._idle: deque[psycopg.Connection] = deque()
        self._room = BoundedSemaphore(most)
        self._closed = False

    def read(self, reading: Callable[[psycopg.Cursor], T]) -> T:
        """Run a reading; again where its connection had died while it was idle.

        Raises:
            OperationalError: the server cannot be reached, or too many read at once.
        """
        if not self._room.acquire(timeout=PATIENCE):
            raise OperationalError("every connection is in use")
        try:
            with as_library_errors():
                return self._read(reading)
        finally:
            self._room.release()

    def _read(self, reading: Callable[[psycopg.Cursor], T]) -> T:
        while connection := self._kept():
            try:
                return self._read_on(connection, reading)
            except psycopg.OperationalError:
                if not connection.broken:
                    raise
        return self._read_on(connect(self._url), reading)

    def _read_on(self, connection: psycopg.Connection, reading: Callable[[psycopg.Cursor], T]) -> T:
        try:
            with connection.cursor(binary=True) as cursor:
                result = reading(cursor)
        except BaseException:
            if not connection.broken:
                connection.close()
            raise
        self._idle.append(connection)
        if self._closed:  # by another thread, meanwhile
            self.close()
        return result

    def close(self) -> None:
        self._closed = True
        while connection := self._kept():
            connection.close()

    def _kept(self) -> psycopg.Connection | None:
        with suppress(IndexError):
            return self._idle.pop()
        return None


@contextmanager
def as_library_errors() -> Iterator[None]:
    """Name what went wrong with the server in the event sourcing library's words."""
    try:
        yield
    except psycopg.Error as error:
        raise OperationalError(str(error)) from error
