"""The paper to hand over and the sheet read together, in a browser, with and without script."""

import re

import pytest
from playwright.sync_api import Page

from domain.members import Role
from tests.api.console.pages.crawling import faults_of
from tests.api.console.pages.demo import Demo

pytestmark = pytest.mark.xdist_group("console")  # one browser, one demo
PATHWAY = re.compile(r"/pathways/[0-9a-f-]{36}")
SAYS_THAT_IT_PRINTS = "window.print = () => { document.title = 'printed' }"


def pathway_of(page: Page, desk: Demo) -> str:
    """The first of the caseload of somebody who follows people."""
    desk.signs_in(page, desk.login(Role.CASEWORKER))
    page.goto(f"{desk.at}/caseload")
    href = page.locator('main a[href^="/pathways/"]').first.get_attribute("href") or ""
    found = PATHWAY.match(href)
    assert found, href
    return f"{desk.at}{found[0]}"


def test_a_paper_opens_ready_to_print_and_without_script_it_just_opens(desk: Demo) -> None:
    with desk.opened() as page:
        page.context.add_init_script(SAYS_THAT_IT_PRINTS)
        page.goto(f"{pathway_of(page, desk)}/receipt")
        with page.context.expect_page() as opened:
            page.locator("[data-print-paper]").first.click()
        opened.value.wait_for_function("document.title === 'printed'")
    with desk.opened(script=False) as page:
        page.goto(f"{pathway_of(page, desk)}/receipt")
        page.locator("[data-print-paper]").first.click()
        assert "/receipt/paper?version=full&language=fr" in page.url


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_sheet_can_be_filled_in_at_the_largest_size(desk: Demo, language: str) -> None:
    with desk.opened(language) as page:
        path = pathway_of(page, desk)
        page.goto(f"{desk.at}/reading")
        page.locator("input[value=largest]").check()
        page.locator("main button").first.click()
        page.goto(f"{path}/consent")
        another = page.locator("select#with option").first.get_attribute("value")
        page.goto(f"{path}/consent?with={another}")
        day = page.locator(f'[id="until.{another}.health"]')
        assert not day.is_visible()
        page.locator(f'[name="says.{another}.health"][value=yes]').check()
        assert day.is_visible()
        assert list(faults_of(page, language)) == []
