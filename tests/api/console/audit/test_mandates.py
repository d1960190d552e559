from datetime import UTC, datetime, timedelta

import pytest

from tests.api.auditing import Audit
from tests.api.console.browsing import FRENCH, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import RELAIS

LATER = (datetime.now(UTC) + timedelta(days=2)).isoformat()


def test_an_auditor_is_shown_their_mandates_and_what_they_open(
    audit: Audit, awa: str, browsing: Browsing
) -> None:
    ids = [awa.rpartition("/")[2]]
    audit.mandated(scope={"reach": "pathways", "ids": ids}, purpose="incident")
    page = browsing("odile").opens("/audit")
    assert "Incident In force" in said_on(page)
    assert "Asked for by Carl, CCAS de Saint-Éloy. Granted by Claire Astier" in said_on(page)
    assert f'href="/audit{awa}"' in page.text


def test_what_was_only_asked_for_opens_nothing(audit: Audit, awa: str, browsing: Browsing) -> None:
    ids = [awa.rpartition("/")[2]]
    audit.carl.recorded("/mandates", **audit.asks(scope={"reach": "pathways", "ids": ids}))
    audit.mandated(scope={"reach": "pathways", "ids": ids}, starts=LATER)
    page = browsing("odile", FRENCH).opens("/audit")
    assert "Plainte Demandé" in said_on(page)
    assert "Plainte Accordé" in said_on(page)
    assert awa not in page.text
    assert "Regarder un parcours" not in said_on(page)


def test_who_handles_mandates_sees_those_of_everybody_and_opens_none(
    audit: Audit, awa: str, browsing: Browsing
) -> None:
    mandate = audit.mandated(scope={"reach": "pathways", "ids": [awa.rpartition("/")[2]]})
    audit.claire.recorded(f"/mandates/{mandate}/end")
    page = browsing("carl").opens("/audit")
    assert "Complaint Ended" in said_on(page)
    assert "Odile, Relais Combrailles" in said_on(page)
    assert awa not in page.text


def test_a_caseworker_is_refused_and_shown_no_way_there(browsing: Browsing) -> None:
    browser = browsing("ines")
    assert 'href="/audit"' not in browser.opens("/").text
    page = browser.opens("/audit")
    assert (page.status_code, 'role="alert"' in page.text) == (403, True)


@pytest.mark.usefixtures("audit")
def test_an_auditor_without_a_mandate_is_told_whom_to_ask(browsing: Browsing) -> None:
    page = browsing("odile").opens("/audit")
    assert 'href="/audit" aria-current="page"' in page.text
    assert "You have no mandate" in said_on(page)


def test_a_pathway_is_found_by_its_id(audit: Audit, awa: str, browsing: Browsing) -> None:
    audit.mandated()
    browser = browsing("odile")
    found = browser.opens("/audit", pathway=f" {awa.rpartition('/')[2]} ")
    assert (found.url.path, found.status_code) == (f"/audit{awa}", 200)


@pytest.mark.usefixtures("audit")
@pytest.mark.parametrize("typed", ["x", "Awa Diallo", "0" * 121])
def test_what_is_no_id_is_a_sentence(browsing: Browsing, typed: str) -> None:
    answer = browsing("odile").opens("/audit", pathway=typed)
    assert (answer.status_code, 'role="alert"' in answer.text) == (422, True)


def test_a_mandate_over_organisations_lets_one_choose_as_whom(
    audit: Audit, awa: str, browsing: Browsing
) -> None:
    audit.mandated(scope={"reach": "organisations", "ids": [str(RELAIS)]})
    browser = browsing("odile")
    page = browser.opens("/audit")
    assert "Anybody of Relais Combrailles" in said_on(page)
    assert "the whole pathway" not in said_on(page)
    found = browser.opens("/audit", **{"pathway": awa.rpartition("/")[2], "as": str(RELAIS)})
    assert found.status_code == 200
    assert "What Relais Combrailles could see then, and why." in said_on(found)


def test_who_handles_mandates_is_led_to_the_forms_that_they_may_use(
    audit: Audit, awa: str, browsing: Browsing
) -> None:
    asked = audit.carl.recorded("/mandates", **audit.asks())
    grant, end = (f'href="/forms/mandates/{asked}/{act}?back=/audit"' for act in ("grant", "end"))
    claire, carl = browsing("claire"), browsing("carl")
    page = claire.opens("/audit").text
    assert (grant in page, end in page, 'href="/forms/mandates?back=/audit"' in page) == (True,) * 3
    assert (grant in carl.opens("/audit").text, end in carl.opens("/audit").text) == (False, True)
    granted = claire.fills_in(f"/forms/mandates/{asked}/grant?back=/audit")
    assert (granted.url.path, granted.status_code) == ("/audit", 200)
    page = claire.opens("/audit").text
    assert (grant in page, end in page) == (False, True)
    auditor = browsing("odile").opens("/audit").text
    assert (end in auditor, "/forms/mandates?" in auditor) == (True, False)
    assert browsing("odile").opens(f"/audit{awa}").status_code == 200
