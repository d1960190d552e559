"""Publishing over HTTP: prepared, published for good, read by everybody, counted again."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.http.app import create_app
from api.http.publications import COUNTING
from tests.api.auditing import enrolled
from tests.api.conftest import As, Place
from tests.api.people import People
from tests.api.speaking import Speaker

MENAT, PIONSAT, MANZAT = "63338", "63281", "63206"
IN_MARCH = "2025-03-04T10:00:00+01:00"
ASKED: dict[str, Any] = {"year": 2025, "commune": [MENAT, PIONSAT]}


@pytest.fixture
def cora(as_: As) -> Speaker:
    """Who coordinates the network."""
    enrolled(as_("claire"), "cora", "coordinator")
    return as_("cora")


@pytest.fixture
def met(as_: As) -> None:
    """Thirteen people of Menat, of whom twelve lack food, fourteen of Pionsat, one of Manzat."""
    ines = as_("ines")
    for number in range(28):
        commune = MENAT if number < 13 else PIONSAT if number < 27 else MANZAT
        pathway = ines.recorded(
            "/pathways", called=f"N{number}", met_at="food_distribution", at=IN_MARCH
        )
        living = {"housing": "tenant", "commune": commune, "at": IN_MARCH}
        ines.recorded(f"/pathways/{pathway}/living-situation", **living)
        if 0 < number < 13:
            ines.recorded(f"/pathways/{pathway}/needs", kind="food", at=IN_MARCH)


@pytest.fixture
def stranger(place: Place) -> Iterator[TestClient]:
    """Somebody who did not sign in, where the network opened its publications."""
    with TestClient(create_app(replace(place.house, publications_open=True))) as client:
        yield client


def prepares(speaker: Speaker, **asked: Any) -> dict[str, Any]:
    answer = speaker.reads("/publications/preparation", **(ASKED | {"language": "en"} | asked))
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def ready_to_say(ready: dict[str, Any]) -> dict[str, Any]:
    return {key: ready[key] for key in ("year", "communes", "position", "mark")}


def publishes(speaker: Speaker, ready: dict[str, Any]) -> str:
    return speaker.recorded("/publications", **ready_to_say(ready))


def cells(shown: dict[str, Any], code: str) -> dict[tuple[str, ...], int | None]:
    (table,) = (one for one in shown["tables"] if one["code"] == code)
    return {tuple(cell["place"]): cell["people"] for cell in table["cells"]}


@pytest.mark.usefixtures("met")
def test_what_is_prepared_tells_what_is_left_out_and_why_and_is_published_for_good(
    cora: Speaker, as_: As
) -> None:
    ready = prepares(cora)
    by_commune = cells(ready, "people-by-commune")
    assert by_commune["all",] == 28
    assert by_commune["others",] is None
    why = {
        tuple(cell["place"]): cell["why"]
        for table in ready["tables"]
        if table["code"] == "people-by-commune"
        for cell in table["cells"]
    }
    assert why["others",] == "small"
    assert "complement" in why.values()
    assert ready["recovered"] == 0
    assert ready["attacked"] > 10
    said = ready_to_say(ready)
    other = said | {"communes": [MENAT]}
    assert cora.refused("/publications", **other) == (409, "released-meanwhile")
    assert cora.says("/publications", **(said | {"position": "x"})).status_code == 422
    release = publishes(cora, ready)
    read = as_("paul").reads(f"/publications/{release}", language="en").json()
    for code in ("people-by-commune", "needs-by-commune", "rights-opened"):
        assert cells(read, code) == cells(ready, code)
    assert "why" not in read["tables"][0]["cells"][0]
    assert [one["id"] for one in as_("paul").reads("/publications").json()] == [release]
    as_("ines").recorded("/pathways", called="Late", met_at="office", at=IN_MARCH)
    assert as_("paul").reads(f"/publications/{release}", language="en").json() == read


@pytest.mark.usefixtures("met")
def test_who_is_added_changes_nothing_of_a_publication_and_is_not_told_by_the_next(
    cora: Speaker, as_: As
) -> None:
    release = publishes(cora, prepares(cora))
    as_("ines").recorded("/pathways", called="Late", met_at="office", at=IN_MARCH)
    again = cora.reads(f"/publications/{release}/replay").json()
    assert again["same"] > 0
    assert (again["different"], again["erased_since"]) == (0, 0)
    again = prepares(cora)
    assert cells(again, "people-by-commune")["all",] is None
    assert again["left_out"]["near"] >= 1
    publishes(cora, again)
    assert len(cora.reads("/publications").json()) == 2


def test_a_year_that_goes_on_is_not_published(cora: Speaker) -> None:
    answer = cora.reads("/publications/preparation", year=2199)
    assert (answer.status_code, answer.json()["code"]) == (409, "year-not-over")


def test_only_the_coordinator_of_the_network_publishes(
    cora: Speaker, as_: As, people: People
) -> None:
    said = ready_to_say(prepares(cora))
    enrolled(as_("claire"), "carl", "coordinator", organisation_id=people.ccas)
    for nobody in (as_("ines"), as_("carl")):
        answer = nobody.reads("/publications/preparation", **ASKED)
        assert (answer.status_code, answer.json()["code"]) == (403, "not-yours-to-publish")
        assert nobody.refused("/publications", **said) == (403, "not-yours-to-publish")


def test_a_publication_that_does_not_exist_is_not_found(cora: Speaker) -> None:
    nowhere = "/publications/00000000-0000-4000-8000-000000000001"
    for path in (nowhere, f"{nowhere}/replay"):
        answer = cora.reads(path)
        assert (answer.status_code, answer.json()["code"]) == (404, "release-unknown")


def test_tables_are_counted_for_one_person_at_a_time(cora: Speaker) -> None:
    with COUNTING:
        answer = cora.reads("/publications/preparation", **ASKED)
    assert (answer.status_code, answer.json()["code"]) == (409, "another-count")


@pytest.mark.usefixtures("met")
def test_a_publication_is_read_as_a_sheet_and_as_a_page_in_french(cora: Speaker) -> None:
    release = publishes(cora, prepares(cora))
    sheet, page = (
        cora.client.get(
            f"/v1/publications/{release}",
            headers=cora.headers | {"Accept": form, "Accept-Language": "fr"},
        )
        for form in ("text/csv", "text/html")
    )
    rows = list(csv.DictReader(StringIO(sheet.text)))
    total = next(one for one in rows if one["table"] == "people-by-commune")
    assert (total["people"], total["left_out"], total["first_name"]) == ("28", "0", "Ensemble")
    hidden = [one for one in rows if one["left_out"] == "1"]
    assert hidden
    assert {one["people"] for one in hidden} == {""}
    assert "<svg" in page.text
    assert "Personnes, par commune" in page.text
    assert 'scope="row"' in page.text
    assert "style-src 'sha256-" in page.headers["content-security-policy"]


def test_strangers_read_what_is_published_only_where_the_network_opened_it(
    cora: Speaker, stranger: TestClient
) -> None:
    release = publishes(cora, prepares(cora))
    for path in ("/v1/publications", f"/v1/publications/{release}"):
        assert cora.client.get(path).status_code == 401
        assert stranger.get(path).status_code == 200
    assert stranger.get("/v1/publications/preparation", params=ASKED).status_code == 401
