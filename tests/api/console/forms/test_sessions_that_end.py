"""A session may end while somebody types: nothing is lost, and nobody else gets it."""

from typing import Any

import pytest

from tests.api.conftest import As
from tests.api.console.browsing import Browser, hidden_in, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import People

NOTE = "Elle garde ses papiers chez une amie."


@pytest.fixture
def ines(browsing: Browsing) -> Browser:
    return browsing("ines")


def sent_too_late(browser: Browser, form: str) -> tuple[Any, dict[str, Any]]:
    typed: dict[str, Any] = {**hidden_in(browser.opens(form)), "text": NOTE, "data_class": "health"}
    browser.client.cookies.clear()
    return browser.sends(form, **typed), typed


def test_what_was_typed_comes_back_after_signing_in_and_is_saved_once(
    ines: Browser, as_: As
) -> None:
    pathway = as_("ines").pathway()
    form = f"/forms{pathway}/notes"
    asked, typed = sent_too_late(ines, form)
    assert asked.status_code == 401
    assert "What you typed is kept" in said_on(asked)
    assert NOTE not in asked.text
    wrong = ines.sends("/sign-in", **hidden_in(asked), email="ines@cordee.example", password="x")
    assert (wrong.status_code, NOTE in wrong.text) == (401, False)
    again = ines.signs_in("ines", **hidden_in(wrong))
    assert again.status_code == 200
    assert f"{NOTE}</textarea>" in again.text
    assert 'value="health" selected' in again.text
    assert hidden_in(again)["key"] == typed["key"]
    for _ in range(2):
        resent: dict[str, Any] = {**typed, **hidden_in(again)}
        assert ines.sends(form, **resent).url.path == pathway
    notes = as_("ines").reads(f"{pathway}/notes").json()
    assert [note["text"] for note in notes] == [NOTE]


def test_another_account_gets_nothing_of_it(ines: Browser, as_: As, people: People) -> None:
    pathway = as_("ines").pathway()
    as_("ines").invites_to_care(pathway, people.ccas)
    as_("paul").recorded(f"{pathway}/circle/acceptance")
    asked, _ = sent_too_late(ines, f"/forms{pathway}/notes")
    other = ines.signs_in("paul", **hidden_in(asked))
    assert (other.status_code, NOTE in other.text) == (409, False)
    assert "Somebody else opened this form." in said_on(other)
    assert hidden_in(other)["by"] == str(people["paul"].id)


def test_who_has_several_hats_takes_it_up_again_under_the_same(
    browsing: Browsing, as_: As, people: People
) -> None:
    pathway = as_("ines").pathway()
    at_relais, _ = people.members["maud"]
    maud = browsing("maud")
    maud.sends("/hat", membership_id=at_relais.id)
    asked, typed = sent_too_late(maud, f"/forms{pathway}/notes")
    to_choose = maud.signs_in("maud", **hidden_in(asked))
    assert "Under which hat?" in said_on(to_choose)
    carried: dict[str, Any] = {**hidden_in(to_choose), "membership_id": at_relais.id}
    again = maud.sends("/hat", **carried)
    assert f"{NOTE}</textarea>" in again.text
    assert hidden_in(again)["key"] == typed["key"]


@pytest.mark.parametrize("draft", ["nothing of ours", "é" * 500, "A" * 3_000])
def test_a_draft_that_is_not_ours_is_forgotten(browsing: Browsing, draft: str) -> None:
    browser = browsing()
    answer = browser.signs_in("ines", draft=draft, to="/forms/pathways")
    assert (answer.status_code, answer.url.path) == (200, "/forms/pathways")


def test_what_does_not_say_who_typed_it_is_shown_to_nobody(ines: Browser, as_: As) -> None:
    pathway = as_("ines").pathway()
    ines.client.cookies.clear()
    asked = ines.sends(f"/forms{pathway}/notes", text=NOTE)
    assert NOTE not in ines.signs_in("ines", **hidden_in(asked)).text


def test_a_page_that_was_only_opened_leads_back_to_itself(browsing: Browsing, as_: As) -> None:
    form = f"/forms{as_('ines').pathway()}/notes"
    browser = browsing()
    asked = browser.opens(form)
    assert asked.url.path == "/sign-in"
    assert browser.signs_in("ines", to=asked.url.params["to"]).url.path == form
