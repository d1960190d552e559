"""Where the command line's tests put things back."""

import shutil
from pathlib import Path

import pytest

from tests.cli.cordee import Cordee


@pytest.fixture
def elsewhere(demo: Cordee, tmp_path: Path) -> Cordee:
    """Another machine, where somebody put the master key back."""
    folder = tmp_path / "elsewhere"
    folder.mkdir(mode=0o700)
    shutil.copy(demo.data / "master.key", folder / "master.key")
    return Cordee(folder)
