"""Rapid tests in the field: the office, the lots, and counts that are nobody's."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from starlette.testclient import TestClient

from api.http.app import create_app
from api.http.house import House
from tests.api.conftest import As, Place
from tests.api.console.browsing import FRENCH, Browser, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import People
from tests.api.test_screening import a_test, agreed, equipped
from tests.fakes.traces import TracesInMemory

PAGE = "/field/screening"


@pytest.fixture
def lot(as_: As, people: People) -> str:
    """A lot of the Relais, where Inès is trained."""
    return equipped(as_("claire"), people["ines"].id)


def test_the_office_is_read_by_its_members(browsing: Browsing, lot: str) -> None:
    page = browsing("ines").opens(PAGE)
    assert "Inès Moulin" in said_on(page)
    assert f'href="{PAGE}/lots/{lot}"' in page.text
    assert "/forms/screening/anonymous-tests" in page.text
    assert "/forms/screening/lots" not in page.text  # whoever is responsible declares them
    assert "/forms/screening/lots" in browsing("claire").opens(PAGE).text
    elsewhere = browsing("paul").opens(PAGE)
    assert f"{PAGE}/lots/{lot}" not in elsewhere.text


def test_anonymous_tests_are_counted_and_taken_back(browsing: Browsing, lot: str) -> None:
    ines = browsing("ines")
    typed: dict[str, Any] = {"lot_id": lot, "counts.negative": "6", "counts.positive": "0"}
    typed |= {"counts.invalid": "1"}
    counted = ines.fills_in(f"/forms/screening/anonymous-tests?back={PAGE}", **typed)
    assert counted.url.path == PAGE, said_on(counted)
    assert "Inès Moulin Take back this count of tests 6 0 1" in said_on(counted)
    assert "Tests anonymes, en nombres" in said_on(browsing("ines", FRENCH).opens(PAGE))


def test_a_lot_says_whom_to_call_to_who_may_know(
    browsing: Browsing, as_: As, place: Place, house: House, lot: str
) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    agreed(ines, awa)
    a_test(ines, awa, lot)
    place.project()
    page = browsing("ines").opens(f"{PAGE}/lots/{lot}")
    seen = awa in page.text
    assert seen == (
        awa.rpartition("/")[2] in str(ines.reads(f"/screening/lots/{lot}/tests").json())
    )
    as_("claire").recorded(f"/screening/lots/{lot}/recall", reason="manufacturer")
    assert "Recalled by the manufacturer" in said_on(browsing("ines").opens(f"{PAGE}/lots/{lot}"))
    traces = TracesInMemory()
    with TestClient(create_app(replace(house, traces=traces))) as client:
        browser = Browser(client)
        browser.signs_in("ines")
        before = len(traces.kept)
        browser.opens(f"{PAGE}/lots/{lot}")
        assert len(traces.kept) - before == int(seen)


def test_a_lot_of_others_is_as_if_it_were_not_there(browsing: Browsing, lot: str) -> None:
    paul = browsing("paul")
    answers = [paul.opens(f"{PAGE}/lots/{one}").status_code for one in (lot, uuid4(), "x")]
    assert answers == [404, 404, 422]
