"""Put a backup back where nothing is, or say exactly what would be lost."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection

from infrastructure.backup import postgres_copies, sqlite_copies
from infrastructure.backup.errors import OtherDatabase, OtherHistory, WouldLose
from infrastructure.backup.losses import Losses, accept, losses
from infrastructure.backup.manifest import Database, Progress, Saved, read, silent
from infrastructure.backup.tables import HISTORY, SAVED, is_blank, opened
from infrastructure.migrations.migrate import migrate
from infrastructure.reminders.restored import hold_back
from infrastructure.sealing.master_key import MasterKeys, read_master_keys
from infrastructure.settings import Group, Settings


class Half(StrEnum):
    HISTORY = "history"  # events, traces, desk
    KEYS = "keys"


GROUPS = {Half.HISTORY: HISTORY, Half.KEYS: (Group.KEYS,)}


def restore(
    settings: Settings,
    folder: Path,
    *,
    keys_from: Path | None = None,
    halves: Iterable[Half] = Half,
    accept_loss: bool = False,
    progress: Progress = silent,
) -> Losses:
    """Restore both halves, or one beside the other that is in its place already.

    The keys may come from another backup of the same history. What is lost, where that is
    accepted, reads as erased from then on. Views are rebuilt by the next projector.

    Raises:
        BackupRefused: the backup is damaged, or another one; the place is not empty; or some
            entries could not be opened (`WouldLose` lists them).
        MasterKeyError: the master key file, which is restored first, is missing or exposed.
    """
    sources = {Half.HISTORY: read(folder), Half.KEYS: read(keys_from or folder)}
    _must_fit(settings, sources)
    saved = _checked({half: sources[half] for half in halves}, progress)
    for group in set(SAVED) - saved.keys():
        migrate(settings, group)
    missing = _missing_history(settings, sources[Half.HISTORY], saved)
    copies = sqlite_copies if settings.embedded else postgres_copies
    with copies.loaded(settings, saved, progress) as (history, keys, desk):
        lost = replace(losses(history, keys, _master_keys(settings, keys)), history=missing)
        if lost and not accept_loss:
            raise WouldLose(lost)
        accept(lost, keys)
        if Group.DESK in saved:
            hold_back(desk, at=datetime.now(UTC))
    migrate(settings)
    return lost


def _must_fit(settings: Settings, sources: Mapping[Half, Saved]) -> None:
    kind = Database.SQLITE if settings.embedded else Database.POSTGRESQL
    if any(source.manifest.database is not kind for source in sources.values()):
        raise OtherDatabase
    if len({source.manifest.store_id for source in sources.values()}) > 1:
        raise OtherHistory


def _checked(sources: Mapping[Half, Saved], progress: Progress) -> dict[Group, Saved]:
    """The groups to restore, in order; a half that somebody took away whole is left out."""
    saved: dict[Group, Saved] = {}
    for half, source in sources.items():
        if source.holds(GROUPS[half]):
            source.verify(GROUPS[half], progress)
            saved |= dict.fromkeys(GROUPS[half], source)
    return saved


def _missing_history(settings: Settings, source: Saved, saved: Mapping[Group, Saved]) -> int:
    """Entries that are neither in the backup nor in their place."""
    if Group.EVENTS in saved:
        return 0
    with opened(settings, Group.EVENTS) as history:
        return source.manifest.events if is_blank(history, Group.EVENTS) else 0


def _master_keys(settings: Settings, keys: Connection) -> MasterKeys | None:
    """None where there is no key to open with them."""
    return None if is_blank(keys, Group.KEYS) else read_master_keys(settings.master_key_path)
