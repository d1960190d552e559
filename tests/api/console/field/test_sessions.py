"""An outreach session on a telephone: people counted, known, followed; never twice."""

import re
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from starlette.testclient import TestClient

from api.http.app import create_app
from api.http.house import House
from tests.api.conftest import As, Place
from tests.api.console.browsing import FRENCH, Browser, hidden_in, said_on
from tests.api.console.conftest import Browsing
from tests.api.console.field.forms import carried, count, take_back
from tests.fakes.traces import TracesInMemory

MORNING = {"place": "Salle des fêtes de Pionsat", "starts_at": "2026-03-04T09:00:00Z"}


@pytest.fixture
def ines(browsing: Browsing) -> Browser:
    return browsing("ines")


@pytest.fixture
def session(as_: As) -> str:
    """The page of a session."""
    held = as_("ines").recorded(
        "/activities/outreach-sessions", kind="food_distribution", happening=MORNING
    )
    return f"/field/sessions/{held}"


def met(as_: As, session: str) -> dict[str, int]:
    shown = as_("ines").reads(f"/activities/{session.rpartition('/')[2]}").json()
    people: dict[str, int] = shown["outreach"]["met"]
    return people


def test_a_session_is_started(ines: Browser, place: Place) -> None:
    first = ines.fills_in(
        "/field/sessions/new",
        place="Salle des fêtes",
        kind="home_visit",
        commune="63281",
        day="2026-03-04",
        time="09:30",
    )
    assert "Salle des fêtes 4 March 2026, 09:30 0 people met" in said_on(first)
    place.project()
    assert "Before Salle des fêtes" in said_on(ines.opens("/field"))


def test_the_next_one_is_filled_in_already(ines: Browser, session: str, place: Place) -> None:
    place.project()
    form = ines.opens("/field/sessions/new").text
    assert 'value="Salle des fêtes de Pionsat"' in form
    assert 'value="food_distribution" required checked' in form
    assert f'href="{session}"' in ines.opens("/field").text


@pytest.mark.parametrize("wrong", [{"place": ""}, {"kind": "?"}, {"day": "4/3"}, {"commune": "x"}])
def test_a_session_typed_wrong_keeps_what_was_typed(ines: Browser, wrong: dict[str, Any]) -> None:
    typed: dict[str, Any] = {"place": "Halle", "kind": "shelter"}
    typed |= {"day": "2026-03-04", "time": "09:30"}
    again = ines.fills_in("/field/sessions/new", **(typed | wrong))
    assert (again.status_code, 'role="alert"' in again.text) == (422, True)
    assert 'value="09:30"' in again.text


def test_a_session_started_twice_is_one(ines: Browser) -> None:
    typed: dict[str, Any] = hidden_in(ines.opens("/field/sessions/new")) | {
        "place": "Halle",
        "kind": "shelter",
        "day": "2026-03-04",
        "time": "09:30",
    }
    pages = {ines.sends("/field/sessions/new", **typed).url.path for _ in range(2)}
    assert len(pages) == 1
    other = ines.sends("/field/sessions/new", **(typed | {"place": "Marché"}))
    assert (other.status_code, "What you sent first was saved." in said_on(other)) == (409, True)
    assert 'value="Marché"' in other.text


def test_somebody_nameless_is_counted_at_once_and_may_be_taken_back(
    ines: Browser, session: str
) -> None:
    one = count(ines, session, word="otter")
    assert "1 person met" in said_on(one)
    two = count(ines, session, word="")
    assert "2 people met" in said_on(two)
    back = take_back(ines, session, two)
    assert "They are counted no more." in said_on(back)
    assert "1 person met" in said_on(back)


def test_what_is_sent_again_counts_once(ines: Browser, as_: As, session: str) -> None:
    typed = carried(ines.opens(session), session) | {"word": "otter"}
    for _ in range(3):
        ines.sends(session, **typed)
    assert met(as_, session)["people"] == 1
    last = carried(ines.sends(session, **typed), f"{session}/taken-back")
    for _ in range(2):
        ines.sends(f"{session}/taken-back", **last)
    assert met(as_, session)["people"] == 0


def test_a_word_is_given_once(ines: Browser, as_: As, session: str) -> None:
    count(ines, session, word="otter")
    assert 'value="otter"' not in ines.opens(session).text
    again = count(ines, session, word="otter")
    assert (again.status_code, "was given this word" in said_on(again)) == (409, True)
    nonsense = count(ines, session, word="jean")
    assert (nonsense.status_code, 'role="alert"' in nonsense.text) == (422, True)
    assert met(as_, session)["people"] == 1


def test_somebody_known_is_met_with_what_was_talked_about(
    ines: Browser, as_: As, place: Place, session: str
) -> None:
    awa = as_("ines").pathway("Awa")
    place.project()
    known = f"{session}/known"
    assert "Awa" in said_on(ines.opens(known))
    chosen = awa.rpartition("/")[2]
    counted = ines.fills_in(known, pathway_id=chosen, theme="food", minutes="5")
    assert "1 person met" in said_on(counted)
    [talked] = [
        fact["details"]
        for fact in as_("ines").reads(f"{awa}/timeline").json()
        if fact["kind"] == "mediation-interview-held"
    ]
    assert (talked["themes"], talked["minutes"], talked["mode"]) == (["food"], 5, "outreach")
    take_back(ines, session, counted)
    assert met(as_, session)["people"] == 0
    left = [fact["kind"] for fact in as_("ines").reads(f"{awa}/timeline").json()]
    assert left.count("interview-entered-in-error") == 1


