"""The yearly report of a programme over HTTP."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO

import pytest
from starlette.testclient import TestClient

from api.composition import programmes
from api.http.app import create_app
from tests.api.auditing import enrolled
from tests.api.conftest import As, Place
from tests.api.speaking import Speaker
from tests.canaries.tour import signing_in

RESCORDA = programmes()["rescorda"].model_copy(update={"territory": "Combrailles"})
ASKED = {"programme": "rescorda"}


@pytest.fixture
def cora(place: Place, as_: As) -> Iterator[Speaker]:
    """Who coordinates the network, where one programme is set up."""
    enrolled(as_("claire"), "cora", "coordinator")
    as_("ines").pathway("Awa")
    place.project()
    house = replace(place.house, programmes={"rescorda": RESCORDA})
    with TestClient(create_app(house)) as client:
        yield signing_in(client)("cora")


def test_a_report_tells_actions_people_money_and_words(cora: Speaker) -> None:
    told = cora.reads("/observatory/reports/2026", **ASKED, language="en").json()
    assert (told["cost"], sum(one["cents"] for one in told["funding"])) == (15_591_400, 15_591_400)
    assert (told["employees"], told["volunteers"]) == (2, 10)
    assert len(told["actions"]) == len(RESCORDA.actions)
    met = next(one for one in told["people"]["figures"] if one["indicator"] == "people_met")
    assert met["whole"]["number"] == 1
    assert met["definition"]
    assert told["testimonies"][0]["consented_on"] == "2026-06-18"
    assert told["figures"]["position"]


def test_a_report_is_counted_again_at_its_position(cora: Speaker) -> None:
    told = cora.reads("/observatory/reports/2026", **ASKED).json()
    again = cora.reads("/observatory/reports/2026", **ASKED, position=told["figures"]["position"])
    assert again.json() == told


def test_a_report_is_a_page_to_print_and_a_sheet(cora: Speaker) -> None:
    def in_form(form: str) -> str:
        headers = cora.headers | {"Accept": form, "Accept-Language": "fr"}
        answer = cora.client.get("/v1/observatory/reports/2026", params=ASKED, headers=headers)
        assert answer.status_code == 200, answer.text
        return answer.text

    page = in_form("text/html")
    for said in ("Rapport d’activité 2026", "48\u202f627,00", "Médecins du Monde", "10 bénévoles"):
        assert said in page
    assert "<script" not in page
    rows = list(csv.reader(StringIO(in_form("text/csv"))))
    assert ["rescorda", "2026", "cost", "", "155914.00"] in rows


@pytest.mark.parametrize(
    ("path", "asked", "status", "code"),
    [
        ("2026", {"programme": "other"}, 404, "programme-unknown"),
        ("1999", ASKED, 404, "programme-year-unknown"),
        ("2026", {}, 422, "unreadable"),
        ("soon", ASKED, 422, "unreadable"),
        ("2026", ASKED | {"position": "ours"}, 422, "unreadable"),
    ],
    ids=str,
)
def test_what_is_no_report_is_refused(
    cora: Speaker, path: str, asked: dict[str, str], status: int, code: str
) -> None:
    answer = cora.reads(f"/observatory/reports/{path}", **asked)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_report_is_for_coordinators(as_: As) -> None:
    refused = as_("ines").reads("/observatory/reports/2026", **ASKED)
    assert (refused.status_code, refused.json()["code"]) == (403, "not-yours-to-count")
