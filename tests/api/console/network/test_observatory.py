"""The figures of those who coordinate, in the console."""

import csv
import re
from io import StringIO
from typing import Any

import pytest

from api.observatory.themes import INDICATORS
from domain.observatory.indicators import Indicator
from tests.api.conftest import As, Place
from tests.api.console.browsing import FRENCH, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import RELAIS

pytestmark = pytest.mark.usefixtures("coordinators", "three_met")
YEARS = {"from": "2020-01-01", "to": "2029-12-31"}
AGAIN = re.compile(r'href="(/observatory/again[^"#]*)')


def test_each_indicator_is_of_one_theme() -> None:
    of_themes = [one for indicators in INDICATORS.values() for one in indicators]
    assert sorted(of_themes) == sorted(Indicator)


def test_figures_have_their_definition_and_people_are_named_once(browsing: Browsing) -> None:
    page = browsing("cora", FRENCH).opens("/observatory", **YEARS, split="organisation")
    assert page.status_code == 200
    for said in (
        "Le réseau.",
        "Personnes rencontrées",
        "est comptée une fois",
        "Relais Combrailles",
    ):
        assert said in said_on(page)
    table = page.text.split("<table>")[1].split("</thead>")[0]
    assert table.count("personnes") == 1


def test_without_a_question_this_year_is_told(browsing: Browsing) -> None:
    page = browsing("cora").opens("/observatory")
    assert (page.status_code, "People met" in said_on(page)) == (200, True)


def test_only_the_themes_that_are_ticked_are_told(browsing: Browsing) -> None:
    page = browsing("cora").opens("/observatory", **YEARS, theme="rights")
    assert "People met" not in said_on(page)
    assert "Rights opened" in said_on(page)  # where nothing was counted
    odd = browsing("cora").opens("/observatory", **YEARS, theme="nonsense")
    assert "People met" in said_on(odd)


def test_figures_are_counted_again_to_the_same_numbers(
    browsing: Browsing, as_: As, place: Place
) -> None:
    cora = browsing("cora")
    again = AGAIN.findall(cora.opens("/observatory", **YEARS).text)[0].replace("&amp;", "&")
    as_("ines").pathway("Dina")
    place.project()
    assert "every number is the same" in said_on(cora.opens(again))
    other = again.replace("2029-12-31", "2020-12-31")
    assert "these are not the numbers" in said_on(cora.opens(other))


def test_the_sheet_answers_the_same_question(browsing: Browsing) -> None:
    answer = browsing("cora").opens("/observatory/figures.csv", **YEARS, theme="people")
    assert "attachment" in answer.headers["content-disposition"]
    rows = list(csv.DictReader(StringIO(answer.text)))
    assert {row["indicator"] for row in rows} == {"people_met", "people_new"}


def test_a_partner_s_coordinator_is_told_of_their_own(browsing: Browsing) -> None:
    carl = browsing("carl")
    page = said_on(carl.opens("/observatory", **YEARS))
    assert "CCAS de Saint-Éloy. From" in page
    assert "What this organisation did" not in page
    refused = carl.opens("/observatory", **YEARS, organisation_id=str(RELAIS))
    assert (refused.status_code, "not-yours-to-count" in refused.text) == (403, True)


@pytest.mark.parametrize("path", ["", "/again", "/figures.csv"])
def test_whoever_coordinates_nothing_is_told_nothing(browsing: Browsing, path: str) -> None:
    for name in ("ines", "claire"):
        browser = browsing(name)
        refused = browser.opens(f"/observatory{path}", **YEARS)
        assert (refused.status_code, "not-yours-to-count" in refused.text) == (403, True)
        assert 'href="/observatory"' not in browser.opens("/network").text


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"from": "2026-12-31", "to": "2026-01-01"}, "to"),
        ({"from": "1990-01-01", "to": "2026-01-01"}, "to"),
        ({"from": "soon"}, "from"),
        ({"to": ""}, "to"),
        ({"commune": "Menat"}, "commune"),
        ({"split": "people"}, "split"),
        ({"organisation_id": "ours"}, "organisation_id"),
    ],
    ids=str,
)
def test_what_is_no_question_is_said_at_its_field(
    browsing: Browsing, asked: dict[str, Any], field: str
) -> None:
    cora = browsing("cora")
    page = cora.opens("/observatory", **(YEARS | asked))
    assert page.status_code in {409, 422}
    assert f'href="#{field}"' in page.text
    assert f'aria-describedby="wrong-{field}"' in page.text
    for path in ("again", "figures.csv"):
        refused = cora.opens(f"/observatory/{path}", **(YEARS | asked))
        assert refused.status_code in {409, 422}
        assert 'role="alert"' in refused.text


def test_a_position_that_is_none_is_refused(browsing: Browsing) -> None:
    refused = browsing("cora").opens("/observatory/again", **YEARS, position="ours")
    assert (refused.status_code, 'role="alert"' in refused.text) == (422, True)
