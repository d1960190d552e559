"""Taps are counted where they are made: on a telephone, with and without script and network."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import APIResponse, Browser, Page, Route

from api.http.house import House
from tests.api.conftest import As, Place
from tests.api.pages.looking import look_at
from tests.api.people import PASSWORD
from tests.api.serving import served

pytestmark = pytest.mark.xdist_group("pages")
PATIENCE = 120_000  # milliseconds: a slow machine is not a failure
MORNING = {"place": "Salle des fêtes de Pionsat", "starts_at": "2026-03-04T09:00:00Z"}
COUNT = "button.big"


@dataclass
class Thumb:
    """A telephone on the page of a session; it counts how often it is touched."""

    page: Page
    at: str
    session: str
    taps: int = 0

    def taps_on(self, selector: str) -> None:
        self.taps += 1
        self.page.locator(selector).first.tap()

    def opens(self) -> None:
        self.page.goto(f"{self.at}{self.session}")
        self.taps = 0

    def counts(self, people: int) -> None:
        self.page.locator("#met strong", has_text=f"{people}").wait_for()


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def thumb(
    request: pytest.FixtureRequest, browser: Browser, house: House, as_: As, place: Place
) -> Iterator[Thumb]:
    ines = as_("ines")
    ines.pathway("Awa")
    place.project()
    held = ines.recorded(
        "/activities/outreach-sessions", kind="food_distribution", happening=MORNING
    )
    telephone = {"width": 320, "height": 640}
    with (
        served(house) as at,
        browser.new_context(
            viewport=telephone,  # type: ignore[arg-type] # width and height
            is_mobile=True,
            has_touch=True,
            locale="en",
            java_script_enabled=request.param,
        ) as context,
    ):
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto(f"{at}/sign-in")
        page.fill("#email", "ines@cordee.example")
        page.fill("#password", PASSWORD)
        page.locator("form .btn").tap()
        page.wait_for_url(f"{at}/")
        yield Thumb(page, at, f"/field/sessions/{held}")


def test_each_contact_is_three_taps_at_most(thumb: Thumb) -> None:
    thumb.opens()
    thumb.taps_on(COUNT)
    thumb.counts(1)
    assert thumb.taps == 1  # somebody who gives no name
    assert look_at(thumb.page).faults(language="en") == []
    thumb.opens()
    thumb.taps_on("label:has([name=word]:not([value='']))")
    thumb.taps_on(COUNT)
    thumb.counts(2)
    assert thumb.taps == 2  # with a word
    thumb.opens()
    thumb.taps_on("a[href$=known]")
    thumb.taps_on("label:has([name=pathway_id])")
    thumb.taps_on("button[value=food]")
    thumb.counts(3)
    assert thumb.taps == 3  # somebody known, and what was talked about
    thumb.opens()
    thumb.taps_on("a[href$=followed]")
    thumb.page.fill("#called", "Lina")
    thumb.taps_on(COUNT)
    thumb.counts(4)
    assert thumb.taps == 2  # somebody who wants to be followed, their name apart


@pytest.mark.parametrize("thumb", [True], indirect=True)
def test_without_network_people_wait_in_the_page_and_count_once(thumb: Thumb) -> None:
    thumb.opens()
    waiting = thumb.page.locator("[data-waiting]")
    assert not waiting.is_visible()
    thumb.page.context.set_offline(True)
    for number in (1, 2, 3):
        thumb.taps_on(COUNT)
        waiting.get_by_text(f"{number}").wait_for()
        thumb.page.wait_for_timeout(600)  # a press that bounces is one person
    assert "Not sent yet: 3" in waiting.inner_text()
    assert thumb.page.evaluate("localStorage.length + sessionStorage.length") == 0
    thumb.page.context.set_offline(False)
    thumb.counts(3)
    assert not waiting.is_visible()


@pytest.mark.parametrize("thumb", [True], indirect=True)
def test_an_answer_that_is_lost_counts_nobody_twice(thumb: Thumb) -> None:
    thumb.opens()
    lost: list[APIResponse] = []

    def lose(route: Route) -> None:
        if not lost:
            lost.append(route.fetch())  # it arrives; its answer does not
            route.abort()
        else:
            route.continue_()

    thumb.page.route(f"**{thumb.session}", lose)
    thumb.taps_on(COUNT)
    thumb.page.locator("[data-waiting] strong", has_text="1").wait_for()
    thumb.counts(1)
    thumb.page.unroute(f"**{thumb.session}")
    thumb.opens()
    thumb.counts(1)


@pytest.mark.parametrize("thumb", [True], indirect=True)
def test_what_names_somebody_stays_in_its_form_without_network(thumb: Thumb) -> None:
    thumb.opens()
    thumb.taps_on("a[href$=followed]")
    thumb.page.fill("#called", "Lina")
    thumb.page.context.set_offline(True)
    thumb.taps_on(COUNT)
    unsent = thumb.page.locator("[data-unsent]")
    unsent.wait_for()
    assert "What you typed is still here" in unsent.inner_text()
    assert thumb.page.input_value("#called") == "Lina"
    assert look_at(thumb.page).faults(language="en") == []
    thumb.page.context.set_offline(False)
    thumb.taps_on(COUNT)
    thumb.counts(1)


@pytest.mark.parametrize("thumb", [True], indirect=True)
def test_a_session_that_ended_loses_nobody(thumb: Thumb) -> None:
    thumb.opens()
    kept = thumb.page.context.cookies()
    thumb.page.context.clear_cookies()
    thumb.taps_on(COUNT)
    waiting = thumb.page.locator("[data-waiting]")
    waiting.get_by_role("link").wait_for()
    assert "Not sent yet: 1" in waiting.inner_text()
    thumb.page.context.add_cookies(kept)  # type: ignore[arg-type] # as they were told
    thumb.counts(1)
