"""A workshop on a telephone: its sessions, places, and who came, in one screen."""

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
from tests.api.console.field.forms import carried
from tests.api.people import People
from tests.api.test_workshops import Workshop, opened
from tests.fakes.traces import TracesInMemory


@pytest.fixture
def workshop(as_: As) -> Workshop:
    return opened(as_("ines"))


@pytest.fixture
def ines(browsing: Browsing) -> Browser:
    return browsing("ines")


def session_of(workshop: Workshop) -> str:
    return f"/field/workshops/{workshop.id}/sessions/{workshop.session_id}"


def seated(workshop: Workshop, place: Place, *names: str) -> list[str]:
    """Places of people who get a pathway each."""
    paths = [f"{workshop.ines.pathway(name)}/workshops" for name in names]
    found = [workshop.ines.recorded(path, **workshop.place()) for path in paths]
    place.project()
    return found


def test_a_workshop_tells_its_sessions(ines: Browser, workshop: Workshop) -> None:
    shown = ines.opens(f"/field/activities/{workshop.id}")
    assert shown.url.path == f"/field/workshops/{workshop.id}"
    assert "2 places left" in said_on(shown)
    assert f"/forms{workshop.path}/holding" in shown.text


def test_everybody_is_noted_in_one_screen_by_one_button(
    ines: Browser, workshop: Workshop, place: Place
) -> None:
    awa, mina = seated(workshop, place, "Awa", "Mina")
    path = session_of(workshop)
    page = ines.opens(path)
    assert "Awa" in said_on(page)
    typed: dict[str, Any] = carried(page, path) | {f"came.{awa}": "yes", f"came.{mina}": "no"}
    for _ in range(2):
        assert "It is saved." in said_on(ines.sends(path, **typed))
    assert workshop.session["known_came"] == 1
    corrected = typed | carried(ines.opens(path), path) | {f"came.{mina}": "yes"}
    ines.sends(path, **corrected)
    assert workshop.session["known_came"] == 2


def test_what_was_not_said_is_left_alone(ines: Browser, workshop: Workshop, place: Place) -> None:
    awa, _ = seated(workshop, place, "Awa", "Mina")
    said: dict[str, Any] = {f"came.{awa}": "perhaps", f"came.{uuid4()}": "yes"}
    ines.fills_in(session_of(workshop), **said)
    assert workshop.session["known_came"] == 0


def test_a_line_that_is_refused_says_why_and_keeps_what_was_chosen(
    browsing: Browsing, as_: As, place: Place
) -> None:
    workshop = opened(as_("ines"))
    later: dict[str, Any] = {"starts_at": "2199-03-04T14:00:00Z", "minutes": 90}
    session = workshop.ines.recorded(f"/activities/workshops/{workshop.id}/sessions", **later)
    workshop = replace(workshop, session_id=session)
    (awa,) = seated(workshop, place, "Awa")
    ines, path = browsing("ines"), session_of(workshop)
    assert "once the session has begun" in said_on(ines.opens(path))
    said: dict[str, Any] = {"key": "any", f"came.{awa}": "yes"}
    answer = ines.sends(path, **said)
    assert (answer.status_code, "Not everything was saved" in said_on(answer)) == (409, True)
    assert f'name="came.{awa}" value="yes" checked' in answer.text


def test_a_place_is_given_to_somebody_known(
    ines: Browser, workshop: Workshop, place: Place
) -> None:
    awa = workshop.ines.pathway("Awa").rpartition("/")[2]
    place.project()
    person = f"{session_of(workshop)}/person"
    assert "Awa" in said_on(ines.opens(person))
    nobody = ines.fills_in(person, came="yes")
    assert (nobody.status_code, "Choose the person first." in said_on(nobody)) == (422, True)
    assert ines.fills_in(person, pathway_id="?", came="yes").status_code == 422
    typed = hidden_in(ines.opens(person))
    for _ in range(2):
        given = ines.sends(person, **typed, pathway_id=awa, came="yes")
        assert "Awa" in said_on(given)
    assert (workshop.session["known"], workshop.session["came"]) == (1, 1)
    again = ines.fills_in(person, pathway_id=awa, came="")
    assert (again.status_code, 'role="alert"' in again.text) == (409, True)
    assert "Awa" in said_on(ines.sends(f"{person}/search", name="awa"))


def test_who_may_not_know_that_somebody_comes_does_not_read_it(
    browsing: Browsing, as_: As, place: Place, people: People
) -> None:
    maud = as_("maud")
    chosen = {"membership_id": str(people["maud"].id)}
    maud.client.put("/v1/sessions/current/membership", json=chosen, headers=maud.headers)
    workshop = opened(maud, theme="contraception")
    awa = as_("ines").pathway("Awa")
    maud.recorded(f"{awa}/workshops", **workshop.place())
    place.project()
    page = browsing("ines").opens(session_of(workshop))
    assert "1 person has a place by name" in said_on(page)
    assert "Awa" not in said_on(page)


def test_each_look_at_the_register_is_traced(
    house: House, workshop: Workshop, place: Place
) -> None:
    seated(workshop, place, "Awa")
    traces = TracesInMemory()
    with TestClient(create_app(replace(house, traces=traces))) as client:
        ines = Browser(client)
        ines.signs_in("ines")
        before = len(traces.kept)
        ines.opens(session_of(workshop))
        assert len(traces.kept) == before + 1
        traces.broken = True
        assert ines.opens(session_of(workshop)).status_code == 503


def test_a_workshop_of_others_is_as_if_it_were_not_there(
    browsing: Browsing, workshop: Workshop
) -> None:
    paul = browsing("paul")
    for path in (f"/field/workshops/{workshop.id}", session_of(workshop)):
        for tail in ("", "/person") if "sessions" in path else ("",):
            assert paul.opens(f"{path}{tail}").status_code == 404
    assert paul.sends(session_of(workshop)).status_code == 404
    none = f"/field/workshops/{workshop.id}/sessions/{uuid4()}"
    ines = browsing("ines")
    assert [ines.opens(none).status_code, ines.opens(f"{none}/person").status_code] == [404, 404]
    assert ines.opens("/field/workshops/nonsense").status_code == 422


def test_other_activities_are_counts(browsing: Browsing, as_: As) -> None:
    happening = {"place": "Halle", "starts_at": "2026-03-04T09:00:00Z"}
    day = {"people": 120, "by_theme": {"dental": 34}, "tests": {"hiv": 12}}
    speaker, ines = as_("ines"), browsing("ines", FRENCH)
    held = speaker.recorded("/activities/health-days", happening=happening, day=day)
    page = ines.opens(f"/field/activities/{held}")
    assert "120 personnes venues" in said_on(page)
    assert f"/forms/activities/health-days/{held}/correction" in page.text
    body = {"name": "Conseil local de santé", "level": "local", "subject": "Mobilité"}
    attended = speaker.recorded("/activities/bodies", happening=happening, body=body)
    assert "Conseil local de santé" in said_on(ines.opens(f"/field/activities/{attended}"))
    assert browsing("paul").opens(f"/field/activities/{held}").status_code == 404
