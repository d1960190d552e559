"""A data folder to run commands on, empty or with a small demo."""

import shutil
from pathlib import Path

import pytest

from tests.cli.cordee import Cordee


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


@pytest.fixture
def elsewhere(demo: Cordee, tmp_path: Path) -> Cordee:
    """Another machine, where somebody put the master key back."""
    folder = tmp_path / "elsewhere"
    folder.mkdir(mode=0o700)
    shutil.copy(demo.data / "master.key", folder / "master.key")
    return Cordee(folder)
