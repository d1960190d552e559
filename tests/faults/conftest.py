from collections.abc import Iterator

import pytest

from tests.servers import Postgres, postgres_server


@pytest.fixture(scope="session")
def _mortal() -> Iterator[Postgres]:
    with postgres_server() as server:
        yield server


@pytest.fixture
def mortal(_mortal: Postgres) -> Postgres:
    """A PostgreSQL that tests may kill, apart from the one that others share."""
    _mortal.start()
    return _mortal
