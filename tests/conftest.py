"""Servers that tests bring up by themselves, once a test process, only when asked for."""

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from infrastructure.settings import Settings
from tests.infrastructure.databases import on_postgres, on_sqlite
from tests.servers import Postgres, Redis, postgres_server, redis_server

# A slow machine is not a failure.
hypothesis.settings.register_profile(
    "cordee", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("cordee")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with postgres_server() as server:
        yield server


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """An empty database of the test's own."""
    with postgres.database() as url:
        yield url


@pytest.fixture(scope="session")
def redis_() -> Iterator[Redis]:
    with redis_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgres"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """An empty installation, on each kind of database in turn."""
    if request.param == "sqlite":
        yield on_sqlite(tmp_path)
    else:
        with on_postgres(request.getfixturevalue("postgres"), tmp_path) as settings:
            yield settings
