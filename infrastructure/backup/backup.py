"""Copy an installation into a folder while it serves."""

from datetime import UTC, datetime
from pathlib import Path

from application.operating.ports import Work
from infrastructure.backup import postgres_copies, sqlite_copies
from infrastructure.backup.contents import contents_of_history
from infrastructure.backup.errors import FolderNotEmpty, NotMigrated
from infrastructure.backup.manifest import Database, Manifest, Progress, read, silent, write
from infrastructure.backup.tables import SAVED, blank, opened, revision_of
from infrastructure.operating.upkeep import note_done
from infrastructure.settings import Group, Settings


def backup(settings: Settings, folder: Path, *, progress: Progress = silent) -> Manifest:
    """Copy events, keys, traces and desk; the keys come last, so that each body finds its own.

    Neither the master key nor the views are copied. The desk notes when it was done, last.

    Raises:
        FolderNotEmpty: something else is in the folder.
        NotMigrated: there is nothing yet, or its tables are of an older version.
    """
    _must_be_migrated(settings)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if any(folder.iterdir()):
        raise FolderNotEmpty
    began = datetime.now(UTC)
    database = Database.SQLITE if settings.embedded else Database.POSTGRESQL
    copies = sqlite_copies if settings.embedded else postgres_copies
    manifest = Manifest(
        made_at=began, database=database, **copies.copied(settings, folder, progress)
    )
    write(manifest, folder)
    note_done(settings, Work.BACKUP, at=manifest.made_at, number=manifest.last_position)
    return manifest


def back_up_keys(settings: Settings, folder: Path, *, progress: Progress = silent) -> Manifest:
    """Copy the keys alone, for a restore beside a backup of the history (`--keys-from`).

    Raises:
        FolderNotEmpty: something else is in the folder.
        BackupDamaged: what was written is not what was read.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if any(folder.iterdir()):
        raise FolderNotEmpty
    database = Database.SQLITE if settings.embedded else Database.POSTGRESQL
    copies = sqlite_copies if settings.embedded else postgres_copies
    with opened(settings, Group.EVENTS, reading=True) as connection:
        history = contents_of_history(connection)
    kept = copies.copied_keys(settings, folder, progress)
    manifest = Manifest(made_at=datetime.now(UTC), database=database, **history, **kept)
    write(manifest, folder)
    read(folder).verify([Group.KEYS], progress)
    return manifest


def _must_be_migrated(settings: Settings) -> None:
    for group in SAVED:
        if settings.embedded and not settings.file_of(group).exists():
            raise NotMigrated
        with opened(settings, group, reading=True) as connection:
            if revision_of(connection, group) != blank(group).revision:
                raise NotMigrated
