import re
from typing import Any
from uuid import uuid4

import pytest

from tests.api.conftest import As
from tests.api.console.browsing import Browser, hidden_in, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import People

ID = re.compile(r"[0-9a-f]{32}")
NOTE = "Elle garde ses papiers chez une amie."


@pytest.fixture
def ines(browsing: Browsing) -> Browser:
    return browsing("ines")


def notes(as_: As, pathway: str) -> list[str]:
    return [note["text"] for note in as_("ines").reads(f"{pathway}/notes").json()]


def test_a_note_is_saved_and_its_author_led_back_to_the_pathway(ines: Browser, as_: As) -> None:
    pathway = as_("ines").pathway()
    saved = ines.fills_in(f"/forms{pathway}/notes", text=NOTE, data_class="social")
    assert saved.url.path == pathway
    assert "It is saved." in said_on(saved)
    assert notes(as_, pathway) == [NOTE]


def test_a_double_click_or_a_resend_saves_once(ines: Browser, as_: As) -> None:
    pathway = as_("ines").pathway()
    form = f"/forms{pathway}/notes"
    typed: dict[str, Any] = {**hidden_in(ines.opens(form)), "text": NOTE, "data_class": "social"}
    for _ in range(3):
        assert ines.sends(form, **typed).url.path == pathway
    assert notes(as_, pathway) == [NOTE]


def test_a_form_sent_again_with_other_words_says_that_the_first_was_saved(
    ines: Browser, as_: As
) -> None:
    pathway = as_("ines").pathway()
    form = f"/forms{pathway}/notes"
    typed: dict[str, Any] = {**hidden_in(ines.opens(form)), "text": NOTE, "data_class": "social"}
    ines.sends(form, **typed)
    again = ines.sends(form, **{**typed, "text": "Autre chose."})
    assert again.status_code == 409
    assert "What you sent first was saved." in said_on(again)
    assert "Autre chose.</textarea>" in again.text
    assert notes(as_, pathway) == [NOTE]
    fresh = {**typed, **hidden_in(again), "text": "Autre chose."}
    ines.sends(form, **fresh)
    assert notes(as_, pathway) == [NOTE, "Autre chose."]


def test_a_fault_is_said_by_its_field_and_in_a_summary_that_leads_there(
    ines: Browser, as_: As
) -> None:
    pathway = as_("ines").pathway()
    form = f"/forms{pathway}/notes"
    refused = ines.fills_in(form, text="", data_class="health")
    assert refused.status_code == 422
    assert '<a href="#f-text">' in refused.text
    assert 'aria-describedby="f-text-fault' in refused.text
    assert 'value="health" selected' in refused.text
    assert notes(as_, pathway) == []


@pytest.mark.parametrize(
    "typed",
    [
        {"text": "x" * 5_000, "data_class": "social"},
        {"text": "a\x00b", "data_class": "social"},
        {"text": NOTE, "data_class": "very"},
        {"text": NOTE, "data_class": "identity", "at.day": "yesterday", "at.time": "??"},
        {"text": NOTE, "at.day": "9999-99-99"},
        {},
    ],
)
def test_nonsense_is_a_sentence(ines: Browser, as_: As, typed: dict[str, Any]) -> None:
    pathway = as_("ines").pathway()
    refused = ines.fills_in(f"/forms{pathway}/notes", **typed)
    assert (refused.status_code, 'role="alert"' in refused.text) == (422, True)


def test_a_form_of_nothing_is_a_page(ines: Browser, people: People) -> None:
    for path in (
        "/forms/nothing",
        "/forms/pathways/nothing/notes",
        f"/forms/pathways/{uuid4()}/notes",
        "/forms/",
    ):
        for answer in (
            ines.opens(path),
            ines.sends(path, text=NOTE, key="x", by=people["ines"].id),
        ):
            assert answer.status_code == 404, path
            assert "<h1>" in answer.text


def test_who_shares_nothing_of_it_gets_the_same_page_as_for_nothing(
    browsing: Browsing, as_: As
) -> None:
    pathway = as_("ines").pathway()
    paul = browsing("paul")
    hidden, none = (
        paul.opens(f"/forms/pathways/{one}/notes") for one in (pathway.rpartition("/")[2], uuid4())
    )
    assert (hidden.status_code, none.status_code) == (404, 404)
    assert ID.sub("", said_on(hidden)) == ID.sub("", said_on(none))


def test_what_was_opened_under_another_hat_is_done_under_neither(
    browsing: Browsing, as_: As, people: People
) -> None:
    pathway = as_("ines").pathway()
    form = f"/forms{pathway}/notes"
    at_relais, at_ccas = people.members["maud"]
    maud = browsing("maud")
    maud.sends("/hat", membership_id=at_relais.id)
    as_("ines").invites_to_care(pathway, people.ccas)
    as_("paul").recorded(f"{pathway}/circle/acceptance")
    typed: dict[str, Any] = {**hidden_in(maud.opens(form)), "text": NOTE, "data_class": "social"}
    maud.sends("/hat", membership_id=at_ccas.id)
    refused = maud.sends(form, **typed)
    assert (refused.status_code, NOTE in refused.text) == (409, True)
    assert notes(as_, pathway) == []
    elsewhere = browsing("ines").sends(form, **typed)
    assert (elsewhere.status_code, NOTE in elsewhere.text) == (409, False)
    assert "Somebody else opened this form." in said_on(elsewhere)


def test_what_has_several_parts_is_chosen_whole(
    browsing: Browsing, as_: As, people: People
) -> None:
    pathway = as_("ines").pathway()
    as_("ines").invites_to_care(pathway, people.ccas)
    as_("paul").recorded(f"{pathway}/circle/acceptance")
    named = f"{people.ccas}/{people['paul'].id}"
    form = f"/forms{pathway}/sharing/exchanges"
    ines = browsing("ines")
    assert f'value="{named}"' in ines.opens(form).text
    assert ines.fills_in(form, named=named, classes=["social"]).url.path == pathway
    refused = ines.fills_in(form, named="nonsense", classes=["social"])
    assert (refused.status_code, 'href="#f-named"' in refused.text) == (422, True)


def test_rows_are_added_without_saving(ines: Browser) -> None:
    form = "/forms/activities/health-days"
    page = ines.opens(form)
    typed = {**hidden_in(page), "day.stands.0.kept_by": "Nous", "again": "day.stands"}
    more = ines.sends(form, **typed)
    assert more.status_code == 200
    assert 'name="day.stands.0.kept_by" value="Nous"' in more.text
    assert page.text.count(".kept_by") < more.text.count(".kept_by")


def test_a_form_leads_back_to_where_it_was_opened_and_to_no_other_site(
    ines: Browser, as_: As
) -> None:
    pathway = as_("ines").pathway()
    form = f"/forms{pathway}/notes"
    for back, led in (("/sessions", "/sessions"), ("https://elsewhere.example/", "/")):
        typed = {**hidden_in(ines.opens(form, back=back)), "text": NOTE, "data_class": "social"}
        answer = ines.sends(form, follow=False, **typed)
        assert answer.headers["location"].partition("?")[0] == led


def test_an_hour_is_told_where_the_organisation_is(ines: Browser, as_: As) -> None:
    pathway = as_("ines").pathway()
    told: dict[str, Any] = {"at.day": "2026-03-10", "at.time": "09:30"}
    ines.fills_in(f"/forms{pathway}/notes", text=NOTE, data_class="social", **told)
    *_, entry = as_("ines").reads(f"{pathway}/timeline").json()
    assert entry["occurred_at"] == "2026-03-10T08:30:00Z"
