import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest

from infrastructure.sealing.errors import (
    MasterKeyDamaged,
    MasterKeyExposed,
    MasterKeyMissing,
    MasterKeyWrong,
)
from infrastructure.sealing.master_key import MasterKeys, create_master_keys, read_master_keys

KEY = uuid4()


def test_the_file_is_made_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "apart" / "master.key"
    create_master_keys(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert [child.name for child in path.parent.iterdir()] == ["master.key"]


def test_a_secret_unwraps_with_the_file_read_again(tmp_path: Path) -> None:
    made = create_master_keys(tmp_path / "master.key")
    wrapped = made.wrap(KEY, b"secret")
    assert read_master_keys(tmp_path / "master.key").unwrap(KEY, 1, wrapped) == b"secret"


def test_who_comes_second_gets_the_first_ones_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(create_master_keys, [tmp_path / "master.key"] * 8))
    wrapped = made[0].wrap(KEY, b"secret")
    assert {keys.unwrap(KEY, 1, wrapped) for keys in made} == {b"secret"}


def test_an_older_epoch_still_unwraps_and_the_newest_wraps() -> None:
    old, both = MasterKeys({1: b"a" * 32}), MasterKeys({1: b"a" * 32, 2: b"b" * 32})
    assert both.current == 2
    assert both.unwrap(KEY, 1, old.wrap(KEY, b"secret")) == b"secret"
    assert (both.holds(1), both.holds(3)) == (True, False)


def test_a_wrapped_key_opens_only_under_its_own_id_epoch_and_master_key() -> None:
    keys = MasterKeys({1: b"a" * 32, 2: b"a" * 32})
    wrapped = keys.wrap(KEY, b"secret")
    for holder, key_id, epoch in (
        (keys, uuid4(), 2),
        (keys, KEY, 1),
        (keys, KEY, 3),
        (MasterKeys({2: b"b" * 32}), KEY, 2),
    ):
        with pytest.raises(MasterKeyWrong):
            holder.unwrap(key_id, epoch, wrapped)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(MasterKeyMissing):
        read_master_keys(tmp_path / "master.key")


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_file_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    create_master_keys(tmp_path / "master.key")
    (tmp_path / "master.key").chmod(mode)
    with pytest.raises(MasterKeyExposed):
        read_master_keys(tmp_path / "master.key")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not json",
        "[]",
        "{}",
        json.dumps({"epochs": {}}),
        json.dumps({"epochs": {"1": "ab"}}),
        json.dumps({"epochs": {"one": "ab" * 32}}),
        json.dumps({"epochs": ["ab" * 32]}),
    ],
)
def test_a_damaged_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "master.key"
    path.touch(mode=0o600)
    path.write_text(content)
    with pytest.raises(MasterKeyDamaged):
        read_master_keys(path)
