"""Sealing itself is tried over SQLite; what touches the database of the keys, over both."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from infrastructure.migrations.migrate import migrate
from infrastructure.sealing.key_table import KeyTable
from infrastructure.sealing.keyring import Keyring
from infrastructure.sealing.mapper import SealedMapper
from infrastructure.sealing.master_key import MasterKeys, create_master_keys
from infrastructure.settings import Group, Settings
from tests.infrastructure.databases import engine_on, on_sqlite
from tests.infrastructure.sealing.examples import mapper_on


@pytest.fixture
def table(tmp_path: Path) -> Iterator[KeyTable]:
    settings = on_sqlite(tmp_path)
    migrate(settings, Group.KEYS)
    with engine_on(settings, Group.KEYS) as engine:
        yield KeyTable(engine)


@pytest.fixture
def table_on_each(settings: Settings) -> Iterator[KeyTable]:
    migrate(settings, Group.KEYS)
    with engine_on(settings, Group.KEYS) as engine:
        yield KeyTable(engine)


@pytest.fixture
def master(tmp_path: Path) -> MasterKeys:
    return create_master_keys(tmp_path / "master.key")


@pytest.fixture
def keyring(table: KeyTable, master: MasterKeys) -> Iterator[Keyring]:
    keyring = Keyring(table, master)
    yield keyring
    keyring.close()


@pytest.fixture
def mapper(keyring: Keyring) -> SealedMapper:
    return mapper_on(keyring)
