"""Begin a new epoch: every key wrapped anew, then the older key-encryption keys destroyed.

Copies of the keys made before, in whatever backup, then open nothing any more. Killed anywhere, it
goes on where it stood: the master key file says which epochs there are, the table of the keys under
which one they may be wrapped.
"""

from collections.abc import Callable
from pathlib import Path

from infrastructure.sealing.key_table import KeyTable, WrappedKey
from infrastructure.sealing.master_key import (
    MasterKeys,
    add_epoch,
    keep_only,
    locked,
    read_master_keys,
)

Progress = Callable[[str, int, int], None]  # what, how much is done, how much there is
Saving = Callable[[MasterKeys], None]  # makes and verifies a fresh backup of the keys


def rotate(path: Path, table: KeyTable, *, save: Saving, progress: Progress) -> int:
    """Drop every epoch but a new one, which is returned; one that was begun is ended.

    Raises:
        MasterKeyError: the file is missing, or cannot be replaced from here.
        StoreUnavailable: the database of the keys cannot be reached; ask again.
    """
    with locked(path):
        master = read_master_keys(path)
        if master.oldest == master.current:
            master = add_epoch(path)
        table.begin_epoch(master.current)
        _rewrap(table, master, progress)
        save(master)
        keep_only(path, master.current)
        return master.current


def _rewrap(table: KeyTable, master: MasterKeys, progress: Progress) -> None:
    def anew(key: WrappedKey) -> bytes:
        return master.wrap(key.key_id, master.unwrap(key.key_id, key.epoch, key.wrapped or b""))

    total = left = table.of_older_epochs(than=master.current)
    last = table.rewrap(None, anew, epoch=master.current)
    while last is not None:
        last = table.rewrap(last, anew, epoch=master.current)
        left = table.of_older_epochs(than=master.current) if last is None else max(left - 1_000, 0)
        progress("wrap keys anew", total - left, total)
