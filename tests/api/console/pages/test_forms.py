"""Forms with every kind of field, looked at in a browser; one is filled in, with its script."""

import pytest
from playwright.sync_api import Page

from domain.members import Role
from tests.api.console.pages.crawling import faults_of
from tests.api.console.pages.demo import Demo

pytestmark = pytest.mark.xdist_group("console")  # one browser, one demo
ON = "/forms/pathways/{pathway_id}"
FORMS = (
    f"{ON}/appointments",
    f"{ON}/identity/correction",
    f"{ON}/sharing/consents",
    f"{ON}/debts",
    "/forms/activities/health-days",
)


def a_pathway(page: Page, desk: Demo) -> str:
    desk.signs_in(page, desk.login(Role.CASEWORKER, "Combrailles"))
    page.goto(f"{desk.at}/caseload")
    href = page.locator('a[href^="/pathways/"]').first.get_attribute("href")
    return (href or "").removeprefix("/pathways/").partition("?")[0]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_forms_can_be_used_by_everybody(desk: Demo, language: str) -> None:
    with desk.opened(language) as page:
        pathway_id = a_pathway(page, desk)
        faults = list[str]()
        for path in FORMS:
            page.goto(desk.at + path.format(pathway_id=pathway_id))
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            faults += [f"{path}: {fault}" for fault in faults_of(page, language)]
        assert faults == []


def test_who_will_see_it_follows_what_is_chosen_and_faults_are_heard_first(desk: Demo) -> None:
    with desk.opened("en") as page:
        pathway_id = a_pathway(page, desk)
        page.goto(desk.at + f"{ON}/notes".format(pathway_id=pathway_id))
        lines = page.locator("[data-class]:visible")
        assert lines.count() > 1
        page.fill("#f-text", "Bien.")
        page.select_option("#f-data_class", "health")
        page.locator("[data-uncertain]").wait_for(state="hidden")
        assert [line.get_attribute("data-class") for line in lines.all()] == ["health"]
        assert not page.locator("[data-without-script]").is_visible()
        page.fill("#f-text", " ")
        page.locator("form.sheet").evaluate("form => { form.noValidate = true }")
        page.locator("form.sheet .actions button").click()
        summary = page.locator("#summary")
        summary.wait_for()
        assert summary.evaluate("one => one === document.activeElement")
        assert list(faults_of(page, "en")) == []
        summary.locator("a").click()
        assert page.locator("#f-text").evaluate("one => one === document.activeElement")
