from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from api.http.house import House
from infrastructure.traces.trace_table import TraceTable
from tests.api.auditing import Audit
from tests.api.conftest import As
from tests.api.console.browsing import said_on
from tests.api.console.conftest import Browsing
from tests.api.people import RELAIS, People


def test_who_looked_is_told_with_the_ground_and_the_purpose(
    audit: Audit, awa: str, as_: As, browsing: Browsing
) -> None:
    as_("ines").reads(f"{awa}/timeline")
    browser = browsing("odile")
    assert browser.opens(f"/audit{awa}/reads").status_code == 404
    audit.mandated()
    page = said_on(browser.opens(f"/audit{awa}/reads"))
    assert "1 look. None without a ground" in page
    assert "Inès Moulin, Relais Combrailles Timeline Follow-up" in page
    again = said_on(browser.opens(f"/audit{awa}/reads"))
    assert "Odile, Relais Combrailles Who looked" in again
    assert "Audit mandate" in again


def test_looks_are_of_one_organisation_where_it_is_asked_for(
    audit: Audit, awa: str, as_: As, people: People, browsing: Browsing
) -> None:
    as_("ines").reads(f"{awa}/timeline")
    as_("lise").recorded(f"{awa}/emergency-access", reason="violence", words="Sur place.")
    as_("lise").reads(awa)
    audit.mandated()
    page = said_on(browsing("odile").opens(f"/audit{awa}/reads", **{"as": str(people.hospital)}))
    assert "Looks of PASS de Montluçon" in page
    assert "Lise Faure, PASS de Montluçon Pathway" in page
    assert "Inès Moulin, Relais Combrailles Timeline" not in page


def test_a_look_without_a_ground_is_said(
    audit: Audit, awa: str, as_: As, house: House, browsing: Browsing
) -> None:
    as_("ines").reads(f"{awa}/timeline")
    assert isinstance(house.traces, TraceTable)
    (first,) = house.traces.of_pathway(UUID(awa.rpartition("/")[2]))
    house.traces.write(replace(first, member_id=uuid4()))
    audit.mandated()
    page = said_on(browsing("odile").opens(f"/audit{awa}/reads"))
    assert "2 looks. 1 without a ground" in page
    assert "Nobody under this hat" in page


def test_looks_are_of_the_days_that_are_asked_for(
    audit: Audit, awa: str, as_: As, browsing: Browsing
) -> None:
    as_("ines").reads(f"{awa}/timeline")
    audit.mandated()
    browser, today = browsing("odile"), datetime.now(UTC).date()
    around = {"from": str(today - timedelta(days=1)), "to": str(today + timedelta(days=1))}
    assert "Inès Moulin, Relais" in said_on(browser.opens(f"/audit{awa}/reads", **around))
    before = {"to": str(today - timedelta(days=3))}
    assert "0 looks." in said_on(browser.opens(f"/audit{awa}/reads", **before))


@pytest.mark.parametrize(
    "asked", [{"from": "x"}, {"from": "2026-02-30"}, {"to": "x"}, {"to": "9999-12-31"}, {"as": "x"}]
)
def test_nonsense_is_a_sentence(
    audit: Audit, awa: str, browsing: Browsing, asked: dict[str, Any]
) -> None:
    audit.mandated()
    answer = browsing("odile").opens(f"/audit{awa}/reads", **asked)
    assert (answer.status_code, 'role="alert"' in answer.text) == (422, True)


def test_an_organisation_is_enough_under_a_mandate_on_it(
    audit: Audit, awa: str, as_: As, browsing: Browsing
) -> None:
    as_("ines").reads(f"{awa}/timeline")
    audit.mandated(scope={"reach": "organisations", "ids": [str(RELAIS)]})
    browser = browsing("odile")
    assert browser.opens(f"/audit{awa}/reads").status_code == 404
    assert "1 look." in said_on(browser.opens(f"/audit{awa}/reads", **{"as": str(RELAIS)}))
