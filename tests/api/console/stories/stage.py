"""A network made for stories, served: each of its people sits at a browser of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page
from starlette.testclient import TestClient

from api.composition import opened_house, opened_installation
from api.console.cookies import SESSION
from api.http.app import create_app
from api.http.house import House
from tests.api.people import PASSWORD, People, quick_passwords
from tests.api.serving import served
from tests.api.speaking import Speaker
from tests.fakes.meter import MeterInMemory
from tests.infrastructure.databases import on_sqlite
from workers.composition import following_views

PATIENCE = 60_000  # milliseconds: a slow machine is not a failure
DESK = {"width": 1280, "height": 900}


@dataclass(frozen=True)
class Stage:
    at: str  # such as http://127.0.0.1:8123
    house: House
    people: People
    client: TestClient

    def as_(self, name: str) -> Speaker:
        """Speak to the API as somebody: for what came before a story."""
        return Speaker(self.client, {"Authorization": f"Bearer {self.token(name)}"})

    def token(self, name: str) -> str:
        asked = {"email": email_of(name), "password": PASSWORD}
        return str(self.client.post("/v1/sessions", json=asked).json()["token"])

    def ends_sessions(self, name: str) -> None:
        """Sign somebody out everywhere."""
        headers = {"Authorization": f"Bearer {self.token(name)}"}
        assert self.client.delete("/v1/sessions", headers=headers).is_success

    @contextmanager
    def window(
        self, browser: Browser, *, language: str = "fr", script: bool = True, **more: Any
    ) -> Iterator[Page]:
        """A browser in which nobody is signed in, and which asks no other site for anything."""
        asked: list[str] = []
        settings: dict[str, Any] = {"viewport": DESK, **more}
        settings |= {"locale": language, "java_script_enabled": script}
        with browser.new_context(base_url=self.at, **settings) as context:
            context.set_default_timeout(PATIENCE)
            context.on("request", lambda request: asked.append(request.url))
            yield context.new_page()
        assert [url for url in asked if not url.startswith((self.at, "data:"))] == []

    @contextmanager
    def seat(self, browser: Browser, name: str, **more: Any) -> Iterator[Page]:
        """A browser in which somebody, by first name, is signed in already."""
        with self.window(browser, **more) as page:
            self.gives_session(page, name)
            yield page

    def gives_session(self, page: Page, name: str) -> None:
        page.context.add_cookies([{"name": SESSION, "value": self.token(name), "url": self.at}])


def email_of(name: str) -> str:
    return f"{name}@cordee.example"


def signs_in(page: Page, name: str) -> None:
    """As somebody does it, at the page that asks for it."""
    page.fill("#email", email_of(name))
    page.fill("#password", PASSWORD)
    page.click("main form:has(#password) button")


@contextmanager
def staged(folder: Path, people: People) -> Iterator[Stage]:
    """Open the doors of a settled network, and keep its lists up to date as it lives."""
    settings = on_sqlite(folder)
    with (
        opened_installation(settings) as installation,
        following_views(settings, installation.store),
        opened_house(
            replace(installation, desk=replace(installation.desk, passwords=quick_passwords()))
        ) as opened,
    ):
        house = replace(opened, meter=MeterInMemory(), evenly=False)
        with served(house) as at, TestClient(create_app(house)) as client:
            yield Stage(at, house, people, client)
