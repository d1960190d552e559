"""Somebody at a browser: they go where the page leads, and fill in what it asks."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

IDS = re.compile(r"[0-9a-f]{32}|[0-9a-f-]{36}")

MOST = 200  # looks at a list that is kept up to date beside
NAMES = "fields => fields.map(field => field.name || field.id)"


def leading(ending: str, about: str = "") -> str:
    """Links of a page by how the path ends that they lead to, and what it is about."""
    link = f'main a[href*="{about or "/"}"]'
    return f'{link}[href$="{ending}"], {link}[href*="{ending}?"]'


@dataclass(frozen=True)
class Seat:
    page: Page

    def follows(self, ending: str, about: str = "") -> None:
        """Go where a link of the page leads; a page that offers none fails the story."""
        self._shown(self.page.locator(leading(ending, about)).first).click()

    def awaits(self, path: str, ending: str, about: str) -> None:
        """Open a list again until it counts what was just done elsewhere; then follow it."""
        for _ in range(MOST):
            self.page.goto(path)
            if self.page.locator(leading(ending, about)).count():
                return self.follows(ending, about)
        raise AssertionError(f"{path} never led to {ending}")

    def fills(self, **typed: str) -> None:
        """Type into fields by their names, with `__` where the name has a dot."""
        for name, value in typed.items():
            self.fill(name.replace("__", "."), value)

    def fill(self, name: str, value: str) -> None:
        fields = self.page.locator(f'main [name="{name}"]')
        kind = fields.first.evaluate("one => one.type")
        if kind in {"radio", "checkbox"}:
            named = self.page.locator(f'main [name="{name}"][value="{value}"]')
            self._shown(named.locator("xpath=ancestor::label")).click()
        elif kind.startswith("select"):
            self._shown(fields).select_option(value)
        else:
            self._shown(fields).fill(value)

    def sends(self) -> None:
        """Send the form of the page, which must be done."""
        assert self.page.locator("main form.sheet :invalid").evaluate_all(NAMES) == []
        self.tries()
        assert self.alerts() == []

    def tries(self) -> None:
        """Send the form of the page; what it answers is looked at."""
        self.page.click("main form.sheet .actions button.btn")
        self.page.wait_for_selector("main [role=status], main [role=alert]")

    def does(self, form: str, **typed: str) -> None:
        """What a link of the page offers to do."""
        self.follows(form)
        self.fills(**typed)
        self.sends()

    def adds(self, form: str, **typed: str) -> None:
        """What the list of what can be added offers to do."""
        self.follows("/adding")
        self.does(form, **typed)

    def alerts(self) -> list[str]:
        return self.page.locator("main [role=alert]").all_inner_texts()

    def words(self) -> str:
        """What the page says, but for the ids of its request."""
        said = self.page.locator("body").inner_text()
        return IDS.sub("", said).replace("\u00a0", " ").replace("\u202f", " ")

    def timeline(self) -> list[str]:
        """The sentences of the timeline, oldest first."""
        return self.page.locator(".rope .entry strong").all_inner_texts()[::-1]

    def _shown(self, one: Locator) -> Locator:
        """Whatever is folded around it is opened first."""
        folded = one.first.locator("xpath=ancestor::details[not(@open)]")
        for summary in [each.locator("> summary").element_handle() for each in folded.all()]:
            summary.click()
        one.first.wait_for()
        return one
