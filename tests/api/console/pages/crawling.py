"""Walks from the first page to every other by links, and looks at each kind of page once."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus

from axe_playwright_python.sync_playwright import Axe
from fastapi.routing import APIRoute
from playwright.sync_api import Page

from api.console.rooms import ROUTERS
from tests.api.pages.looking import LEAST_TAP, look_at

ROUTES = [
    route
    for router in ROUTERS
    for route in router.routes
    if isinstance(route, APIRoute) and "GET" in (route.methods or ())
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
NOT_PAGES = re.compile(r"^/assets/|\.(csv|css|js|svg|txt)$")
BESIDE = ("/docs", "/v1/", "/openapi")  # of the API
AXE = Axe()


def template_of(path: str) -> str | None:
    """The route that answers to a path; named segments win over parameters."""
    found = [route for route in ROUTES if route.path_regex.match(path.partition("?")[0])]
    return min((route.path for route in found), key=lambda path: path.count("{"), default=None)


@dataclass
class Walk:
    """Goes by links, to each kind of page once."""

    page: Page
    at: str
    skips: Callable[[str], bool] = lambda _: False  # kinds that are left aside
    seen: dict[str, str] = field(default_factory=dict)  # a kind of page, and where it was seen
    lost: list[str] = field(default_factory=list)  # links that lead to no page

    def pages(self, start: str = "/") -> Iterator[str]:
        """Where it stands, page after page."""
        waiting = deque([start])
        while waiting:
            path = waiting.popleft()
            kind = template_of(path)
            if kind is None:
                self.lost.append(f"{path}: no page of the console")
            elif kind not in self.seen and not self._is_skipped(kind):
                self.seen[kind] = path
                answer = self.page.goto(f"{self.at}{path}")
                if answer is None or answer.status != HTTPStatus.OK:
                    self.lost.append(f"{path}: status {answer and answer.status}")
                    continue
                yield path
                waiting.extend(self._links())

    def _is_skipped(self, kind: str) -> bool:
        return bool(NOT_PAGES.search(kind)) or self.skips(kind)

    def _links(self) -> list[str]:
        hrefs = "links => links.map(link => link.getAttribute('href'))"
        found: list[str] = self.page.locator('a[href^="/"]').evaluate_all(hrefs)
        mine = (href.partition("#")[0] for href in found)
        return [href for href in mine if not href.startswith(BESIDE)]


def faults_of(page: Page, language: str) -> Iterator[str]:
    """What is wrong with a page: as it lies on a screen, at 400 %, and to axe."""
    yield from look_at(page).faults(language=language, tap=LEAST_TAP)
    yield from (f"at 400 %: {fault}" for fault in _zoomed(page, language))
    for violation in AXE.run(page, options=RULES).response["violations"]:
        places = "; ".join(str(node["target"]) for node in violation["nodes"][:3])
        yield f"{violation['id']}: {violation['help']} ({places})"


def _zoomed(page: Page, language: str) -> list[str]:
    """At 400 %, a screen of 1280 pixels shows 320 of them."""
    usual = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 256})
    faults = look_at(page).faults(language=language, tap=LEAST_TAP)
    if usual:
        page.set_viewport_size(usual)
    return faults
