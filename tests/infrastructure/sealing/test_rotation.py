"""A new epoch: every key opens as before, and no copy made before opens with what is left."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from infrastructure.sealing.errors import EpochEnded, MasterKeyUnwritable, MasterKeyWrong
from infrastructure.sealing.key_table import KeyTable
from infrastructure.sealing.keyring import Keyring
from infrastructure.sealing.master_key import MasterKeys, create_master_keys, read_master_keys
from infrastructure.sealing.rotation import Saving, rotate
from infrastructure.sealing.sealing_key import SealingKey


class Killed(Exception):
    """The process ends here."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    create_master_keys(tmp_path / "kept" / "master.key")
    return tmp_path / "kept" / "master.key"


@pytest.fixture
def keyring(table_on_each: KeyTable, path: Path) -> Iterator[Keyring]:
    """Of a process that goes on while another one rotates."""
    keyring = Keyring(table_on_each, read_master_keys(path), reread=lambda: read_master_keys(path))
    yield keyring
    keyring.close()


def turned(path: Path, table: KeyTable, *, save: Saving = lambda _: None) -> int:
    return rotate(path, table, save=save, progress=lambda *_: None)


def opens(table: KeyTable, path: Path, key_id: bytes) -> bool:
    found = Keyring(table, read_master_keys(path)).keys([key_id])
    return isinstance(found[key_id], SealingKey)


def test_every_key_opens_under_the_new_epoch_and_none_under_the_old_one(
    table_on_each: KeyTable, keyring: Keyring, path: Path
) -> None:
    former, names = path.read_bytes(), keyring.secret("names")
    claimed = [keyring.claim().id for _ in range(3)]
    before = table_on_each.fetch(UUID(bytes=one) for one in claimed)
    assert turned(path, table_on_each) == 2
    assert all(opens(table_on_each, path, one) for one in claimed)
    assert Keyring(table_on_each, read_master_keys(path)).secret("names") == names
    for key in before:
        with pytest.raises(MasterKeyWrong):
            read_master_keys(path).unwrap(key.key_id, key.epoch, key.wrapped or b"")
    assert former not in [child.read_bytes() for child in path.parent.iterdir()]
    assert sorted(child.name for child in path.parent.iterdir()) == [
        "master.key",
        "master.key.lock",
    ]


def test_a_process_that_goes_on_reads_the_file_again(
    table_on_each: KeyTable, keyring: Keyring, path: Path
) -> None:
    keyring.claim()
    assert turned(path, table_on_each) == 2
    claimed = [keyring.claim().id for _ in range(600)]  # beyond what was made ahead
    assert all(opens(table_on_each, path, one) for one in claimed[-3:])
    assert keyring.secret("new") == keyring.secret("new")


def test_no_key_is_made_under_an_epoch_that_ends(table_on_each: KeyTable, path: Path) -> None:
    behind = Keyring(table_on_each, read_master_keys(path))
    turned(path, table_on_each)
    with pytest.raises(EpochEnded):
        behind.claim()


def test_a_destroyed_key_stays_destroyed(
    table_on_each: KeyTable, keyring: Keyring, path: Path
) -> None:
    gone, stream = keyring.claim().id, uuid4()
    assert keyring.destroy([gone], stream_id=stream) == 1
    turned(path, table_on_each)
    (key,) = table_on_each.fetch([UUID(bytes=gone)])
    assert (key.wrapped, key.epoch) == (None, 1)


def test_the_old_epoch_is_kept_until_a_backup_was_made(
    table_on_each: KeyTable, keyring: Keyring, path: Path
) -> None:
    claimed = keyring.claim().id

    def fails(master: MasterKeys) -> None:
        assert (master.oldest, master.current) == (1, 2)
        raise Killed

    with pytest.raises(Killed):
        turned(path, table_on_each, save=fails)
    assert read_master_keys(path).oldest == 1
    assert opens(table_on_each, path, claimed)
    assert turned(path, table_on_each) == 2  # it goes on, and begins no other
    assert read_master_keys(path).oldest == 2
    assert opens(table_on_each, path, claimed)


def test_a_file_that_cannot_be_replaced_here_is_said_so(table_on_each: KeyTable) -> None:
    with pytest.raises(MasterKeyUnwritable):
        turned(Path("/proc/nowhere/master.key"), table_on_each)
