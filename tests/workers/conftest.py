from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from pydantic import SecretStr

from infrastructure.settings import Settings
from tests.infrastructure.databases import on_postgres
from tests.servers import Postgres, Redis


@pytest.fixture
def network(postgres: Postgres, redis_: Redis, tmp_path: Path) -> Iterator[Settings]:
    """An empty installation of the network topology."""
    with redis.Redis.from_url(redis_.url) as client:
        client.flushall()
    with on_postgres(postgres, tmp_path) as settings:
        yield settings.model_copy(update={"redis_url": SecretStr(redis_.url)})
