from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from api.http.house import House
from application.traces.trace import Trace
from infrastructure.traces.trace_table import TraceTable
from tests.api.auditing import Audit
from tests.api.conftest import As
from tests.api.console.browsing import said_on
from tests.api.console.conftest import Browsing
from tests.api.people import RELAIS, People

DAYS = {"from": str(datetime.now(UTC).date() - timedelta(days=2))}
Looks = Callable[[], list[Trace]]


@pytest.fixture
def looks(house: House, awa: str) -> Looks:
    """The traces of her pathway."""
    assert isinstance(house.traces, TraceTable)
    traces = house.traces
    return lambda: traces.of_pathway(UUID(awa.rpartition("/")[2]))


@pytest.fixture
def without_a_ground(house: House, as_: As, awa: str, looks: Looks) -> Trace:
    """A look that somebody of the Relais never had the right to, beside one that had its ground."""
    as_("ines").reads(f"{awa}/timeline")
    (first,) = looks()
    lawless = replace(first, member_id=uuid4())
    house.traces.write(lawless)
    return lawless


@pytest.mark.usefixtures("without_a_ground")
def test_a_look_without_a_ground_is_found_and_telling_of_it_leaves_a_trace(
    audit: Audit, awa: str, browsing: Browsing, looks: Looks
) -> None:
    browser = browsing("odile")
    assert browser.opens("/audit/reads", **DAYS).status_code == 404
    mandate = audit.mandated()
    assert "without a ground" not in said_on(browser.opens("/audit/reads"))
    page = browser.opens("/audit/reads", **DAYS)
    assert "2 looks." in said_on(page)
    assert "1 without a ground" in said_on(page)
    assert f'href="/audit{awa}/reads"' in page.text
    *_, last = looks()
    assert (str(last.member_id), str(last.mandate_id), last.look) == (
        audit.auditor_id,
        mandate,
        "reads",
    )
    again = said_on(browser.opens(f"/audit{awa}/reads"))
    assert again.count("Had its ground") == 2  # hers, and the auditor's own


@pytest.mark.usefixtures("without_a_ground")
def test_only_the_looks_that_a_mandate_reaches_are_verified(
    audit: Audit, people: People, browsing: Browsing
) -> None:
    audit.mandated(scope={"reach": "organisations", "ids": [str(people.ccas)]})
    browser = browsing("odile")
    assert "0 looks. None without a ground" in said_on(browser.opens("/audit/reads", **DAYS))
    audit.mandated(scope={"reach": "organisations", "ids": [str(RELAIS)]})
    assert "2 looks. 1 without a ground" in said_on(browser.opens("/audit/reads", **DAYS))


@pytest.mark.usefixtures("without_a_ground")
def test_of_somebody_who_objects_to_this_auditor_nothing_is_told(
    audit: Audit, awa: str, as_: As, browsing: Browsing, looks: Looks
) -> None:
    audit.mandated()
    as_("ines").recorded(f"{awa}/sharing/objections", member_id=audit.auditor_id)
    page = browsing("odile").opens("/audit/reads", **DAYS)
    assert "None without a ground" in said_on(page)
    assert awa not in page.text
    assert audit.auditor_id not in {str(one.member_id) for one in looks()}


def test_it_opens_to_auditors_alone(audit: Audit, browsing: Browsing) -> None:
    audit.mandated()
    for name in ("ines", "claire", "carl"):
        assert browsing(name).opens("/audit/reads", **DAYS).status_code == 404


@pytest.mark.parametrize("asked", [{"from": "x"}, {"from": "2026-02-30"}, DAYS | {"to": "x"}])
def test_nonsense_is_a_sentence(audit: Audit, browsing: Browsing, asked: dict[str, Any]) -> None:
    audit.mandated()
    answer = browsing("odile").opens("/audit/reads", **asked)
    assert (answer.status_code, 'role="alert"' in answer.text) == (422, True)
