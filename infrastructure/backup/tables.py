"""Which tables a group has, and what a new installation holds in each."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr
from sqlalchemy import Connection, column, func, inspect, select, table

from infrastructure.databases import open_engine
from infrastructure.migrations.migrate import migrate
from infrastructure.settings import Group, Settings

HISTORY = (Group.DESK, Group.TRACES, Group.EVENTS)  # the desk first: it follows the events
SAVED = (*HISTORY, Group.KEYS)  # the keys last: each body finds its key


@contextmanager
def opened(settings: Settings, group: Group) -> Iterator[Connection]:
    """One transaction on the database of a group."""
    engine = open_engine(settings, group)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


@cache
def tables_of(group: Group) -> Mapping[str, int]:
    """The tables of a group, and the rows that migrations alone put into each."""
    with TemporaryDirectory() as folder:
        nowhere = SecretStr("")
        settings = Settings(data=Path(folder), database_url=nowhere, keys_url=nowhere)
        migrate(settings, group)
        with opened(settings, group) as connection:
            names = set(inspect(connection).get_table_names()) - {f"{group}_version"}
            return {name: rows_in(connection, name) for name in sorted(names)}


def rows_in(connection: Connection, name: str) -> int:
    return connection.execute(select(func.count()).select_from(table(name))).scalar_one()


def is_blank(connection: Connection, group: Group) -> bool:
    """Whether nothing was ever recorded in this group; its tables may not even be there."""
    present = set(inspect(connection).get_table_names())
    return all(
        rows_in(connection, name) <= rows
        for name, rows in tables_of(group).items()
        if name in present
    )


def revision_of(connection: Connection, group: Group) -> str:
    """The version of a group's tables; empty where there are none."""
    name = f"{group}_version"
    if not inspect(connection).has_table(name):
        return ""
    versions = table(name, column("version_num"))
    revision: str = connection.execute(select(versions.c.version_num)).scalar_one()
    return revision
