"""The pages of a house, served on a loopback port and looked at with a browser."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from starlette.testclient import TestClient

from api.http.app import create_app
from tests.api.conftest import place_on
from tests.api.pages.site import CALL_BACK, Headers, Phone, Site
from tests.api.people import People
from tests.api.serving import served
from tests.api.test_replies import URL
from tests.domain.reminders.wordings import reviewed
from tests.infrastructure.databases import on_sqlite

PATIENCE = 120_000  # milliseconds: a slow machine is not a failure


@pytest.fixture(scope="package")
def site(settled: tuple[Path, People], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One for all pages: nothing that a test leaves there is seen by another."""
    folder, people = settled
    data = tmp_path_factory.mktemp("pages") / "data"
    shutil.copytree(folder, data)
    settings = on_sqlite(data).model_copy(update={"public_url": URL})
    with place_on(settings) as place:
        notice = replace(place.house.notice, call_back=CALL_BACK)
        house = replace(place.house, notice=notice, wordings=reviewed("ar", "uk"))
        with served(house) as at, TestClient(create_app(house)) as client:
            yield Site(at, place, house, client, people)


@pytest.fixture
def phone(browser: Browser, site: Site) -> Iterator[Phone]:
    """A small telephone; whatever is looked at with it asks nobody else for anything."""
    with ExitStack() as closing:
        asked: list[str] = []

        def opened(language: str = "fr", *, script: bool = False, headers: Headers = None) -> Page:
            context = browser.new_context(
                viewport={"width": 320, "height": 640},
                is_mobile=True,
                has_touch=True,
                locale=language,
                java_script_enabled=script,
                extra_http_headers=dict(headers or {}),
            )
            context.set_default_timeout(PATIENCE)
            closing.callback(context.close)
            context.on("request", lambda request: asked.append(request.url))
            return context.new_page()

        yield opened
    assert [url for url in asked if not url.startswith((site.at, "data:"))] == []
