"""Servers that tests bring up by themselves, once a test process, only when asked for."""

from collections.abc import Iterator

import pytest

from tests.servers import Postgres, Redis, postgres_server, redis_server


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
