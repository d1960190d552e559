"""One network for all stories: nothing that one leaves there is seen by another."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.console.stories.stage import Stage, staged
from tests.api.people import People


@pytest.fixture(scope="package")
def stage(
    settled: tuple[Path, People], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stage]:
    folder, people = settled
    data = tmp_path_factory.mktemp("stories") / "data"
    shutil.copytree(folder, data)
    with staged(data, people) as opened:
        yield opened
    shutil.rmtree(data)
