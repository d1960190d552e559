"""Rotate the keys of an installation: a new epoch, a fresh backup of the keys, the old one gone."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from application.operating.ports import Work
from domain.refusals import DomainError
from infrastructure.backup.backup import back_up_keys
from infrastructure.backup.manifest import Progress, silent
from infrastructure.databases import open_engine
from infrastructure.operating.upkeep import note_done
from infrastructure.sealing.key_table import KeyTable
from infrastructure.sealing.master_key import MasterKeys
from infrastructure.sealing.rotation import rotate
from infrastructure.settings import Group, Settings


class FreshBackupIncomplete(DomainError):
    code = "fresh-backup-incomplete"
    title = "The fresh backup of the keys lacks some: nothing was dropped. Rotate them again."


def rotate_keys(settings: Settings, *, progress: Progress = silent) -> int:
    """Rotate them, or end a rotation that was cut; the epoch that keys are under from now on.

    The fresh backup of the keys stays in `settings.key_backups`, those of former epochs go: they
    open nothing any more.

    Raises:
        MasterKeyError: the master key file is missing, or cannot be replaced from here.
        StoreUnavailable: a database cannot be reached; ask again.
    """

    def save(master: MasterKeys) -> None:
        folder = settings.key_backups / f"epoch-{master.current}"
        shutil.rmtree(folder, ignore_errors=True)  # of a rotation that was cut
        manifest = back_up_keys(settings, folder, progress=progress)
        if set(manifest.epochs) - {master.current}:
            raise FreshBackupIncomplete

    engine = open_engine(settings, Group.KEYS)
    try:
        epoch = rotate(settings.master_key_path, KeyTable(engine), save=save, progress=progress)
    finally:
        engine.dispose()
    note_done(settings, Work.ROTATION, at=datetime.now(UTC), number=epoch)
    _forget_former(settings.key_backups, epoch)
    return epoch


def _forget_former(folder: Path, epoch: int) -> None:
    for former in folder.glob("epoch-*"):
        if former.name != f"epoch-{epoch}":
            shutil.rmtree(former, ignore_errors=True)
