"""The demo, served on a loopback port, for a browser that looks at all of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.api.console.pages.demo import Demo, served_demo

PEOPLE = 40


@pytest.fixture(scope="package")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """One for all pages; nobody changes anything there."""
    folder = tmp_path_factory.mktemp("console") / "data"
    with served_demo(folder, people=PEOPLE) as demo:
        yield demo
    shutil.rmtree(Path(folder))


@pytest.fixture
def desk(browser: Browser, demo_site: Demo) -> Iterator["Demo"]:
    """The demo, looked at with a browser that asks nobody else for anything."""
    with demo_site.looked_at(browser) as looked_at:
        yield looked_at
