import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx2 import Response

from api.http.house import House
from infrastructure.traces.trace_table import TraceTable
from tests.api.auditing import Audit, an_audit
from tests.api.conftest import As
from tests.api.console.browsing import FRENCH, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import RELAIS, People

WORDS = "Suit un traitement."
STOPS = re.compile(r'<option value="(\d+)" label="')


def now() -> str:
    return datetime.now(UTC).isoformat()


def stops(page: Response) -> int:
    return len(STOPS.findall(page.text))


def test_without_a_mandate_there_is_nothing(audit: Audit, awa: str, browsing: Browsing) -> None:
    browser = browsing("odile")
    refused = [browser.opens(f"/audit{path}") for path in (awa, f"/pathways/{uuid4()}")]
    assert [page.status_code for page in refused] == [404, 404]
    assert ["No mandate of yours that runs reaches this" in said_on(page) for page in refused]
    mandate = audit.mandated()
    assert browser.opens(f"/audit{awa}").status_code == 200
    audit.claire.recorded(f"/mandates/{mandate}/end")
    assert browser.opens(f"/audit{awa}").status_code == 404


def test_nobody_else_walks(audit: Audit, awa: str, browsing: Browsing) -> None:
    audit.mandated()
    for name in ("ines", "carl", "claire"):
        assert browsing(name).opens(f"/audit{awa}").status_code == 404


def test_the_slider_stands_at_each_instant_and_its_last_is_the_present(
    audit: Audit, awa: str, as_: As, browsing: Browsing
) -> None:
    as_("ines").recorded(f"{awa}/notes", text="Cherche un hébergement.")
    as_("ines").recorded(f"{awa}/notes", text="A trouvé.")
    audit.mandated()
    browser = browsing("odile")
    page = browser.opens(f"/audit{awa}")
    assert stops(page) == 3
    assert 'max="2" value="2"' in page.text
    assert "A trouvé." in said_on(page)
    earlier = browser.opens(f"/audit{awa}", step="1")
    assert "Cherche un hébergement." in said_on(earlier)
    assert "A trouvé." not in said_on(earlier)
    assert (stops(earlier), 'max="2" value="1"' in earlier.text) == (3, True)
    (address,) = re.findall(r'href="([^"]+)">The one before', earlier.text)
    first = browser.opens(address.replace("&amp;", "&"))
    assert "Cherche" not in said_on(first)
    assert "The one before" not in said_on(first)
    assert "A trouvé." in said_on(browser.opens(f"/audit{awa}", step="999999"))


def test_words_that_a_profession_does_not_meet_are_not_on_the_page(
    audit: Audit, awa: str, as_: As, browsing: Browsing
) -> None:
    as_("ines").recorded(f"{awa}/notes", text=WORDS, data_class="health")
    audit.mandated()
    page = browsing("odile").opens(f"/audit{awa}")
    assert WORDS not in page.text
    assert "An entry whose words are not for your profession" in said_on(page)
    assert "Relais Combrailles Health" in said_on(page)


def test_a_day_and_an_hour_are_an_instant(audit: Audit, awa: str, browsing: Browsing) -> None:
    audit.mandated()
    browser = browsing("odile", FRENCH)
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    assert browser.opens(f"/audit{awa}", day=tomorrow).status_code == 200
    before = browser.opens(f"/audit{awa}", day="2020-02-29", hour="14:30")
    assert (before.status_code, 'role="alert"' in before.text) == (404, True)


def test_an_organisation_saw_what_was_agreed_and_no_longer_does(
    audit: Audit, awa: str, as_: As, people: People, browsing: Browsing
) -> None:
    ines = as_("ines")
    ines.recorded(f"{awa}/notes", text="Cherche un hébergement.")
    consent = ines.consents(awa, people.ccas, "social")
    ines.recorded(f"{awa}/referrals", ask={"service": "food_aid", "target_id": str(people.ccas)})
    then = now()
    ines.recorded(f"{awa}/sharing/consents/{consent}/withdrawal")
    audit.mandated()
    browser = browsing("odile")
    whom = f"{people.ccas}.{people['paul'].id}"
    page = browser.opens(f"/audit{awa}", **{"as": whom, "as_of": then})
    assert "What Paul Arnal, CCAS de Saint-Éloy could see then, and why." in said_on(page)
    assert "Cherche un hébergement." in said_on(page)
    assert "Consent , since" in said_on(page)
    later = browser.opens(f"/audit{awa}", **{"as": whom, "since": then})
    assert "can no longer be seen: " in said_on(later)
    assert "Nothing of it could be seen then." in said_on(later)


