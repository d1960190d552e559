"""The other pages of a house, on a small telephone."""

import pytest
from playwright.sync_api import Page

from tests.api.auditing import enrolled
from tests.api.pages.looking import LEAST_TAP, look_at
from tests.api.pages.site import Phone, Site
from tests.api.receipts.sharing import shared_discreetly
from tests.api.speaking import Speaker

pytestmark = pytest.mark.xdist_group("pages")  # one browser, one house
OURS = ("fr", "en")


@pytest.mark.parametrize("language", OURS)
@pytest.mark.parametrize("path", ["/sign-in", "/reading", "/password-reset"])
def test_a_page_can_be_read_and_pressed(phone: Phone, site: Site, path: str, language: str) -> None:
    page = phone(language)
    page.goto(f"{site.at}{path}")
    assert look_at(page).faults(language=language) == []
    page.keyboard.press("Tab")
    assert page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index] # it is there


def test_the_reference_can_be_read(phone: Phone, site: Site) -> None:
    page = phone("en")
    page.goto(f"{site.at}/docs")
    page.locator("summary").first.click()
    assert look_at(page).faults(language="en", tap=LEAST_TAP) == []


@pytest.mark.parametrize("language", OURS)
def test_what_was_typed_wrong_is_said_in_its_place(phone: Phone, site: Site, language: str) -> None:
    page = phone(language)
    page.goto(f"{site.at}/password-reset#a-code-that-nobody-sent")
    assert page.input_value("#code") == ""  # without script it is copied by hand
    page.fill("#code", "a-code-that-nobody-sent")
    page.fill("#chosen", "quatre mots sans rapport")
    page.click("button")
    assert page.locator("[role=alert]").is_visible()
    assert look_at(page).faults(language=language) == []


def test_the_code_of_the_letter_leaves_the_address(phone: Phone, site: Site) -> None:
    page = phone(script=True)
    page.goto(f"{site.at}/password-reset#a-code-that-nobody-sent")
    assert page.input_value("#code") == "a-code-that-nobody-sent"
    assert page.url == f"{site.at}/password-reset"


def printed(phone: Phone, speaker: Speaker, language: str) -> Page:
    return phone(language, headers={"Accept": "text/html"} | speaker.headers)


@pytest.fixture(scope="module")
def awa(site: Site) -> str:
    """The path of a person whose receipt has much to tell."""
    path = shared_discreetly(site.as_, site.people)
    for reader in ("lise", "paul"):
        site.as_(reader).reads(f"{path}/timeline")
    return path


@pytest.mark.parametrize("language", OURS)
@pytest.mark.parametrize("version", ["full", "carry"])
def test_a_receipt_can_be_read_on_a_telephone_too(
    phone: Phone, site: Site, awa: str, version: str, language: str
) -> None:
    page = printed(phone, site.as_("ines"), language)
    page.goto(f"{site.at}/v1{awa}/receipt?version={version}&language={language}")
    assert look_at(page).faults(language=language) == []


@pytest.fixture(scope="module")
def cora(site: Site) -> Speaker:
    """Who coordinates the network, once somebody was met."""
    enrolled(site.as_("claire"), "cora", "coordinator")
    site.as_("ines").pathway("Awa")
    site.place.project()
    return site.as_("cora")


@pytest.mark.parametrize("language", OURS)
def test_figures_can_be_read_on_a_telephone_too(
    phone: Phone, site: Site, cora: Speaker, language: str
) -> None:
    page = printed(phone, cora, language)
    page.goto(f"{site.at}/v1/observatory/figures?from=2020-01-01&to=2029-12-31&split=organisation")
    assert page.locator("table").count() > 0
    assert look_at(page).faults(language=language) == []