def test_nobody_chosen_or_nothing_known_is_said(ines: Browser, as_: As, session: str) -> None:
    known = f"{session}/known"
    nobody = ines.fills_in(known, theme="food", minutes="5")
    assert (nobody.status_code, "Choose the person first." in said_on(nobody)) == (422, True)
    for wrong in ({"theme": "gossip"}, {"theme": "food", "minutes": "long"}, {"pathway_id": "?"}):
        typed: dict[str, Any] = {"pathway_id": str(uuid4()), "minutes": "5"} | wrong
        assert ines.fills_in(known, **typed).status_code == 422
    hidden = as_("paul").pathway("Samir").rpartition("/")[2]
    said = {said_on(ines.fills_in(known, pathway_id=one)) for one in (hidden, str(uuid4()))}
    assert len(said) == 1  # somebody followed elsewhere is as if there were nobody
    assert met(as_, session)["people"] == 0


def test_somebody_is_found_by_a_few_letters(
    ines: Browser, as_: As, place: Place, session: str
) -> None:
    as_("ines").pathway("Awa")
    as_("paul").pathway("Awatif")
    place.project()
    search = f"{session}/known/search"
    found = ines.sends(search, name="awa")
    assert "Awa" in said_on(found)
    assert "Awatif" not in said_on(found)
    assert "Nobody." in said_on(ines.sends(search, name="zz"))
    assert ines.sends(search, name="").status_code == 200
    assert ines.sends(search, name="x" * 999).status_code == 200


def test_names_are_shown_when_asked_for_alone_and_each_is_traced(
    house: House, as_: As, place: Place, session: str
) -> None:
    as_("ines").pathway("Awa")
    place.project()
    traces = TracesInMemory()
    with TestClient(create_app(replace(house, traces=traces))) as client:
        ines = Browser(client)
        ines.signs_in("ines")
        before = len(traces.kept)
        assert "Awa" not in said_on(ines.opens(session))
        assert len(traces.kept) == before
        assert "Awa" in said_on(ines.opens(f"{session}/known"))
        assert len(traces.kept) == before + 1


def test_whoever_wants_to_be_followed_gets_a_pathway(ines: Browser, as_: As, session: str) -> None:
    opened = ines.fills_in(f"{session}/followed", called="Lina", theme="rights", minutes="20")
    assert "Their pathway is open, as of this session." in said_on(opened)
    pathway = re.search(r"/pathways/[0-9a-f-]{36}", opened.text)
    assert pathway
    lina = as_("ines").reads(pathway[0]).json()
    assert (lina["called"], lina["met_at"]) == ("Lina", "food_distribution")
    assert met(as_, session) == {"people": 1, "known": 0, "followed": 1, "nameless": 0}


def test_somebody_counted_nameless_is_followed_later_and_counted_once(
    ines: Browser, as_: As, session: str
) -> None:
    counted = count(ines, session, word="otter")
    door = re.search(rf"{session}/contacts/[0-9a-f-]+/followed", counted.text)
    assert door
    unnamed = ines.fills_in(door[0], called=" ")
    assert (unnamed.status_code, 'role="alert"' in unnamed.text) == (422, True)
    typed: dict[str, Any] = hidden_in(ines.opens(door[0])) | {"called": "Lina"}
    for _ in range(2):
        assert "Their pathway is open" in said_on(ines.sends(door[0], **typed))
    again = ines.fills_in(door[0], called="Lina")
    assert (again.status_code, 'value="Lina"' in again.text) == (409, True)
    assert met(as_, session) == {"people": 1, "known": 0, "followed": 1, "nameless": 0}


def test_a_session_of_others_is_as_if_it_were_not_there(browsing: Browsing, session: str) -> None:
    paul = browsing("paul")
    nowhere = f"/field/sessions/{uuid4()}"
    for path in ("", "/known", "/followed", f"/contacts/{uuid4()}/followed"):
        theirs, none = paul.opens(f"{session}{path}"), paul.opens(f"{nowhere}{path}")
        assert theirs.status_code == none.status_code == 404
        assert "activity-unknown" in theirs.text
    for path in ("", "/known", "/followed", "/taken-back"):
        sent = paul.sends(f"{session}{path}", called="Lina", last=str(uuid4()), pathway_id="?")
        assert sent.status_code == 404
    assert paul.opens(f"{session}?last=nonsense").status_code == 422
    assert browsing("claire").opens("/field").status_code == 403


def test_it_is_said_in_french(browsing: Browsing, session: str) -> None:
    counted = count(browsing("ines", FRENCH), session, word="otter")
    assert "1 personne rencontrée" in said_on(counted)
    assert "Compter une personne de plus" in said_on(counted)


def test_what_was_typed_as_the_session_ended_is_sent_once_signed_in(
    browsing: Browsing, as_: As, session: str
) -> None:
    ines, form = browsing("ines"), f"{session}/followed"
    typed: dict[str, Any] = hidden_in(ines.opens(form)) | {"called": "Lina"}
    ines.client.cookies.clear()
    asked = ines.sends(form, **typed)
    assert (asked.status_code, "Lina" in asked.text) == (401, False)
    carried_on = hidden_in(asked)
    stranger = browsing()
    stranger_sees = stranger.signs_in("paul", **carried_on)
    assert "Lina" not in stranger_sees.text
    again = ines.signs_in("ines", **carried_on)
    assert "What you typed was kept." in said_on(again)
    assert met(as_, session)["people"] == 0
    opened = ines.sends(form, **hidden_in(again))
    assert "Their pathway is open" in said_on(opened)
    assert met(as_, session)["people"] == 1


def test_a_list_asked_for_wrong_is_a_sentence(ines: Browser) -> None:
    assert ines.opens("/field", cursor="nonsense").status_code == 422
    assert ines.opens("/field", fresh="nonsense").status_code == 422
