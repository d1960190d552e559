"""The coordinator's figures over HTTP: as data, as a sheet, as a page, and counted again."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest

from api.http.observatory import REPLAYING
from tests.api.auditing import enrolled
from tests.api.conftest import As, Place
from tests.api.people import RELAIS, People
from tests.api.speaking import Speaker

YEAR = {"from": "2020-01-01", "to": "2029-12-31"}


@pytest.fixture
def cora(as_: As) -> Speaker:
    """Who coordinates the network."""
    enrolled(as_("claire"), "cora", "coordinator")
    return as_("cora")


@pytest.fixture
def carl(as_: As, people: People) -> Speaker:
    """Who coordinates the communal centre."""
    enrolled(as_("claire"), "carl", "coordinator", organisation_id=people.ccas)
    return as_("carl")


@pytest.fixture
def three_met(as_: As, place: Place) -> None:
    ines = as_("ines")
    ines.pathway("Awa")
    ines.pathway("Binta")
    as_("paul").pathway("Cleo")
    place.project()


def figure(answer: Any, indicator: str = "people_met") -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    return next(one for one in answer.json()["figures"] if one["indicator"] == indicator)


def in_form(speaker: Speaker, form: str, path: str = "figures", **asked: str) -> Any:
    return speaker.client.get(
        f"/v1/observatory/{path}",
        params=YEAR | asked,
        headers=speaker.headers | {"Accept": form, "Accept-Language": "fr"},
    )


@pytest.mark.usefixtures("three_met")
def test_each_figure_has_its_number_its_definition_and_its_position(cora: Speaker) -> None:
    answer = cora.reads("/observatory/figures", **YEAR, language="en")
    met = figure(answer)
    assert (met["whole"]["number"], met["name"], met["unit"]) == (3, "People met", "people")
    assert "counted once" in met["definition"]
    assert answer.json()["territory"] == "The network"
    assert answer.json()["left_out"] == 0
    new = figure(answer, "people_new")["cells"]
    assert [(one["category"], one["label"], one["number"]) for one in new] == [
        ("food_distribution", "Food distribution", 3)
    ]


@pytest.mark.usefixtures("three_met")
def test_a_figure_is_counted_again_to_the_same_number(cora: Speaker, as_: As, place: Place) -> None:
    then = cora.reads("/observatory/figures", **YEAR).json()
    as_("ines").pathway("Dina")
    place.project()
    now = cora.reads("/observatory/figures", **YEAR)
    assert figure(now)["whole"]["number"] == 4
    again = cora.reads("/observatory/replay", **YEAR, position=then["position"])
    assert again.json() == then | {"erased_since": 0, "taken_out_since": 0}


@pytest.mark.usefixtures("three_met")
def test_a_partner_s_coordinator_is_told_of_their_own_organisation(
    carl: Speaker, people: People
) -> None:
    answer = carl.reads("/observatory/figures", **YEAR)
    assert figure(answer)["whole"]["number"] == 1
    assert answer.json()["territory"] == "CCAS de Saint-Éloy"
    assert answer.json()["organisation_id"] == str(people.ccas)
    refused = carl.reads("/observatory/figures", **YEAR, organisation_id=str(RELAIS))
    assert (refused.status_code, refused.json()["code"]) == (403, "not-yours-to-count")


def test_whoever_coordinates_nothing_is_told_nothing(as_: As) -> None:
    for name in ("ines", "claire"):
        refused = as_(name).reads("/observatory/figures", **YEAR)
        assert (refused.status_code, refused.json()["code"]) == (403, "not-yours-to-count")


@pytest.mark.usefixtures("three_met")
def test_figures_are_split_by_organisation(cora: Speaker) -> None:
    answer = cora.reads("/observatory/figures", **YEAR, split="organisation")
    assert sorted((one["label"], one["number"]) for one in figure(answer)["cells"]) == [
        ("CCAS de Saint-Éloy", 1),
        ("Relais Combrailles", 2),
    ]


@pytest.mark.usefixtures("three_met")
def test_figures_are_told_of_a_commune(cora: Speaker) -> None:
    answer = cora.reads("/observatory/figures", **YEAR, commune="63338")
    assert figure(answer)["whole"] is None
    assert answer.json()["territory"].endswith("63338")
    split = cora.reads("/observatory/figures", **YEAR, split="commune", language="fr")
    assert [one["label"] for one in figure(split)["cells"]] == ["Non dit"]


@pytest.mark.usefixtures("three_met")
def test_a_sheet_has_a_row_for_each_cell(cora: Speaker) -> None:
    answer = in_form(cora, "text/csv", split="month")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(StringIO(answer.text)))
    met = [row for row in rows if row["indicator"] == "people_met"]
    assert [(row["category"], row["number"]) for row in met] == [("*", "3.0"), ("", "3.0")]
    assert len({row["position"] for row in rows}) == 1


@pytest.mark.usefixtures("three_met")
def test_a_page_shows_plots_and_tables_and_runs_nothing(cora: Speaker) -> None:
    answer = in_form(cora, "text/html", split="organisation")
    assert "Personnes rencontrées" in answer.text
    assert "<svg" in answer.text
    assert "<table" in answer.text
    assert "script" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    position = cora.reads("/observatory/figures", **YEAR).json()["position"]
    again = in_form(cora, "text/html", path="replay", position=position)
    assert "Recompté à partir des événements" in again.text


@pytest.fixture
def somebody_replays() -> Iterator[None]:
    with REPLAYING:
        yield


@pytest.mark.usefixtures("somebody_replays")
def test_figures_are_counted_again_for_one_at_a_time(cora: Speaker) -> None:
    position = cora.reads("/observatory/figures", **YEAR).json()["position"]
    refused = cora.reads("/observatory/replay", **YEAR, position=position)
    assert (refused.status_code, refused.json()["code"]) == (409, "another-replay")


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"from": "2026-12-31", "to": "2026-01-01"}, 409),
        ({"from": "1990-01-01", "to": "2026-01-01"}, 409),
        ({"from": "soon", "to": "2026-01-01"}, 422),
        (YEAR | {"commune": "Menat"}, 422),
        (YEAR | {"split": "people"}, 422),
        (YEAR | {"min_position": "ours"}, 422),
        ({}, 422),
    ],
    ids=str,
)
def test_what_is_no_question_is_refused(cora: Speaker, asked: dict[str, str], status: int) -> None:
    assert cora.reads("/observatory/figures", **asked).status_code == status


def test_a_position_that_is_none_is_refused(cora: Speaker) -> None:
    answer = cora.reads("/observatory/replay", **YEAR, position="ours")
    assert (answer.status_code, answer.json()["errors"][0]["fault"]) == (422, "not_ours")
