from collections.abc import Iterator

import pytest

from infrastructure.migrations.migrate import migrate
from infrastructure.settings import Group, Settings
from tests.infrastructure.databases import engine_on
from tests.infrastructure.views.scene import Scene


@pytest.fixture
def scene(settings: Settings) -> Iterator[Scene]:
    """An empty network on each kind of database in turn."""
    migrate(settings, Group.VIEWS)
    with engine_on(settings, Group.VIEWS) as engine:
        yield Scene(engine)
