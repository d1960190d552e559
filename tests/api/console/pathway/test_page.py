"""One person on one screen."""

import re
from uuid import UUID, uuid4

import pytest

from api.http.house import House
from application.traces.trace import Look
from tests.api.conftest import As
from tests.api.console.browsing import FRENCH, said_on
from tests.api.console.conftest import Browsing
from tests.api.console.pathway.told import entries_on
from tests.api.people import People
from tests.api.test_no_trace import HIDDEN, hide, shared

PAGES = ("", "?entries=1", "?area=follow_up", "/access")


def test_the_page_says_who_the_person_is_and_what_is_next(as_: As, browsing: Browsing) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    plan = {"due_on": "2030-11-28", "purpose": "documents", "mode": "phone"}
    ines.recorded(f"{awa}/follow-ups", plan=plan)
    page = browsing("ines").opens(awa)
    said = said_on(page)
    assert page.status_code == 200
    assert "Awa" in said
    assert "referent: Inès Moulin" in said
    assert "Follow-up: " in said
    assert "care team" in said
    assert "<title>Pathway · Cordée</title>" in page.text  # a name would stay in a shared browser


def test_the_page_speaks_french(as_: As, browsing: Browsing) -> None:
    awa = as_("ines").pathway()
    said = said_on(browsing("ines", FRENCH).opens(awa))
    assert "La suite" in said
    assert "équipe de soins" in said


def test_a_page_is_one_look(as_: As, browsing: Browsing, house: House) -> None:
    awa = as_("ines").pathway()
    browser, before = browsing("ines"), len(looks(house, awa))
    browser.opens(awa)
    assert looks(house, awa)[before:] == [Look.TIMELINE]


def looks(house: House, awa: str) -> list[Look]:
    pathway_id = awa.rpartition("/")[2]
    every = house.traces.of_pathway(UUID(pathway_id))
    return [trace.look for trace in every]


def test_without_a_ground_there_is_the_page_of_nothing(as_: As, browsing: Browsing) -> None:
    awa = as_("ines").pathway()
    paul = browsing("paul")
    there, nowhere = paul.opens(awa), paul.opens(f"/pathways/{uuid4()}")
    assert (there.status_code, nowhere.status_code) == (404, 404)
    assert without_reference(there.text) == without_reference(nowhere.text)
    for path in ("/access", ""):
        assert paul.opens(f"{awa}{path}").status_code == 404


def without_reference(html: str) -> str:
    return re.sub(r"[0-9a-f]{8}[0-9a-f-]*", "", html)


@pytest.mark.parametrize(
    "asked",
    [
        "area=nonsense",
        "organisation=nonsense",
        "as_of=nonsense",
        "as_of=0001-01-01",
        "as_of=9999-12-31",
        "before=nonsense",
        "before=%00",
        "entries=0",
        "entries=100000",
        "entries=many",
    ],
)
def test_nonsense_in_the_address_is_told_in_a_sentence(
    as_: As, browsing: Browsing, asked: str
) -> None:
    awa = as_("ines").pathway()
    page = browsing("ines").opens(f"{awa}?{asked}")
    assert page.status_code == 422
    assert "<h1" in page.text


def test_a_cursor_of_another_pathway_is_none_of_this_one(as_: As, browsing: Browsing) -> None:
    ines, browser = as_("ines"), browsing("ines")
    awa, other = ines.pathway(), ines.pathway()
    ines.recorded(f"{awa}/notes", text="Une.")
    page = browser.opens(f"{awa}?entries=1")
    before = re.search(r"before=([\w-]+)", page.text)
    assert before is not None
    assert browser.opens(f"{awa}?before={before[1]}").status_code == 200
    assert browser.opens(f"{other}?before={before[1]}").status_code == 422


def test_fifty_hidden_facts_change_no_byte_of_the_page(
    as_: As, browsing: Browsing, people: People
) -> None:
    _, lise, awa = shared(as_, people)
    browser = browsing("ines")
    before = [browser.opens(f"{awa}{part}").content for part in PAGES]
    hide(lise, awa)
    assert [browser.opens(f"{awa}{part}").content for part in PAGES] == before
    assert len(entries_on(browsing("lise").opens(f"{awa}?entries=200"))) > HIDDEN
