"""What is pressed twice, sent twice, gone back to or cut off is done once."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Error, Page, Route

from tests.api.console.stories.stage import Stage

pytestmark = pytest.mark.xdist_group("stories")  # one browser, one network
NOTE = "Elle garde ses papiers chez une amie."
SAVED = "[role=status]"
THREE_AT_ONCE = """
async () => {
  const form = document.querySelector("main form");
  const asked = {method: "POST", body: new URLSearchParams(new FormData(form))};
  const answers = [1, 2, 3].map(() => fetch(form.action, asked));
  return (await Promise.all(answers)).map(answer => answer.status);
}
"""


@pytest.fixture
def pathway(stage: Stage) -> str:
    return stage.as_("ines").pathway()


def notes(stage: Stage, pathway: str) -> list[str]:
    return [note["text"] for note in stage.as_("ines").reads(f"{pathway}/notes").json()]


def written(page: Page, pathway: str) -> None:
    """The form of a note, with what is to be said; not sent yet."""
    page.goto(f"/forms{pathway}/notes")
    page.fill("textarea", NOTE)


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def page(request: pytest.FixtureRequest, browser: Browser, stage: Stage) -> Iterator[Page]:
    with stage.seat(browser, "ines", script=request.param) as page:
        yield page


@pytest.fixture
def scripted(browser: Browser, stage: Stage) -> Iterator[Page]:
    with stage.seat(browser, "ines") as page:
        yield page


def test_a_double_click_saves_once(page: Page, stage: Stage, pathway: str) -> None:
    written(page, pathway)
    page.dblclick("main form .actions button")
    page.wait_for_selector(SAVED)
    page.wait_for_load_state("networkidle")  # the form may have left twice
    assert notes(stage, pathway) == [NOTE]


def test_two_that_leave_at_once_save_once(scripted: Page, stage: Stage, pathway: str) -> None:
    written(scripted, pathway)
    statuses = scripted.evaluate(THREE_AT_ONCE)
    assert statuses == [200, 200, 200]
    assert notes(stage, pathway) == [NOTE]


def test_a_page_that_is_loaded_again_saves_nothing_again(
    page: Page, stage: Stage, pathway: str
) -> None:
    written(page, pathway)
    page.click("main form .actions button")
    page.wait_for_selector(SAVED)
    page.reload()
    page.reload()
    assert notes(stage, pathway) == [NOTE]


def test_what_was_saved_is_not_in_the_form_that_one_goes_back_to(
    page: Page, stage: Stage, pathway: str
) -> None:
    written(page, pathway)
    page.click("main form .actions button")
    page.wait_for_selector(SAVED)
    page.go_back()
    assert page.input_value("textarea") == ""  # nothing is there to be sent twice
    page.click("main form .actions button")  # and nothing leaves without words
    assert notes(stage, pathway) == [NOTE]


def test_an_answer_that_is_lost_on_the_way_is_asked_for_again(
    scripted: Page, stage: Stage, pathway: str
) -> None:
    lost: list[int] = []

    def lose(route: Route) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch(max_redirects=0).status)
            route.abort("connectionreset")
        else:
            route.continue_()

    scripted.route("**/forms/**", lose)
    written(scripted, pathway)
    with scripted.expect_event("requestfailed"):
        scripted.click("main form .actions button")
    assert notes(stage, pathway) == [NOTE]  # it was heard, and nobody was told
    scripted.wait_for_selector(f"#main-frame-error, {SAVED}")
    with suppress(Error):  # Chromium may be trying again by itself just then
        scripted.reload()
    scripted.wait_for_selector(SAVED)
    assert notes(stage, pathway) == [NOTE]
