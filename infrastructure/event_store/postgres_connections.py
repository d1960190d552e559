"""Connections to the PostgreSQL that holds the history, none of which may wait for ever."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import psycopg
from eventsourcing.persistence import OperationalError
from psycopg.conninfo import conninfo_to_dict
from psycopg_pool import ConnectionPool

T = TypeVar("T")

STATEMENT_TIMEOUT = 15_000  # milliseconds
LOCK_TIMEOUT = 10_000  # milliseconds
SERVER_GONE = 10_000  # milliseconds without an acknowledgement from the other side's kernel
CONNECTING = 5  # seconds
POOL_WAITS = 5.0  # seconds, for a connection that another thread uses
RECONNECTING = 5.0  # seconds of attempts; the next reader starts new ones

# Every statement here is served by an index; a plan made while the tables were empty would not
# know it, and planning each time costs more than reading.
OPTIONS = (
    f"-c statement_timeout={STATEMENT_TIMEOUT} -c lock_timeout={LOCK_TIMEOUT}"
    " -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c timezone=UTC"
)


def parameters(url: str) -> dict[str, Any]:
    """What libpq is told; what the URL says comes last and wins."""
    given = conninfo_to_dict(url)
    options = " ".join(filter(None, (OPTIONS, str(given.pop("options", "") or ""))))
    ours = {"connect_timeout": CONNECTING, "tcp_user_timeout": SERVER_GONE, "autocommit": True}
    return {**ours, **given, "options": options}


def connect(url: str) -> psycopg.Connection:
    """A connection of the caller's own.

    Raises:
        OperationalError: the server cannot be reached.
    """
    with as_library_errors():
        return psycopg.connect(**parameters(url))


class Readers:
    """A pool of connections for reading, which outlives its server."""

    def __init__(self, url: str, *, most: int) -> None:
        self._pool = ConnectionPool(
            kwargs=parameters(url) | {"prepare_threshold": 0},
            min_size=1,
            max_size=most,
            timeout=POOL_WAITS,
            reconnect_timeout=RECONNECTING,
            open=True,
        )

    def read(self, reading: Callable[[psycopg.Cursor], T]) -> T:
        """Run a reading; once more where its connection had died before.

        Raises:
            OperationalError: the server cannot be reached.
        """
        with as_library_errors():
            try:
                return self._read(reading)
            except psycopg.OperationalError:
                self._pool.check()  # after a restart of the server all of them are dead
                return self._read(reading)

    def _read(self, reading: Callable[[psycopg.Cursor], T]) -> T:
        with self._pool.connection() as connection, connection.cursor(binary=True) as cursor:
            return reading(cursor)

    def close(self) -> None:
        self._pool.close()


@contextmanager
def as_library_errors() -> Iterator[None]:
    """Name what went wrong with the server in the event sourcing library's words."""
    try:
        yield
    except psycopg.Error as error:
        raise OperationalError(str(error)) from error
