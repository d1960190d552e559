"""Settings on both kinds of database, for tests that must hold on each."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import SecretStr
from sqlalchemy import Engine

from infrastructure.databases import open_engine
from infrastructure.migrations.migrate import migrate
from infrastructure.sealing.master_key import create_master_keys
from infrastructure.settings import Group, Settings
from tests.servers import Postgres


def on_sqlite(folder: Path) -> Settings:
    return Settings(data=folder)


@contextmanager
def on_postgres(server: Postgres, folder: Path) -> Iterator[Settings]:
    """Two places as good as new databases: one for everything, one for the keys."""
    with server.schema() as url, server.schema() as keys_url:
        yield Settings(data=folder, database_url=SecretStr(url), keys_url=SecretStr(keys_url))


@contextmanager
def engine_on(settings: Settings, group: Group, *, keeping: bool = False) -> Iterator[Engine]:
    engine = open_engine(settings, group, keeping=keeping)
    try:
        yield engine
    finally:
        engine.dispose()


def installed(settings: Settings) -> Settings:
    """The same installation with its tables and its master key, ready to be opened."""
    migrate(settings)
    if not settings.embedded:  # the first embedded start makes it
        create_master_keys(settings.master_key_path)
    return settings