def test_what_changed_between_two_instants_is_told(
    audit: Audit, awa: str, as_: As, browsing: Browsing
) -> None:
    then = now()
    as_("ines").recorded(f"{awa}/notes", text="Cherche un hébergement.")
    audit.mandated()
    browser = browsing("odile")
    page = said_on(browser.opens(f"/audit{awa}", since=then))
    assert "1 entry appeared, marked below." in page
    assert "Social situation appeared" in page
    assert "Nothing changed." in said_on(browser.opens(f"/audit{awa}", since=now()))
    whole = said_on(browser.opens(f"/audit{awa}", since="2000-01-01T00:00:00Z"))
    assert "2 entries appeared" in whole


def test_under_a_mandate_on_organisations_only_their_instants_are_told(
    audit: Audit, awa: str, as_: As, people: People, browsing: Browsing
) -> None:
    ines = as_("ines")
    ines.recorded(f"{awa}/notes", text="Cherche un hébergement.")
    consent = ines.consents(awa, people.ccas, "social")
    ask = {"service": "food_aid", "target_id": str(people.ccas)}
    ines.recorded(f"{awa}/referrals", ask=ask)
    ines.recorded(f"{awa}/sharing/consents/{consent}/withdrawal")
    ines.recorded(f"{awa}/notes", text="Après.")
    audit.mandated(scope={"reach": "organisations", "ids": [str(people.ccas)]})
    browser = browsing("odile")
    page = browser.opens(f"/audit{awa}", **{"as": str(people.ccas)})
    assert page.status_code == 200
    all_of_it = 6
    assert 0 < stops(page) < all_of_it
    assert "Anybody of Relais Combrailles" not in said_on(page)
    assert "Après." not in said_on(page)
    assert browser.opens(f"/audit{awa}").status_code == 404


NONSENSE: list[dict[str, Any]] = [
    {"as_of": "yesterday"},
    {"as_of": "1763812800"},
    {"as_of": "9999-12-31T23:59:59Z"},
    {"day": "2026-02-30"},
    {"day": "2026-02-28", "hour": "25:00"},
    {"day": "9999-12-31"},
    {"since": "x"},
    {"as": "x"},
    {"as": f"{RELAIS}.x"},
    {"as": "." + str(RELAIS)},
    {"step": "-1"},
    {"step": "x"},
]


@pytest.mark.parametrize("asked", NONSENSE)
def test_nonsense_is_a_sentence(
    audit: Audit, awa: str, browsing: Browsing, asked: dict[str, Any]
) -> None:
    audit.mandated()
    answer = browsing("odile").opens(f"/audit{awa}", **asked)
    assert (answer.status_code, 'role="alert"' in answer.text) == (422, True)


@pytest.mark.parametrize("pathway", ["x", str(UUID(int=9)), "%00"])
def test_no_pathway_is_a_sentence(audit: Audit, browsing: Browsing, pathway: str) -> None:
    audit.mandated()
    answer = browsing("odile").opens(f"/audit/pathways/{pathway}")
    assert answer.status_code in {404, 422}
    assert 'role="alert"' in answer.text


def test_each_look_is_traced_with_its_mandate_and_its_instant(
    audit: Audit, awa: str, house: House, browsing: Browsing
) -> None:
    mandate = audit.mandated()
    then = datetime.now(UTC)
    browser = browsing("odile")
    browser.opens(f"/audit{awa}", **{"as": str(RELAIS)})
    browser.opens(f"/audit{awa}", as_of=then.isoformat(), since=then.isoformat())
    browser.opens(f"/audit{awa}", as_of="x")
    assert isinstance(house.traces, TraceTable)
    traces = [
        (trace.look, trace.seen_as, trace.as_of == then)
        for trace in house.traces.of_pathway(UUID(awa.rpartition("/")[2]))
        if str(trace.mandate_id) == mandate and str(trace.member_id) == audit.auditor_id
    ]
    assert traces == [("replay", RELAIS, False), ("replay", None, True), ("replay", None, True)]


def test_a_nurse_who_audits_reads_what_nurses_meet(
    as_: As, people: People, awa: str, browsing: Browsing
) -> None:
    as_("ines").recorded(f"{awa}/notes", text=WORDS, data_class="health")
    an_audit(as_, people, profession="nurse").mandated()
    assert WORDS in said_on(browsing("odile").opens(f"/audit{awa}"))


def test_what_was_corrected_leads_to_its_correction(
    audit: Audit, awa: str, as_: As, browsing: Browsing
) -> None:
    ines = as_("ines")
    note = ines.recorded(f"{awa}/notes", text="Cherche un studio.")
    then = now()
    ines.recorded(f"{awa}/notes/{note}/correction", text="Cherche un deux-pièces.")
    audit.mandated()
    page = browsing("odile").opens(f"/audit{awa}", since=then)
    assert "1 entry that was there was corrected." in said_on(page)
    assert "Corrects what was said before" in said_on(page)
    assert "Corrected since" in said_on(page)
