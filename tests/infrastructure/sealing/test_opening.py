from pathlib import Path

import pytest
from pydantic import SecretStr

from infrastructure.migrations.migrate import migrate
from infrastructure.sealing.errors import MasterKeyMissing
from infrastructure.sealing.opening import open_keyring, store_id_of
from infrastructure.settings import Group, Settings
from tests.infrastructure.databases import engine_on, on_sqlite


def test_the_first_embedded_start_makes_a_master_key(tmp_path: Path) -> None:
    settings = on_sqlite(tmp_path / "data")
    migrate(settings, Group.KEYS)
    assert settings.data.stat().st_mode & 0o777 == 0o700
    with engine_on(settings, Group.KEYS) as engine:
        key_id = open_keyring(settings, engine).claim().id
        assert key_id in open_keyring(settings, engine).keys([key_id])


def test_a_lost_master_key_is_never_replaced_silently(tmp_path: Path) -> None:
    settings = on_sqlite(tmp_path)
    migrate(settings, Group.KEYS)
    with engine_on(settings, Group.KEYS) as engine:
        open_keyring(settings, engine).claim()
        settings.master_key_path.unlink()
        with pytest.raises(MasterKeyMissing):
            open_keyring(settings, engine)


def test_a_network_is_given_its_master_key(tmp_path: Path) -> None:
    embedded = on_sqlite(tmp_path)
    network = Settings(data=tmp_path, database_url=SecretStr("a"), keys_url=SecretStr("b"))
    migrate(embedded, Group.KEYS)
    with engine_on(embedded, Group.KEYS) as engine, pytest.raises(MasterKeyMissing):
        open_keyring(network, engine)


def test_each_history_has_an_identity_for_good(settings: Settings) -> None:
    migrate(settings, Group.EVENTS)
    with engine_on(settings, Group.EVENTS) as engine:
        first = store_id_of(engine)
        migrate(settings, Group.EVENTS)
        assert store_id_of(engine) == first
