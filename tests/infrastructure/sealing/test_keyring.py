import subprocess
import sys
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from application.refusals import StoreUnavailable
from infrastructure.migrations.migrate import migrate
from infrastructure.sealing.errors import MasterKeyWrong
from infrastructure.sealing.key_table import KeyTable
from infrastructure.sealing.keyring import Keyring
from infrastructure.sealing.master_key import MasterKeys
from infrastructure.sealing.pool import BATCH, LOW, USABLE, Pool
from infrastructure.sealing.sealing_key import Gone, SealingKey
from infrastructure.settings import Group
from tests.infrastructure.databases import engine_on, on_sqlite
from tests.infrastructure.sealing.examples import STREAM


def test_a_claimed_key_is_committed_before_it_is_given(table: KeyTable, keyring: Keyring) -> None:
    key_id = UUID(bytes=keyring.claim().id)
    assert [key.key_id for key in table.fetch([key_id])] == [key_id]


def test_no_key_is_given_twice_beyond_a_batch(keyring: Keyring) -> None:
    claimed = [keyring.claim().id for _ in range(3 * BATCH)]
    assert len(set(claimed)) == len(claimed)


def test_unknown_keys_are_absent_and_destroyed_ones_gone(keyring: Keyring) -> None:
    kept, destroyed, unknown = keyring.claim().id, keyring.claim().id, uuid4().bytes
    keyring.destroy([destroyed], stream_id=STREAM)
    found = keyring.keys([kept, destroyed, unknown])
    assert isinstance(found[kept], SealingKey)
    assert found[destroyed] == Gone(STREAM)
    assert unknown not in found


def test_a_key_of_another_master_key_is_refused(table: KeyTable, keyring: Keyring) -> None:
    key_id = keyring.claim().id
    with pytest.raises(MasterKeyWrong):
        Keyring(table, MasterKeys({1: b"a" * 32})).keys([key_id])


def test_each_purpose_has_one_secret(table: KeyTable, master: MasterKeys) -> None:
    one, other = Keyring(table, master), Keyring(table, master)
    assert one.secret("search") == other.secret("search") != one.secret("cursors")


def test_without_its_database_the_store_is_unavailable(tmp_path: Path, master: MasterKeys) -> None:
    settings = on_sqlite(tmp_path)
    migrate(settings, Group.KEYS)
    with engine_on(settings, Group.KEYS) as engine:
        keyring = Keyring(KeyTable(engine), master)
        with engine.begin() as connection:
            connection.execute(text("ALTER TABLE keys RENAME TO gone"))
        with pytest.raises(StoreUnavailable):
            keyring.claim()


FORK = """
import os, uuid
from infrastructure.sealing.pool import BATCH, Pool
from infrastructure.sealing.sealing_key import SealingKey
pool = Pool(lambda count: [SealingKey(uuid.uuid4().bytes, b"") for _ in range(count)])
pool.claim()
read, write = os.pipe()
if os.fork() == 0:
    os.write(write, pool.claim().id)
    os._exit(0)
os.wait()
assert os.read(read, 16) not in {pool.claim().id for _ in range(BATCH - 1)}
"""


def test_a_forked_process_never_gives_its_parents_keys() -> None:
    subprocess.run([sys.executable, "-c", FORK], check=True)  # noqa: S603 (our own text above)


def test_keys_kept_too_long_are_never_given() -> None:
    now = 1_000_000.0
    made: list[SealingKey] = []

    def make(count: int) -> list[SealingKey]:
        made.extend(SealingKey(uuid4().bytes, b"") for _ in range(count))
        return made[-count:]

    pool = Pool(make, clock=lambda: now)
    pool.claim()
    too_old = {key.id for key in made}
    now += USABLE + 1
    assert pool.claim().id not in too_old


def test_the_next_batch_is_made_before_the_pool_runs_dry() -> None:
    made: list[int] = []

    def make(count: int) -> list[SealingKey]:
        made.append(count)
        return [SealingKey(uuid4().bytes, b"") for _ in range(count)]

    pool = Pool(make)
    for _ in range(BATCH - LOW + 1):
        pool.claim()
    pool.close()
    assert made == [BATCH, BATCH]


def test_a_batch_that_cannot_be_made_ahead_is_asked_again_when_needed() -> None:
    answers = iter([True, False, True])

    def make(count: int) -> list[SealingKey]:
        if not next(answers):
            raise StoreUnavailable
        return [SealingKey(uuid4().bytes, b"") for _ in range(count)]

    pool = Pool(make)
    first = {pool.claim().id for _ in range(BATCH - LOW + 1)}
    pool.close()  # the batch under way failed
    assert pool.claim().id not in first
    pool.close()
    assert next(answers, None) is None
