"""The demo networks behind open doors, and browsers in which their members are signed in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from playwright.sync_api import Browser, Page

from api.cli.demo_loading import load_demo
from api.cli.demo_offering import offered_logins
from api.composition import found_master_key, opened_house, opened_installation, prepare
from api.http.house import OfferedLogin
from domain.members import Role
from infrastructure.composition import opened_views
from tests.api.serving import served
from tests.infrastructure.databases import on_sqlite

PATIENCE = 120_000  # milliseconds: a slow machine is not a failure


@dataclass
class Demo:
    at: str
    offered: tuple[OfferedLogin, ...]
    browser: Browser | None = None
    asked: list[str] = field(default_factory=list)  # every address that was asked for

    @contextmanager
    def looked_at(self, browser: Browser) -> Iterator["Demo"]:
        asked: list[str] = []
        yield replace(self, browser=browser, asked=asked)
        assert [url for url in asked if not url.startswith((self.at, "data:"))] == []

    def login(self, role: Role, organisation: str = "") -> OfferedLogin:
        return next(
            login
            for login in self.offered
            if login.role is role and any(organisation in name for name, _ in login.hats)
        )

    @contextmanager
    def opened(
        self, language: str = "fr", *, width: int = 1280, script: bool = True, scale: float = 1
    ) -> Iterator[Page]:
        """A page of a browser in which nobody is signed in."""
        assert self.browser
        with self.browser.new_context(
            viewport={"width": width, "height": 900},
            locale=language,
            java_script_enabled=script,
            device_scale_factor=scale,
        ) as context:
            context.set_default_timeout(PATIENCE)
            context.on("request", lambda request: self.asked.append(request.url))
            yield context.new_page()

    def signs_in(self, page: Page, login: OfferedLogin) -> None:
        """In one click; under the first hat, where there are several."""
        page.goto(f"{self.at}/sign-in")
        page.locator(f'button[value="{login.email}"]').click()
        if page.url.startswith(f"{self.at}/hat"):
            page.locator("button.choice").first.click()


@contextmanager
def served_demo(folder: Path, *, people: int) -> Iterator[Demo]:
    """Load the demo into an empty folder and open its doors until the end."""
    settings = on_sqlite(folder)
    prepare(settings)
    found_master_key(settings)
    with opened_installation(settings) as installation:
        load_demo(installation, people=people)
        with (
            opened_house(installation) as house,
            opened_views(settings, installation.store) as views,
        ):
            while views.projector.step().events:
                pass
            offered = offered_logins(folder)
            with served(replace(house, offered=offered, evenly=False)) as at:
                yield Demo(at, offered)
