"""The measures of pages find what they are for."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.api.pages.looking import look_at

pytestmark = pytest.mark.xdist_group("pages")  # one browser, one house
SOUND = (
    '<!doctype html><html lang="fr"><head><title>Titre</title><meta name="viewport" '
    'content="width=device-width, initial-scale=1"><style>button { min-height: 44px; '
    "min-width: 44px; background: #fff; color: #000 } %s</style></head>"
    "<body><h1>Titre</h1><p>Une phrase.</p><p><button>Oui</button></p>%s</body></html>"
)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 320, "height": 640}) as context:
        yield context.new_page()


@pytest.mark.parametrize(
    ("style", "more", "fault"),
    [
        ("", "", None),
        ("p { color: #777 }", "", "contrast of 4.48: Une phrase."),
        ("body { background: #06c } p, button { color: #fff }", "", "contrast of 1.00: Oui"),
        ("p { white-space: nowrap; width: 900px; text-align: right }", "", "it is 908"),
        ("p { position: relative; left: -20px }", "", "cut off: Une phrase."),
        ("button { height: 43px; min-height: 0 }", "", "43 pixels to press: Oui"),
        ("", "<h1>Autre</h1>", "it has 2 main headings"),
        ("body { visibility: hidden }", "", "it says nothing"),
    ],
)
def test_what_is_wrong_with_a_page_is_seen(
    page: Page, style: str, more: str, fault: str | None
) -> None:
    page.set_content(SOUND % (style, more))
    faults = look_at(page).faults(language="fr")
    if fault is None:
        assert faults == []
    else:
        assert any(one.startswith(fault) for one in faults), faults
