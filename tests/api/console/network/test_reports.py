"""The yearly reports of programmes, in the console."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from api.http.app import create_app
from tests.api.conftest import Place
from tests.api.console.browsing import ENGLISH, FRENCH, Browser, said_on
from tests.api.console.conftest import Browsing
from tests.api.test_reports import RESCORDA

pytestmark = pytest.mark.usefixtures("coordinators", "three_met")
REPORT = "/report/rescorda/2026"


@pytest.fixture
def cora(place: Place) -> Iterator[Browser]:
    """Who coordinates the network, where one programme is set up."""
    house = replace(place.house, programmes={"rescorda": RESCORDA})
    with TestClient(create_app(house)) as client:
        browser = Browser(client, FRENCH)
        browser.signs_in("cora")
        yield browser


def test_each_programme_leads_to_its_reports(cora: Browser) -> None:
    page = cora.opens("/report")
    assert "RESCORDA" in said_on(page)
    for path in (REPORT, f"{REPORT}/sheet.csv"):
        assert f'href="{path}"' in page.text


def test_a_report_is_read_printed_and_counted_again(cora: Browser) -> None:
    report = cora.opens(REPORT)
    for said in ("Rapport d’activité 2026", "Médecins du Monde", "Rapports annuels"):
        assert said in said_on(report)
    assert "style-src 'sha256-" in report.headers["content-security-policy"]
    again = report.text.split(f'href="{REPORT}?position=')[1].split('"')[0]
    told = cora.opens(REPORT, position=again)
    assert "Recompté à partir des événements" in said_on(told)
    cora.language = ENGLISH
    assert "Activity report of 2026" in said_on(cora.opens(REPORT))


def test_a_report_is_a_sheet_too(cora: Browser) -> None:
    sheet = cora.opens(f"{REPORT}/sheet.csv")
    assert 'filename="rescorda-2026.csv"' in sheet.headers["content-disposition"]
    assert "rescorda,2026,cost,,155914.00" in sheet.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/report/other/2026", 404),
        ("/report/rescorda/1999", 404),
        ("/report/rescorda/soon", 422),
        ("/report/rescorda/2026/sheet.csv?position=x", 200),
        (f"{REPORT}?position=ours", 422),
    ],
)
def test_nonsense_is_a_page(cora: Browser, path: str, status: int) -> None:
    assert cora.opens(path).status_code == status


def test_whoever_coordinates_nothing_is_refused(browsing: Browsing) -> None:
    ines = browsing("ines")
    refused = ines.opens("/report")
    assert (refused.status_code, "not-yours-to-count" in refused.text) == (403, True)
    for path in (REPORT, f"{REPORT}/sheet.csv"):
        assert ines.opens(path).status_code in {403, 404}
