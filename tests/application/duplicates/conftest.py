import pytest

from tests.application.duplicates.scene import Scene


@pytest.fixture
def scene() -> Scene:
    return Scene()
