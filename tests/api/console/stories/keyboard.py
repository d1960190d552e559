"""A page by keyboard alone: where each press of Tab stops, and what is wrong with it there."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

MOST = 120  # stops: whoever has not arrived by then has gone past
STOP = """
() => {
  const here = document.activeElement;
  const {outlineStyle, outlineWidth} = getComputedStyle(here);
  const {left, top, right, bottom} = here.getBoundingClientRect();
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const above = document.elementFromPoint(x, y);
  return {
    name: (here.getAttribute("aria-label") || here.innerText || here.name || here.tagName).trim(),
    place: here.tagName.toLowerCase() + (here.id && `#${here.id}`),
    outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    seen: Boolean(above) && (here.contains(above) || above.contains(here)),
    left, right, top: top + scrollY, bottom: bottom + scrollY,
  };
}
"""


@dataclass(frozen=True)
class Stop:
    name: str
    place: str
    outlined: bool
    seen: bool
    left: float
    right: float
    top: float
    bottom: float

    def comes_after(self, other: "Stop") -> bool:
        """Further down, or in a column further on; something tall may begin higher."""
        return self.bottom > other.top or self.left >= other.right


@dataclass
class Keyboard:
    """Whoever has no mouse, at a page; `faults` fills with what is wrong on the way."""

    page: Page
    faults: list[str] = field(default_factory=list)
    last: Stop | None = None

    def tabs_to(self, selector: str) -> None:
        """Press Tab until something that is looked for has the focus."""
        for _ in range(MOST):
            self.presses("Tab")
            self._looks()
            if self._is_at(selector):
                return
        raise AssertionError(f"{selector} is not reached by Tab on {self.page.url}")

    def presses(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def types(self, text: str) -> None:
        self.page.keyboard.type(text)

    def fills(self, selector: str, text: str) -> None:
        self.tabs_to(selector)
        self.types(text)

    def chooses(self, selector: str, value: str) -> None:
        """Go to a list of choices, and down it as far as one."""
        self.tabs_to(selector)
        for _ in range(MOST):
            if self.page.locator(selector).input_value() == value:
                return
            self.presses("ArrowDown")
        raise AssertionError(f"{value} is not among the choices of {selector}")

    def follows(self, selector: str) -> None:
        """Go to a link or a button, press it, and wait for the page it leads to."""
        self.tabs_to(selector)
        self.enters()

    def enters(self) -> None:
        with self.page.expect_navigation():
            self.presses("Enter")
        self.arrives()

    def arrives(self) -> None:
        """A page begins anew at its top."""
        self.last = None

    def skips_to_content(self) -> None:
        """The first stop is the link that skips what every page begins with."""
        self.presses("Tab")
        self._looks()
        assert self._is_at("a.skip")
        self.presses("Enter")
        assert self._is_at("main")
        self.last = None

    def _is_at(self, selector: str) -> bool:
        held = "(selector) => document.activeElement.matches(selector)"
        return bool(self.page.evaluate(held, selector))

    def _looks(self) -> None:
        stop = Stop(**self._told())
        self.faults += (
            f"{self.page.url}: {stop.place} {stop.name!r} {fault}"
            for fault, there in (
                ("has no visible focus", not stop.outlined),
                ("is covered, or out of sight", not stop.seen),
                (
                    "comes before what is above it",
                    bool(self.last and not stop.comes_after(self.last)),
                ),
            )
            if there
        )
        self.last = stop

    def _told(self) -> dict[str, Any]:
        told: dict[str, Any] = self.page.evaluate(STOP)
        return told
