"""Servers that tests bring up by themselves, once a test process, only when asked for."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from infrastructure.settings import Settings
from tests.browsers import NONE_FOUND, found_browser, running_browser
from tests.cli.cordee import Cordee
from tests.infrastructure.databases import on_postgres, on_sqlite
from tests.servers import Postgres, Redis, postgres_server, redis_server

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A slow machine is not a failure.
hypothesis.settings.register_profile(
    "cordee", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("cordee")


# They go through everything at once. What they run is covered by the tests of its own room, and
# counting lines takes as long again as running them.
UNCOUNTED = (
    "tests/api/test_access_matrix.py",
    "tests/api/test_bad_input.py",
    "tests/api/test_exploring.py",
    "tests/api/test_seeded_bugs.py",
    "tests/canaries/",
    "tests/faults/",
    "tests/infrastructure/views/test_histories.py",
    "tests/seeds/test_many_people.py",
)


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


@pytest.fixture
def cordee(tmp_path: Path) -> Cordee:
    return Cordee(tmp_path / "data")


@pytest.fixture(scope="session")
def small_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a demo of a few people; not to be changed."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    loaded = Cordee(folder).run("seeds", "load", "--people", "6")
    assert loaded.exit_code == 0, loaded.output
    return folder


@pytest.fixture
def demo(small_demo: Path, tmp_path: Path) -> Cordee:
    """A demo of a few people, of the test's own."""
    shutil.copytree(small_demo, tmp_path / "data")
    return Cordee(tmp_path / "data")


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """Not of the session: while it runs, its thread can run no other event loop."""
    path = found_browser()
    if path is None:
        pytest.skip(NONE_FOUND)
    with running_browser(path) as browser:
        yield browser


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.nodeid.startswith(UNCOUNTED):
            item.add_marker("no_cover")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what was not looked at."""
    skipped = terminalreporter.getreports("skipped")
    missed = [one.nodeid for one in skipped if NONE_FOUND in str(one.longrepr)]
    if missed:
        terminalreporter.section("BROWSER TESTS DID NOT RUN", red=True, bold=True)
        terminalreporter.line(f"{len(missed)} tests of pages were skipped. {NONE_FOUND}", red=True)
