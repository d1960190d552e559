"""The slider of audits, by keyboard alone; with the script, and without it."""

import pytest
from playwright.sync_api import Page

from domain.members import Role
from tests.api.console.pages.demo import Demo

pytestmark = pytest.mark.xdist_group("console")  # one browser, one demo
TO_A_PATHWAY = 'main a[href^="/audit/pathways/"]'


def walks(desk: Demo, page: Page) -> None:
    desk.signs_in(page, desk.login(Role.AUDITOR))
    page.goto(f"{desk.at}/audit")
    page.locator(TO_A_PATHWAY).first.click()
    page.focus("#instant")
    page.keyboard.press("ArrowLeft")


def test_it_says_its_instant_as_it_moves_then_goes_there(desk: Demo) -> None:
    with desk.opened("fr") as page:
        walks(desk, page)
        words = page.locator("output").inner_text()
        assert page.get_attribute("#instant", "aria-valuetext") == words
        page.wait_for_url("**step=*")
        assert page.locator("output").inner_text() == words
        assert page.evaluate("document.activeElement.id") == "instant"


def test_without_the_script_its_button_goes_there(desk: Demo) -> None:
    with desk.opened("fr", script=False) as page:
        walks(desk, page)
        page.locator("form[data-slider] button").click()
        page.wait_for_url("**step=*")
        here, last = (page.get_attribute("#instant", name) for name in ("value", "max"))
        assert int(here or 0) == int(last or 0) - 1
