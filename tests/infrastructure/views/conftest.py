from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from infrastructure.migrations.migrate import migrate
from infrastructure.settings import Group, Settings
from tests.infrastructure.databases import engine_on, on_sqlite
from tests.infrastructure.roles import by_least_roles
from tests.infrastructure.views.scene import Scene
from tests.servers import Postgres


@pytest.fixture(params=["sqlite", "postgres"])
def scene(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Scene]:
    """An empty network on each kind of database in turn, behind its wall where there is one."""
    if request.param == "sqlite":
        settings = on_sqlite(tmp_path)
        migrate(settings, Group.VIEWS)
        with scene_on(settings) as scene:
            yield scene
    else:
        postgres = request.getfixturevalue("postgres")
        with by_least_roles(postgres, tmp_path) as settings, scene_on(settings) as scene:
            yield scene


@pytest.fixture
def walled(postgres: Postgres, tmp_path: Path) -> Iterator[Scene]:
    """An empty network on PostgreSQL, behind its wall."""
    with by_least_roles(postgres, tmp_path) as settings, scene_on(settings) as scene:
        yield scene


@contextmanager
def scene_on(settings: Settings) -> Iterator[Scene]:
    with (
        engine_on(settings, Group.VIEWS, keeping=True) as engine,
        engine_on(settings, Group.VIEWS) as reading,
    ):
        yield Scene(engine, reading)
