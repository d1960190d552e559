from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from infrastructure.settings import Settings
from tests.infrastructure.databases import on_postgres, on_sqlite
from tests.infrastructure.living import Living, living


@pytest.fixture
def source(settings: Settings) -> Iterator[Living]:
    """An installation where something happened, open."""
    with living(settings) as source:
        yield source


@pytest.fixture
def elsewhere(
    settings: Settings, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Settings]:
    """Another place, empty but for the master key, on the same kind of database."""
    folder = tmp_path / "elsewhere"
    folder.mkdir(mode=0o700)
    with _place(settings, request, folder) as place:
        place.master_key_path.touch(mode=0o600)
        place.master_key_path.write_bytes(settings.master_key_path.read_bytes())
        yield place


@contextmanager
def _place(like: Settings, request: pytest.FixtureRequest, folder: Path) -> Iterator[Settings]:
    if like.embedded:
        yield on_sqlite(folder)
    else:
        with on_postgres(request.getfixturevalue("postgres"), folder) as place:
            yield place
