from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from api.http.house import House
from infrastructure.traces.trace_table import TraceTable
from tests.api.auditing import Audit
from tests.api.conftest import As
from tests.api.console.browsing import FRENCH, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import RELAIS, People


def test_an_auditor_is_told_what_their_mandate_opens(
    audit: Audit, awa: str, browsing: Browsing
) -> None:
    browser = browsing("odile")
    assert browser.opens(f"/audit{awa}/access").status_code == 404
    audit.mandated()
    page = said_on(browser.opens(f"/audit{awa}/access"))
    assert "What your mandate opens to you." in page
    assert "Social situation Audit mandate" in page
    assert "Health Not seen" in page


def test_who_could_see_each_class_then_is_told_with_its_ground(
    audit: Audit, awa: str, as_: As, people: People, browsing: Browsing
) -> None:
    ines = as_("ines")
    consent = ines.consents(awa, people.ccas, "social")
    ines.recorded(f"{awa}/referrals", ask={"service": "food_aid", "target_id": str(people.ccas)})
    then = datetime.now(UTC).isoformat()
    ines.recorded(f"{awa}/sharing/consents/{consent}/withdrawal")
    audit.mandated()
    browser = browsing("odile", FRENCH)
    asked = {"as": str(people.ccas), "profession": "social_worker"}
    page = said_on(browser.opens(f"/audit{awa}/access", as_of=then, **asked))
    assert "CCAS de Saint-Éloy · " in page
    assert "Situation sociale Consentement" in page
    now = said_on(browser.opens(f"/audit{awa}/access", **asked))
    assert "Situation sociale Non visible" in now


def test_each_look_at_access_is_traced(
    audit: Audit, awa: str, house: House, browsing: Browsing
) -> None:
    audit.mandated()
    browsing("odile").opens(f"/audit{awa}/access", **{"as": str(RELAIS)})
    assert isinstance(house.traces, TraceTable)
    *_, last = house.traces.of_pathway(UUID(awa.rpartition("/")[2]))
    assert (last.look, last.seen_as, str(last.member_id)) == ("access", RELAIS, audit.auditor_id)


@pytest.mark.parametrize("asked", [{"as_of": "x"}, {"as": "x"}, {"profession": "x"}])
def test_nonsense_is_a_sentence(
    audit: Audit, awa: str, browsing: Browsing, asked: dict[str, Any]
) -> None:
    audit.mandated()
    answer = browsing("odile").opens(f"/audit{awa}/access", **asked)
    assert (answer.status_code, 'role="alert"' in answer.text) == (422, True)


def test_every_organisation_that_could_see_a_class_is_told_with_its_grounds(
    audit: Audit, awa: str, as_: As, people: People, browsing: Browsing
) -> None:
    ines = as_("ines")
    ines.consents(awa, people.ccas, "social")
    ines.recorded(f"{awa}/referrals", ask={"service": "food_aid", "target_id": str(people.ccas)})
    audit.mandated()
    page = said_on(browsing("odile").opens(f"/audit{awa}/access"))
    assert "Who could see each class, and why" in page
    social = page.partition("Social situation")[2].partition("Residence status")[0]
    assert "CCAS de Saint-Éloy (Consent" in social
    assert "Relais Combrailles (Care team" in social
    assert "Mental health Nobody" in page
