"""`make screenshots`: every page of the console as it looks today, for `docs/console/`.

The demo is loaded afresh, so that everybody on them is invented.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from domain.members import Role
from tests.api.console.pages.crawling import Walk, template_of
from tests.api.console.pages.demo import Demo, served_demo
from tests.browsers import NONE_FOUND, found_browser, running_browser

FOLDER = Path(__file__).parents[4] / "docs" / "console"
PEOPLE = 120
SCREENS = {"desk": 1280, "phone": 360}  # pixels wide
TALLEST = 1_800  # pixels: what is below is more of the same
FORMS = {  # of many that look alike
    "form-note": "/forms/pathways/{pathway_id}/notes",
    "form-referral": "/forms/pathways/{pathway_id}/referrals",
    "form-appointment": "/forms/pathways/{pathway_id}/appointments",
}
PATHWAY = "/pathways/{pathway_id}"


def main() -> None:
    browser_path = found_browser()
    if browser_path is None:
        sys.exit(NONE_FOUND)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.jpg"):
        old.unlink()
    with (
        TemporaryDirectory() as folder,
        served_demo(Path(folder) / "data", people=PEOPLE) as demo,
        running_browser(browser_path) as browser,
        demo.looked_at(browser) as looked_at,
    ):
        shown = sorted({name for role in Role for name in _shown_to(looked_at, role)})
    (FOLDER / "README.md").write_text(_gallery(shown), "utf-8")
    sys.stdout.write(f"{len(shown)} pages are in {FOLDER}.\n")


def _shown_to(demo: Demo, role: Role) -> Iterator[str]:
    """What a role is led to, page by page; the names of its pictures."""
    with demo.opened("fr") as page:
        page.goto(f"{demo.at}/sign-in")
        yield _taken(page, "sign-in")
        demo.signs_in(page, demo.login(role))
        walk = Walk(page, demo.at, skips=lambda kind: kind.startswith("/forms/"))
        for path in walk.pages():
            yield _taken(page, _name(template_of(path) or path, role))
        for name, form in FORMS.items() if PATHWAY in walk.seen else ():
            page.goto(demo.at + form.replace(PATHWAY, walk.seen[PATHWAY]))
            yield _taken(page, name)


def _taken(page: Page, name: str) -> str:
    for screen, width in SCREENS.items():
        page.set_viewport_size({"width": width, "height": 900})
        height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
        page.screenshot(
            path=FOLDER / f"{name}-{screen}.jpg",
            type="jpeg",
            quality=50,
            full_page=True,
            clip={"x": 0, "y": 0, "width": width, "height": height},
        )
    page.set_viewport_size({"width": SCREENS["desk"], "height": 900})
    return name


def _name(kind: str, role: Role) -> str:
    """Of a kind of page; `one` stands for an id."""
    parts = ["one" if part.startswith("{") else part for part in kind.strip("/").split("/")]
    return "-".join(filter(None, parts)) or f"day-of-{role}"


def _gallery(names: list[str]) -> str:
    """The page that shows them."""
    lines = [
        "# Every page of the console",
        "",
        "As `make screenshots` takes them from the demo, where everybody is invented:",
        "on a desk and on a telephone.",
        "",
    ]
    for name in names:
        lines += [f"## {name.replace('-', ' ')}", "", f"![On a desk]({name}-desk.jpg)"]
        lines += [f"![On a telephone]({name}-phone.jpg)", ""]
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    main()
