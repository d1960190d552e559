import pytest

from tests.application.network import Town


@pytest.fixture
def town() -> Town:
    return Town()
