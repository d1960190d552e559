"""PostgreSQL tables copied out of one snapshot, and back in."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import psycopg
from psycopg import sql
from sqlalchemy import Connection, delete, inspect, table, update

from infrastructure.backup.contents import contents_of_history, contents_of_keys
from infrastructure.backup.errors import PlaceNotEmpty
from infrastructure.backup.manifest import Progress, Saved, SavedFile, saved_file
from infrastructure.backup.tables import (
    HISTORY,
    blank,
    is_blank,
    opened,
    revision_of,
    rows_in,
)
from infrastructure.migrations.migrate import migrate
from infrastructure.settings import Group, Settings
from infrastructure.views.tables import checkpoint

SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
CHUNK = 1 << 18  # bytes


def copied(settings: Settings, folder: Path, progress: Progress) -> dict[str, Any]:
    """Copy each table as of one instant for the history, then for the keys."""
    with opened(settings, Group.EVENTS) as connection:
        connection.exec_driver_sql(SNAPSHOT)
        history = contents_of_history(connection)
        revisions = {group: revision_of(connection, group) for group in HISTORY}
        files = [
            file for group in HISTORY for file in _copy_out(connection, group, folder, progress)
        ]
    kept = copied_keys(settings, folder, progress)
    return {
        **history,
        **kept,
        "revisions": revisions | kept["revisions"],
        "files": files + kept["files"],
    }


def copied_keys(settings: Settings, folder: Path, progress: Progress) -> dict[str, Any]:
    """Copy the keys alone; what their manifest says of them."""
    with opened(settings, Group.KEYS) as connection:
        connection.exec_driver_sql(SNAPSHOT)
        kept = contents_of_keys(connection)
        revision = revision_of(connection, Group.KEYS)
        files = list(_copy_out(connection, Group.KEYS, folder, progress))
    return {**kept, "revisions": {Group.KEYS: revision}, "files": files}


@contextmanager
def loaded(
    settings: Settings, saved: Mapping[Group, Saved], progress: Progress
) -> Iterator[tuple[Connection, Connection, Connection]]:
    """Tables filled, unless what is done within fails: connections of history, keys, desk.

    Raises:
        PlaceNotEmpty: something was recorded there already, or its tables are of another version.
    """
    for group, one in saved.items():
        _prepare(settings, group, one.manifest.revisions[group])
    _have_views_rebuilt(settings)
    with opened(settings, Group.EVENTS) as history, opened(settings, Group.KEYS) as keys:
        for group, one in saved.items():
            connection = keys if group is Group.KEYS else history
            for file in one.manifest.of(group):
                _copy_in(connection, one.folder, file, progress)
        yield history, keys, history  # committed inside out: no body ever lacks its key


def _have_views_rebuilt(settings: Settings) -> None:
    migrate(settings, Group.VIEWS)
    with opened(settings, Group.VIEWS, keeping=True) as connection:
        if not is_blank(connection, Group.VIEWS):
            raise PlaceNotEmpty
        afresh = {"position": 0, "edition": checkpoint.c.edition + 1}
        connection.execute(update(checkpoint).values(afresh))


def _prepare(settings: Settings, group: Group, revision: str) -> None:
    """Make the tables as they were when they were copied; later migrations come afterwards."""
    with opened(settings, group) as connection:
        there = revision_of(connection, group)
        if there not in {"", revision} or not is_blank(connection, group):
            raise PlaceNotEmpty
    migrate(settings, group, to=revision)


def _copy_out(
    connection: Connection, group: Group, folder: Path, progress: Progress
) -> Iterator[SavedFile]:
    for name in blank(group).tables:
        columns = [column["name"] for column in inspect(connection).get_columns(name)]
        path = folder / f"{group}.{name}.copy"
        path.touch(mode=0o600)
        command = sql.SQL("COPY {} TO STDOUT (FORMAT binary)").format(_listed(name, columns))
        size = _size_of(connection, name)
        with path.open("wb") as file, _cursor(connection).copy(command) as chunks:
            for chunk in chunks:
                file.write(chunk)
                progress(f"copy {group}", min(file.tell(), size), size)
        yield saved_file(path, group, table=name, columns=columns)


def _copy_in(connection: Connection, folder: Path, file: SavedFile, progress: Progress) -> None:
    if rows_in(connection, file.table):
        connection.execute(delete(table(file.table)))  # what the migrations put there
    listed = _listed(file.table, file.columns)
    command = sql.SQL("COPY {} FROM STDIN (FORMAT binary)").format(listed)
    with (folder / file.name).open("rb") as source, _cursor(connection).copy(command) as target:
        while chunk := source.read(CHUNK):
            target.write(chunk)
            progress(f"restore {file.group}", source.tell(), file.size)
    _number_on(_cursor(connection), file)


def _number_on(cursor: psycopg.Cursor, file: SavedFile) -> None:
    """Have the database number its next rows after the highest number restored."""
    owner, number_on = "SELECT pg_get_serial_sequence(quote_ident(%s), %s)", "SELECT setval(%s, %s)"
    for column in file.columns:
        (sequence,) = cursor.execute(owner, (file.table, column)).fetchone() or (None,)
        if sequence:
            names = map(sql.Identifier, (column, file.table))
            highest = sql.SQL("SELECT max({}) FROM {}").format(*names)
            (number,) = cursor.execute(highest).fetchone() or (None,)
            cursor.execute(number_on, (sequence, number or 1))


def _listed(name: str, columns: Iterable[str]) -> sql.Composed:
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    return sql.SQL("{} ({})").format(sql.Identifier(name), names)


def _size_of(connection: Connection, name: str) -> int:
    """Bytes on disk, to tell how far a copy has come."""
    size: int = connection.exec_driver_sql(
        "SELECT pg_table_size(quote_ident(%s)::regclass)", (name,)
    ).scalar_one()
    return size


def _cursor(connection: Connection) -> psycopg.Cursor:
    return cast("psycopg.Connection", connection.connection.driver_connection).cursor()
