"""SQLite files copied while they are in use, and put back."""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from infrastructure.backup.contents import contents_of_history, contents_of_keys
from infrastructure.backup.errors import PlaceNotEmpty
from infrastructure.backup.manifest import Progress, Saved, saved_file
from infrastructure.backup.tables import SAVED, is_blank, opened, revision_of
from infrastructure.durability import make_durable
from infrastructure.settings import Group, Settings

PAGES = 1_000  # copied between two reports
BESIDE = ("", "-wal", "-shm")  # what SQLite keeps beside a file


def copied(settings: Settings, folder: Path, progress: Progress) -> dict[str, Any]:
    """Copy each group's file as of one instant, writers going on; what its manifest says."""
    for group in SAVED:
        _copy(settings.file_of(group), folder / f"{group}.sqlite", progress)
    there = settings.model_copy(update={"data": folder})
    with opened(there, Group.EVENTS, reading=True) as connection:
        history = contents_of_history(connection)
    with opened(there, Group.KEYS, reading=True) as connection:
        keys = contents_of_keys(connection)
    revisions = {}
    for group in SAVED:
        with opened(there, group, reading=True) as connection:
            revisions[group] = revision_of(connection, group)
    files = [saved_file(folder / f"{group}.sqlite", group) for group in SAVED]
    return {**history, **keys, "revisions": revisions, "files": files}


def copied_keys(settings: Settings, folder: Path, progress: Progress) -> dict[str, Any]:
    """Copy the keys alone; what their manifest says of them."""
    there = settings.model_copy(update={"data": folder})
    _copy(settings.file_of(Group.KEYS), there.file_of(Group.KEYS), progress)
    with opened(there, Group.KEYS, reading=True) as connection:
        kept = contents_of_keys(connection)
        revision = revision_of(connection, Group.KEYS)
    files = [saved_file(there.file_of(Group.KEYS), Group.KEYS)]
    return {**kept, "revisions": {Group.KEYS: revision}, "files": files}


@contextmanager
def loaded(
    settings: Settings, saved: Mapping[Group, Saved], progress: Progress
) -> Iterator[tuple[Connection, Connection, Connection]]:
    """Files in their places, unless what is done within fails: history, keys, desk.

    Raises:
        PlaceNotEmpty: something was recorded there already.
    """
    aside = settings.model_copy(update={"data": settings.data / "restoring"})
    for group in saved:
        _must_be_blank(settings, group)
    shutil.rmtree(aside.data, ignore_errors=True)  # of a restore that was killed
    aside.data.mkdir(parents=True, mode=0o700)
    try:
        for done, (group, one) in enumerate(saved.items(), start=1):
            shutil.copyfile(one.folder / one.manifest.of(group)[0].name, aside.file_of(group))
            progress("restore", done, len(saved))
        where = {group: aside if group in saved else settings for group in SAVED}
        with (
            opened(where[Group.EVENTS], Group.EVENTS) as history,
            opened(where[Group.KEYS], Group.KEYS) as keys,
            opened(where[Group.DESK], Group.DESK) as desk,
        ):
            yield history, keys, desk
        for group in sorted(saved, key=SAVED.index, reverse=True):
            make_durable(aside.file_of(group))
            _remove(settings.file_of(group))
            aside.file_of(group).replace(settings.file_of(group))
        _remove(settings.file_of(Group.VIEWS))  # of another life; they are rebuilt
        make_durable(settings.data)
    finally:
        shutil.rmtree(aside.data)


def _copy(source: Path, target: Path, progress: Progress) -> None:
    target.touch(mode=0o600)
    uri = f"{source.absolute().as_uri()}?mode=rw"  # to read beside writers, but never to make it
    with (
        closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as reading,
        closing(sqlite3.connect(target, isolation_level=None)) as writing,
    ):
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM sqlite_master").fetchone()  # every page as of now
        reading.backup(
            writing,
            pages=PAGES,
            progress=lambda _, left, total: progress(f"copy {source.stem}", total - left, total),
        )
        writing.execute("PRAGMA journal_mode = DELETE")  # a file with nothing beside it


def _must_be_blank(settings: Settings, group: Group) -> None:
    if not settings.file_of(group).exists():
        return
    with opened(settings, group) as connection:
        if not is_blank(connection, group):
            raise PlaceNotEmpty


def _remove(file: Path) -> None:
    for end in BESIDE:
        file.with_name(file.name + end).unlink(missing_ok=True)
