"""Open the database of a group of tables with SQLAlchemy, wherever the settings put it."""

from sqlite3 import Connection as SqliteConnection
from typing import Any, NoReturn

import psycopg
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

from infrastructure.settings import Group, Settings

KEEPING = "cordee.keeping"  # the PostgreSQL setting of connections that write views
SQLITE_WAITS = 30_000  # milliseconds, for another writer of the same file


def open_asking(settings: Settings, group: Group) -> Engine:
    """An engine for single statements that only read: on PostgreSQL one round trip each."""
    if not (postgres := settings.postgres_of(group)):
        return open_engine(settings, group)
    url = make_url(postgres).set(drivername="postgresql+psycopg")
    return create_engine(url, pool_size=settings.connections, isolation_level="AUTOCOMMIT")


def open_engine(settings: Settings, group: Group, *, keeping: bool = False) -> Engine:
    """An engine on the group's database; every SQLite transaction takes the write lock at once.

    A SQLite reader that must not wait for writers uses `execution_options(reading=True)`.
    `keeping`: it writes the rows of the views, and passes their wall on PostgreSQL.
    """
    if postgres := settings.postgres_of(group, keeping=keeping):
        url = make_url(postgres).set(drivername="postgresql+psycopg")
        engine = create_engine(url, pool_size=settings.connections, pool_pre_ping=True)
        # many rows in one statement: psycopg would send them one by one in its pipeline mode,
        # which may hang for ever on a Unix socket, and costs more
        engine.dialect.use_insertmanyvalues_wo_returning = True
        event.listen(engine, "do_executemany", _one_by_one)
        if keeping:
            event.listen(engine, "connect", _keep_views)
        return engine
    path = settings.file_of(group)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = create_engine(URL.create("sqlite", database=str(path)))
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _one_by_one(*_: Any) -> NoReturn:
    """Refuse what psycopg would send in its pipeline mode: it is to be said in one statement."""
    raise TypeError("many rows go to PostgreSQL in one statement, not one by one")


def _keep_views(connection: psycopg.Connection, _: Any) -> None:
    connection.execute(f"SET {KEEPING} = 'on'")
    connection.commit()  # a rollback would take it back


def _prepare_sqlite(connection: SqliteConnection, _: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in (
        f"busy_timeout = {SQLITE_WAITS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
