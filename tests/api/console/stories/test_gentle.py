"""Pages for those who bear no motion, who need large letters, and who choose their own colours."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from api.console.cookies import SIZE, TextSize
from tests.api.console.stories.stage import Stage
from tests.api.pages.looking import look_at

pytestmark = pytest.mark.xdist_group("stories")  # one browser, one network
OF_A_PERSON = ("", "/adding", "/consent", "/receipt", "/access")
FORMS = ("notes", "referrals", "appointments")
LISTS = ("/", "/caseload", "/referrals", "/agenda", "/field", "/network", "/reading")
MOVING = """
() => [...document.querySelectorAll("*")].filter(one => {
  const {transitionDuration, animationName} = getComputedStyle(one);
  const lasting = transitionDuration.split(",").some(told => parseFloat(told) > 0);
  return animationName !== "none" || lasting;
}).map(one => one.outerHTML.slice(0, 80))
"""
LOST_IN_COLOURS = """
() => {
  const plain = getComputedStyle(document.body).backgroundColor;
  const bounded = one => {
    const {borderTopStyle, borderTopWidth, borderTopColor} = getComputedStyle(one);
    return borderTopStyle !== "none" && parseFloat(borderTopWidth) > 0 && borderTopColor !== plain;
  };
  return [...document.querySelectorAll("button, .btn, input, select, textarea")]
    .filter(one => one.checkVisibility() && one.getBoundingClientRect().right > 0)
    .filter(one => !one.matches("[type=hidden], [type=radio], [type=checkbox]") && !bounded(one))
    .map(one => one.outerHTML.slice(0, 80));
}
"""


@pytest.fixture
def paths(stage: Stage) -> list[str]:
    """The main pages, of somebody with something on each."""
    ines = stage.as_("ines")
    pathway = ines.pathway()
    ines.recorded(f"{pathway}/notes", text="Elle garde ses papiers chez une amie.")
    ines.recorded(f"{pathway}/rights", scheme="c2s")
    plan = {"due_on": "2030-11-28", "purpose": "documents", "mode": "phone"}
    ines.recorded(f"{pathway}/follow-ups", plan=plan)
    ines.recorded(f"{pathway}/goals", words="Revoir un médecin sans recevoir de facture.")
    about = [f"{pathway}{more}" for more in OF_A_PERSON]
    return [*LISTS, *about, *(f"/forms{pathway}/{form}" for form in FORMS)]


def each(page: Page, paths: list[str]) -> Iterator[str]:
    for path in paths:
        answer = page.goto(path)
        assert answer, path
        assert answer.ok, path
        yield path


def test_nothing_moves_where_no_motion_is_wanted(
    stage: Stage, browser: Browser, paths: list[str]
) -> None:
    with stage.seat(browser, "ines", reduced_motion="reduce") as page:
        moving = {path: page.evaluate(MOVING) for path in each(page, paths)}
    assert {path: found for path, found in moving.items() if found} == {}


def test_very_large_letters_fit_a_small_telephone(
    stage: Stage, browser: Browser, paths: list[str]
) -> None:
    small = {"width": 320, "height": 640}
    with stage.seat(browser, "ines", viewport=small) as page:
        size = {"name": SIZE, "value": TextSize.LARGEST, "url": stage.at}
        page.context.add_cookies([size])  # type: ignore[list-item] # as Playwright tells it
        faults = {path: look_at(page).faults(language="fr", tap=0) for path in each(page, paths)}
        assert (
            page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 23
        )
    assert {path: found for path, found in faults.items() if found} == {}


def test_colours_of_ones_own_keep_buttons_and_focus(
    stage: Stage, browser: Browser, paths: list[str]
) -> None:
    lost: dict[str, object] = {}
    with stage.seat(browser, "ines", forced_colors="active") as page:
        for path in each(page, paths):
            lost[path] = page.evaluate(LOST_IN_COLOURS)
            page.keyboard.press("Tab")
            held = "getComputedStyle(document.activeElement).outlineStyle"
            assert page.evaluate(held) == "solid", path
    assert {path: found for path, found in lost.items() if found} == {}
