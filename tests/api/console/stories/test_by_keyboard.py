"""The five main tasks, by keyboard alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.api.console.stories.keyboard import Keyboard
from tests.api.console.stories.stage import Stage, email_of
from tests.api.people import PASSWORD

pytestmark = pytest.mark.xdist_group("stories")  # one browser, one network
NOTE = "Elle garde ses papiers chez une amie."


@pytest.fixture
def page(browser: Browser, stage: Stage) -> Iterator[Page]:
    with stage.window(browser) as page:
        yield page


@pytest.fixture
def keys(page: Page) -> Iterator[Keyboard]:
    keyboard = Keyboard(page)
    yield keyboard
    assert keyboard.faults == []


def test_a_note_is_written(stage: Stage, page: Page, keys: Keyboard) -> None:
    stage.gives_session(page, "ines")
    pathway = stage.as_("ines").pathway()
    page.goto(f"/forms{pathway}/notes")
    keys.skips_to_content()
    keys.fills("textarea", NOTE)
    keys.tabs_to("select")
    keys.follows("main .actions button.btn")
    assert [note["text"] for note in stage.as_("ines").reads(f"{pathway}/notes").json()] == [NOTE]


def test_somebody_signs_in(page: Page, keys: Keyboard) -> None:
    page.goto("/")
    keys.skips_to_content()
    keys.fills("#email", email_of("ines"))
    keys.fills("#password", PASSWORD)
    keys.enters()
    assert page.url.endswith("/")
