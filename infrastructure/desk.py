"""The desk's database: what is neither history nor view, such as accounts and due rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Any

from sqlalchemy import BigInteger, Connection, Dialect, Engine, Table, TypeDecorator
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from application.refusals import StoreUnavailable

LONGEST_TURN = 30.0  # seconds that a writer waits for others of the process
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_turns: dict[str, "Turn"] = {}
_making_turns = Lock()


class Desk:
    """Transactions on it; one that cannot be reached says so in our words.

    `asking`: an engine that commits by itself and asks no connection whether it lives.
    """

    def __init__(self, engine: Engine, asking: Engine | None = None) -> None:
        self._writing = engine
        self._reading = engine.execution_options(reading=True)
        self._asking = asking or engine
        self._mark = "%s" if engine.dialect.name == "postgresql" else "?"
        self._turn = turn_of(engine)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that waits for no writer."""
        with _reached(self._reading) as connection:
            yield connection

    def ask(self, statement: str, value: object) -> tuple[Any, ...] | None:
        """One row by a statement that only reads, `?` standing for the value.

        For what each request asks: nothing of SQLAlchemy but its pool stands between.
        """
        try:
            return self._asked(statement, value)
        except self._asking.dialect.loaded_dbapi.Error:
            self._asking.dispose()  # connections of before the database came back
        try:
            return self._asked(statement, value)
        except (self._asking.dialect.loaded_dbapi.Error, PoolExhausted) as error:
            raise StoreUnavailable from error

    def _asked(self, statement: str, value: object) -> tuple[Any, ...] | None:
        connection = self._asking.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute(statement.replace("?", self._mark), (value,))
            row: tuple[Any, ...] | None = cursor.fetchone()
            cursor.close()
            return row
        finally:
            connection.close()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with self._turn.taken(), _reached(self._writing) as connection:
            yield connection


class Turn:
    """Who writes to a SQLite file next: its own waiting sleeps, and most of a second is lost."""

    def __init__(self) -> None:
        self._lock = Lock()

    @contextmanager
    def taken(self) -> Iterator[None]:
        if not self._lock.acquire(timeout=LONGEST_TURN):
            raise StoreUnavailable
        try:
            yield
        finally:
            self._lock.release()


class EverybodysTurn(Turn):
    """PostgreSQL has its own queues."""

    @contextmanager
    def taken(self) -> Iterator[None]:
        yield


def turn_of(engine: Engine) -> Turn:
    """The one of the file, for every engine of this process on it."""
    if engine.dialect.name == "postgresql":
        return EverybodysTurn()
    with _making_turns:
        return _turns.setdefault(str(engine.url.database), Turn())


@contextmanager
def _reached(engine: Engine) -> Iterator[Connection]:
    try:
        with engine.begin() as connection:
            yield connection
    except (InterfaceError, OperationalError, PoolExhausted) as error:
        raise StoreUnavailable from error


def inserting(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An insert that may say what to do on conflict; SQLAlchemy spells it once a dialect."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


class Instant(TypeDecorator[datetime]):
    """A UTC instant, kept as microseconds since 1970 in every dialect."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 (SQLAlchemy's signature)
        return None if value is None else (value - EPOCH) // timedelta(microseconds=1)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (SQLAlchemy's signature)
        return None if value is None else EPOCH + timedelta(microseconds=value)


class DatabaseNow(FunctionElement[datetime]):
    """The instant by the database's own clock: the only one that its processes share."""

    type = Instant()
    inherit_cache = True


@compiles(DatabaseNow, "postgresql")
def _now_on_postgresql(*_: Any, **__: Any) -> str:
    return "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint"


@compiles(DatabaseNow, "sqlite")
def _now_on_sqlite(*_: Any, **__: Any) -> str:
    return "CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER) * 1000"
