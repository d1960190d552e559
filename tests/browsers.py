"""The Chromium that is on the machine, for tests of pages; none is ever fetched."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMED_BY = "CORDEE_TEST_BROWSER"  # a path, where it has none of these names
NAMES = ("chromium", "chromium-browser", "google-chrome")
NONE_FOUND = f"No browser: none of {', '.join(NAMES)} is there, and {NAMED_BY} names none."
FLAGS = (
    "--no-sandbox",  # containers run tests as root, which Chromium refuses otherwise
    "--disable-dev-shm-usage",  # and give little shared memory
    "--disable-gpu",
)


def found_browser() -> str | None:
    """Where it is; what the environment names is taken at its word, so that a wrong name fails."""
    named = os.environ.get(NAMED_BY)
    return named or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def running_browser(path: str) -> Iterator["Browser"]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (for tests of pages alone)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
