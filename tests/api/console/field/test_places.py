"""Places of facilities: room for anybody to see, people for those who work there."""

from dataclasses import replace
from uuid import uuid4

import pytest
from starlette.testclient import TestClient

from api.console.field.places import by_change
from api.http.app import create_app
from api.http.house import House
from domain.facility.occupancy import Occupancy
from domain.facility.words import PlaceKind
from tests.api.conftest import As, Place
from tests.api.console.browsing import FRENCH, Browser, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import People
from tests.api.test_places import TODAY, asking, centre, consenting, day
from tests.fakes.traces import TracesInMemory

__all__ = ["centre"]


@pytest.fixture
def asked(as_: As, people: People, centre: str, place: Place) -> str:
    """Somebody for whom a place is asked; their stay."""
    ines = as_("ines")
    awa = consenting(ines, people)
    stay = ines.recorded(f"{awa}/stays", **asking(centre))
    place.project()
    return f"{awa}/stays/{stay}"


def test_whoever_works_elsewhere_sees_whether_there_is_room_and_no_more(
    browsing: Browsing, centre: str, asked: str
) -> None:
    ines = browsing("ines")
    assert "Centre des Glycines" in said_on(ines.opens("/field/places"))
    page = ines.opens(f"/field/places/{centre}")
    assert "No place" in said_on(page)
    assert "Awa" not in said_on(page)
    assert "/capacities" not in page.text
    assert asked.rpartition("/")[2] not in page.text


def test_whoever_works_there_sees_who_asks_and_answers(
    browsing: Browsing, as_: As, place: Place, centre: str, asked: str
) -> None:
    paul = browsing("paul")
    page = paul.opens(f"/field/places/{centre}")
    assert "Awa Place requested" in said_on(page)
    offer = f"/forms{asked}/offer"
    assert f'href="{offer}?back=/field/places/{centre}"' in page.text
    offered = paul.fills_in(f"{offer}?back=/field/places/{centre}")
    assert offered.url.path == f"/field/places/{centre}"
    assert "Place offered" in said_on(offered)
    as_("ines").recorded(f"{asked}/acceptance")
    assert f"/forms{asked}/start" in paul.opens(f"/field/places/{centre}").text
    as_("paul").recorded(f"{asked}/start", on=day(0))
    place.project()
    started = paul.opens(f"/field/places/{centre}")
    assert f"/forms{asked}/end" in started.text


def test_each_look_at_who_stays_is_traced(house: House, centre: str, asked: str) -> None:
    traces = TracesInMemory()
    with TestClient(create_app(replace(house, traces=traces))) as client:
        paul = Browser(client)
        paul.signs_in("paul")
        before = len(traces.kept)
        paul.opens(f"/field/places/{centre}")
        assert [str(one.pathway_id) in asked for one in traces.kept[before:]] == [True]
        traces.broken = True
        assert paul.opens(f"/field/places/{centre}").status_code == 503


def test_a_place_is_asked_for_from_here(
    browsing: Browsing, as_: As, place: Place, centre: str
) -> None:
    awa = as_("ines").pathway("Awa").rpartition("/")[2]
    place.project()
    ines, person = browsing("ines"), f"/field/places/{centre}/person"
    assert "Awa" in said_on(ines.opens(person))
    assert "Awa" in said_on(ines.sends(f"{person}/search", name="awa"))
    form = ines.sends(person, pathway_id=awa)
    assert form.url.path == f"/forms/pathways/{awa}/stays"
    assert f'value="{centre}" selected' in form.text or f'value="{centre}" checked' in form.text
    nobody = ines.sends(person, pathway_id="?")
    assert (nobody.status_code, "Choose the person first." in said_on(nobody)) == (422, True)


@pytest.mark.parametrize(
    ("asked_for", "status"),
    [
        ({"from": "nonsense"}, 422),
        ({"from": day(9), "until": day(2)}, 409),
        ({"from": "9999-12-31"}, 422),
        ({"from": day(0), "until": day(9)}, 200),
    ],
)
def test_a_period_that_cannot_be_is_a_sentence(
    browsing: Browsing, centre: str, asked_for: dict[str, str], status: int
) -> None:
    page = browsing("ines").opens(f"/field/places/{centre}", **asked_for)
    assert page.status_code == status


def test_a_facility_that_is_not_there_is_said(browsing: Browsing) -> None:
    ines = browsing("ines", FRENCH)
    nowhere = f"/field/places/{uuid4()}"
    assert [ines.opens(f"{nowhere}{tail}").status_code for tail in ("", "/person")] == [404, 404]
    assert "Aucun établissement" in said_on(ines.opens("/field/places"))


def test_days_that_are_alike_are_one_line() -> None:
    kind = PlaceKind.PARENT_AND_CHILD
    days = [Occupancy(TODAY.replace(day=1 + n), kind, 2, int(n > 4), 0) for n in range(9)]
    assert [one.occupied for one in by_change(days)] == [0, 1]
