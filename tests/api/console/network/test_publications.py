"""What is published for everybody, in the console."""

from dataclasses import replace
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.http.app import create_app
from api.http.publications import COUNTING
from tests.api.conftest import Place
from tests.api.console.browsing import FRENCH, Browser, said_on
from tests.api.console.conftest import Browsing
from tests.api.test_publications import MENAT, PIONSAT, met

__all__ = ["met"]  # a fixture
pytestmark = pytest.mark.usefixtures("coordinators")
PREPARATION = "/publications/preparation"
ASKED = {"year": "2025", "communes": f"{MENAT} {PIONSAT}"}
NOWHERE = "/publications/00000000-0000-4000-8000-000000000001"


def published(cora: Browser) -> str:
    """The path of a publication, just made as a person would."""
    page = cora.fills_in(f"{PREPARATION}?year=2025&communes={MENAT}+{PIONSAT}")
    assert page.url.path == "/publications", page.text
    return page.text.split('<p class="acts"><a href="')[1].split('"')[0]


@pytest.mark.usefixtures("met")
def test_a_year_is_prepared_looked_at_and_published(browsing: Browsing) -> None:
    cora = browsing("cora")
    ready = cora.opens(PREPARATION, **ASKED)
    for said in ("What would be told of 2025", "Fewer than eleven people", "recovered none"):
        assert said in said_on(ready)
    path = published(cora)
    paul = browsing("paul", FRENCH)
    assert "Chiffres de 2025" in said_on(paul.opens("/publications"))
    page = paul.opens(path)
    assert "Personnes, par commune" in said_on(page)
    assert "style-src 'sha256-" in page.headers["content-security-policy"]
    assert paul.opens(f"{path}/sheet.csv").text.startswith("table,name")
    assert paul.opens(f"{path}/again").status_code == 403
    assert "0 are not" in said_on(cora.opens(f"{path}/again"))


@pytest.mark.usefixtures("met")
def test_what_is_not_what_was_prepared_is_not_published(browsing: Browsing) -> None:
    cora = browsing("cora")
    other = cora.fills_in(f"{PREPARATION}?year=2025&communes={MENAT}", communes=PIONSAT)
    assert (other.status_code, "Prepare it again" in said_on(other)) == (409, True)
    assert f">{PIONSAT}</textarea>" in other.text
    with COUNTING:
        busy = cora.opens(PREPARATION, **ASKED)
    assert (busy.status_code, "ask again" in said_on(busy)) == (409, True)


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"year": "soon"}, 422),
        ({"year": "1850"}, 422),
        ({"year": "2199"}, 409),
        ({"year": "2025", "communes": "Menat"}, 422),
    ],
    ids=str,
)
def test_what_cannot_be_prepared_is_said_and_kept(
    browsing: Browsing, asked: dict[str, Any], status: int
) -> None:
    page = browsing("cora").opens(PREPARATION, **asked)
    assert (page.status_code, 'role="alert"' in page.text) == (status, True)
    assert asked.get("communes", "") in page.text


def test_nonsense_that_is_sent_publishes_nothing(browsing: Browsing) -> None:
    cora = browsing("cora")
    sent = cora.sends(PREPARATION, year="2025", communes=MENAT, position="x", mark="y")
    assert (sent.status_code, 'role="alert"' in sent.text) == (422, True)
    assert "Nothing was published yet." in said_on(cora.opens("/publications"))


def test_only_the_network_s_coordinator_publishes(browsing: Browsing) -> None:
    for name in ("ines", "carl", "claire"):
        browser = browsing(name)
        answers = browser.opens(PREPARATION, **ASKED), browser.sends(PREPARATION, year="2025")
        assert [one.status_code for one in answers] == [403, 403]
        assert PREPARATION not in browser.opens("/publications").text


def test_what_is_not_there_is_a_page(browsing: Browsing) -> None:
    cora = browsing("cora")
    for path in (NOWHERE, f"{NOWHERE}/sheet.csv", f"{NOWHERE}/again"):
        assert cora.opens(path).status_code == 404
    assert cora.opens("/publications/nonsense").status_code == 422


def test_strangers_read_only_where_the_network_opened_it(browsing: Browsing, place: Place) -> None:
    assert browsing().opens("/publications").url.path == "/sign-in"
    opened = replace(place.house, publications_open=True)
    with TestClient(create_app(opened)) as client:
        stranger = Browser(client)
        page = stranger.opens("/publications")
        assert (page.status_code, page.url.path) == (200, "/publications")
        assert stranger.opens(NOWHERE).status_code == 404
        assert stranger.opens(PREPARATION).url.path == "/sign-in"
