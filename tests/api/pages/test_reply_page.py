"""The page behind a text message, in the hands of whoever got it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page

from domain.pathway.reminder_answers import Answer, ReminderAnswered
from domain.pathway.reminder_wishes import RemindersStopped
from tests.api.pages.looking import look_at
from tests.api.pages.site import CALL_BACK, Phone, Site
from tests.api.test_replies import LATER, NOWHERE, OVER, Sent
from tests.domain.reminders.wordings import BY_LANGUAGE

pytestmark = pytest.mark.xdist_group("pages")  # one browser, one house
LANGUAGES = ("fr", "en", "ar", "uk")
CONFIRM, ASK_TO_MOVE, STOP = (
    f"button[value={value}]" for value in ("confirmed", "asks_to_move", "stop")
)


def answers(sent: Sent) -> list[Answer]:
    return [fact.answer for fact in sent.facts(ReminderAnswered)]  # type: ignore[attr-defined] # of such facts


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_can_be_read_and_pressed_in_every_language(
    phone: Phone, site: Site, language: str
) -> None:
    sent, url = site.sent(language)
    page, words = phone(language), BY_LANGUAGE[language].page
    page.goto(url)
    assert look_at(page).faults(language=language) == []
    assert page.locator("button").all_inner_texts() == [
        words.confirm,
        words.ask_to_move,
        words.stop,
    ]
    page.click(ASK_TO_MOVE)
    assert words.asked_to_move in page.inner_text("[role=status]")
    assert look_at(page).faults(language=language) == []
    page.goto(url)
    assert page.inner_text("[role=status]") == words.nothing_to_answer
    assert look_at(page).faults(language=language) == []
    page.click(STOP)
    assert page.inner_text("[role=status]") == words.stopped
    assert look_at(page).faults(language=language) == []
    assert page.locator("button").count() == 0
    assert answers(sent) == [Answer.ASKS_TO_MOVE]
    assert len(sent.facts(RemindersStopped)) == 1


def start_of(page: Page, selector: str) -> str:
    """The side of the page that its lines begin at."""
    left, right = page.locator(selector).first.evaluate(
        "one => { const range = document.createRange(); range.selectNodeContents(one);"
        " const {left, right} = range.getBoundingClientRect();"
        " return [left, innerWidth - right] }"
    )
    return "left" if left < right else "right"


@pytest.mark.parametrize(("language", "side"), [("fr", "left"), ("ar", "right")])
def test_it_begins_where_its_language_does(
    phone: Phone, site: Site, language: str, side: str
) -> None:
    page = phone(language)
    page.goto(site.sent(language)[1])
    assert {start_of(page, line) for line in ("h1", ".when")} == {side}
    page.click(CONFIRM)
    edges = "one => [getComputedStyle(one).borderLeftWidth, getComputedStyle(one).borderRightWidth]"
    widths = page.locator("[role=status]").evaluate(edges)
    assert widths == (["3px", "0px"] if side == "left" else ["0px", "3px"])


def test_a_number_stays_whole_and_is_called_by_a_tap(phone: Phone, site: Site) -> None:
    page = phone()
    for language in LANGUAGES:
        page.goto(site.sent(language)[1])
        number = page.locator("a[href^='tel:']")
        assert number.get_attribute("href") == "tel:0400000000"
        assert number.inner_text() == CALL_BACK
        one_line = "one => one.getClientRects().length === 1 && getComputedStyle(one).direction"
        assert page.locator("bdi").evaluate(one_line) == "ltr"


@pytest.mark.parametrize("script", [False, True])
def test_it_needs_no_script_and_bears_one(phone: Phone, site: Site, script: bool) -> None:
    sent, url = site.sent()
    page = phone(script=script)
    page.goto(url)
    page.click(CONFIRM)
    assert page.inner_text("[role=status]").endswith("C’est noté : vous viendrez.")
    assert answers(sent) == [Answer.CONFIRMED]


def test_it_is_answered_by_keyboard_alone(phone: Phone, site: Site) -> None:
    sent, url = site.sent()
    page = phone()
    page.goto(url)
    for selector in (CONFIRM, ASK_TO_MOVE):
        page.keyboard.press("Tab")
        held = page.locator(selector)
        assert held.evaluate("one => one === document.activeElement")
        assert held.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=status]")
    assert answers(sent) == [Answer.ASKS_TO_MOVE]


@pytest.mark.parametrize("script", [False, True])
def test_a_button_that_is_pressed_twice_answers_once(
    phone: Phone, site: Site, script: bool
) -> None:
    sent, url = site.sent()
    page = phone(script=script)
    page.goto(url)
    page.dblclick(CONFIRM)
    page.wait_for_load_state("networkidle")  # the form may have left twice
    assert "vous viendrez" in page.inner_text("[role=status]")
    page.reload()  # and sent again by whoever goes back and forth
    assert "vous viendrez" in page.inner_text("[role=status]")
    assert answers(sent) == [Answer.CONFIRMED]


def sent_two(site: Site) -> str:
    """The URL of a message that recalls two appointments."""
    sent = Sent(site.house, site.as_("ines"))
    first = sent.awaited(sent.appointment)
    then = sent.awaited(sent.books(LATER), until=OVER + timedelta(days=1))
    return f"{site.at}{sent.link(first, then)}"


def test_of_several_it_tells_which_was_answered(phone: Phone, site: Site) -> None:
    page = phone()
    page.goto(sent_two(site))
    assert look_at(page).faults(language="fr") == []
    page.locator(CONFIRM).nth(1).click()
    assert page.inner_text("section.card").split("\n\n") == [
        "Rendez-vous jeudi 6 mars à 14h05.",
        "C’est noté : vous viendrez.",
    ]
    assert page.locator("form .when").all_inner_texts() == ["Rendez-vous mercredi 5 mars à 9h30."]


@pytest.mark.parametrize("pressed", [0, 1, 2, 3])
def test_a_second_tap_answers_nothing_else(phone: Phone, site: Site, pressed: int) -> None:
    page = phone()
    page.goto(sent_two(site))
    box = page.locator(".card button").nth(pressed).bounding_box()
    assert box
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.touchscreen.tap(*middle)
    page.wait_for_selector("[role=status]")
    under = page.evaluate("at => document.elementFromPoint(...at).tagName", middle)
    assert under not in {"BUTTON", "A"}


def test_a_link_that_is_too_old_looks_as_one_that_nobody_was_sent(phone: Phone, site: Site) -> None:
    sent = Sent(site.house, site.as_("ines"))
    a_moment_ago = datetime.now(UTC) - timedelta(seconds=1)
    old = sent.link(replace(sent.awaited(sent.appointment), until=a_moment_ago))
    page, seen = phone(), []
    for link in (old, NOWHERE):
        page.goto(f"{site.at}{link}")
        seen.append((page.content(), page.screenshot(full_page=True)))
    assert seen[0] == seen[1]
