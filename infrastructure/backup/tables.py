"""Which tables a group has, and what a new installation holds in each."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Blank:
    """A group in a new installation: its version, and the rows that migrations put in it."""

    revision: str
    tables: Mapping[str, int]


@contextmanager
def opened(
    settings: Settings, group: Group, *, reading: bool = False, keeping: bool = False
) -> Iterator[Connection]:
    """One transaction on the database of a group."""
    engine = open_engine(settings, group, keeping=keeping)
    try:
        with engine.execution_options(reading=reading).begin() as connection:
            yield connection
    finally:
        engine.dispose()


@cache
def blank(group: Group) -> Blank:
    """Learnt by migrating it; the tables have the same names on both kinds of database."""
    with TemporaryDirectory() as folder:
        nowhere = SecretStr("")
        settings = Settings(data=Path(folder), database_url=nowhere, keys_url=nowhere)
        migrate(settings, group)
        with opened(settings, group) as connection:
            names = set(inspect(connection).get_table_names()) - {f"{group}_version"}
            rows = {name: rows_in(connection, name) for name in sorted(names)}
            return Blank(revision_of(connection, group), rows)


def rows_in(connection: Connection, name: str) -> int:
    return connection.execute(select(func.count()).select_from(table(name))).scalar_one()


def is_blank(connection: Connection, group: Group) -> bool:
    """Whether nothing was ever recorded in this group; its tables may not even be there."""
    present = set(inspect(connection).get_table_names())
    return all(
        rows_in(connection, name) <= rows
        for name, rows in blank(group).tables.items()
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
