"""Walks from the first page to every other by links, and looks at each kind of page once."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

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
AXE = Axe()


def template_of(path: str) -> str | None:
    """The route that answers to a path; named segments win over parameters."""
    found = [route for route in ROUTES if route.path_regex.match(path.partition("?")[0])]
    return min((route.path for route in found), key=lambda path: path.count("{"), default=None)


@dataclass
class Crawl:
    """One walk; `skipped` are the kinds of pages that are left to other tests."""

    page: Page
    at: str
    language: str
    skipped: tuple[str, ...] = ()
    seen: dict[str, str] = field(default_factory=dict)  # a kind of page, and where it was seen

    def faults(self, start: str = "/") -> Iterator[str]:
        """What is wrong with each kind of page that links lead to."""
        waiting = deque([start])
        while waiting:
            path = waiting.popleft()
            kind = template_of(path)
            if kind is None:
                yield f"{path}: no page of the console"
            elif kind not in self.seen and not kind.startswith(self.skipped or ("\0",)):
                self.seen[kind] = path
                if NOT_PAGES.search(kind):
                    continue
                yield from (f"{path}: {fault}" for fault in self._looked_at(path))
                waiting.extend(self._links())

    def _looked_at(self, path: str) -> Iterator[str]:
        answer = self.page.goto(f"{self.at}{path}")
        if answer is None or answer.status != 200:
            yield f"status {answer and answer.status}"
            return
        yield from look_at(self.page).faults(language=self.language, tap=LEAST_TAP)
        yield from self._zoomed()
        found = AXE.run(self.page, options=RULES).response["violations"]
        for violation in found:
            places = "; ".join(str(node["target"]) for node in violation["nodes"][:3])
            yield f"{violation['id']}: {violation['help']} ({places})"

    def _zoomed(self) -> Iterator[str]:
        """At 400 %, a screen of 1280 pixels shows 320 of them."""
        usual = self.page.viewport_size
        self.page.set_viewport_size({"width": 320, "height": 256})
        faults = look_at(self.page).faults(language=self.language, tap=LEAST_TAP)
        yield from (f"at 400 %: {fault}" for fault in faults)
        if usual:
            self.page.set_viewport_size(usual)

    def _links(self) -> list[str]:
        hrefs = "links => links.map(link => link.getAttribute('href'))"
        found: list[str] = self.page.locator('a[href^="/"]').evaluate_all(hrefs)
        mine = (href.partition("#")[0] for href in found)
        return [href for href in mine if not href.startswith(("/docs", "/v1/", "/openapi"))]
