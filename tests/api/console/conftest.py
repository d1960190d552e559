"""Browsers for the people of the invented network."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from starlette.testclient import TestClient

from api.http.app import create_app
from api.http.house import House
from tests.api.console.browsing import ENGLISH, Browser

Browsing = Callable[..., Browser]


@pytest.fixture
def browsing(house: House) -> Iterator[Browsing]:
    """A browser in which somebody, by first name, is signed in; nobody where none is named."""
    app = create_app(house)
    with ExitStack() as closing:

        def opened(name: str = "", language: str = ENGLISH) -> Browser:
            browser = Browser(closing.enter_context(TestClient(app)), language)
            if name:
                browser.signs_in(name)
            return browser

        yield opened
