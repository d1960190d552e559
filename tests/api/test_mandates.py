"""Mandates over HTTP: two people, a scope, an end."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from tests.api.auditing import Audit, an_audit, enrolled
from tests.api.conftest import As
from tests.api.people import RELAIS, People
from tests.api.speaking import Speaker


@pytest.fixture
def audit(as_: As, people: People) -> Audit:
    return an_audit(as_, people)


def test_a_mandate_is_asked_for_granted_and_ended(audit: Audit) -> None:
    mandate = audit.carl.recorded("/mandates", **audit.asks())
    assert [one["state"] for one in audit.odile.reads("/mandates").json()] == ["asked"]
    assert audit.carl.refused(f"/mandates/{mandate}/grant") == (403, "mandate-not-yours-to-grant")
    audit.claire.recorded(f"/mandates/{mandate}/grant")
    (running,) = audit.odile.reads("/mandates").json()
    assert (running["id"], running["state"]) == (mandate, "running")
    assert running["auditor"] == {
        "membership_id": audit.auditor_id,
        "organisation_id": str(RELAIS),
    }
    assert audit.dora.refused(f"/mandates/{mandate}/grant") == (409, "mandate-already-granted")
    audit.odile.recorded(f"/mandates/{mandate}/end")
    assert [one["state"] for one in audit.carl.reads("/mandates").json()] == ["over"]
    assert audit.carl.refused(f"/mandates/{mandate}/end") == (409, "mandate-over")


def test_only_those_who_coordinate_or_administer_ask_grant_and_see(audit: Audit, as_: As) -> None:
    ines, mandate = as_("ines"), audit.mandated()
    for nobody in (ines, audit.odile):
        assert nobody.refused("/mandates", **audit.asks()) == (403, "not-yours-to-mandate")
        assert nobody.refused(f"/mandates/{mandate}/grant") == (404, "mandate-unknown")
    assert ines.refused(f"/mandates/{mandate}/end") == (404, "mandate-unknown")
    assert ines.reads("/mandates").json()["code"] == "not-yours-to-mandate"


def test_an_auditor_sees_their_own_mandates_alone(audit: Audit, as_: As) -> None:
    other = enrolled(audit.claire, "omar", "auditor")
    mandate = audit.mandated()
    theirs = audit.carl.recorded("/mandates", **audit.asks(auditor_id=other))
    assert [one["id"] for one in audit.odile.reads("/mandates").json()] == [mandate]
    assert as_("omar").refused(f"/mandates/{mandate}/end") == (404, "mandate-unknown")
    assert {one["id"] for one in audit.claire.reads("/mandates").json()} == {mandate, theirs}


def test_two_hats_of_one_human_are_not_two_people(audit: Audit, as_: As, people: People) -> None:
    mine = enrolled(audit.claire, "carl", "administrator")  # the same account
    mandate = audit.carl.recorded("/mandates", **audit.asks())
    carl = as_("carl")
    answer = carl.client.put(
        "/v1/sessions/current/membership", json={"membership_id": mine}, headers=carl.headers
    )
    assert answer.status_code == 200
    assert carl.refused(f"/mandates/{mandate}/grant") == (403, "mandate-not-yours-to-grant")
    audits = enrolled(audit.claire, "dora", "auditor", organisation_id=people.ccas)
    asked = audit.asks(auditor_id=audits, organisation_id=str(people.ccas))
    assert audit.dora.refused("/mandates", **asked) == (403, "mandate-of-oneself")
    theirs = audit.carl.recorded("/mandates", **asked)
    assert audit.dora.refused(f"/mandates/{theirs}/grant") == (403, "mandate-of-oneself")
    audit.claire.recorded(f"/mandates/{theirs}/grant")


def test_a_mandate_is_given_to_an_auditor_for_a_while(audit: Audit, people: People) -> None:
    ines, now = str(people["ines"].id), datetime.now(UTC)
    for auditor in (ines, str(uuid4())):
        asked = audit.asks(auditor_id=auditor)
        assert audit.carl.refused("/mandates", **asked) == (409, "not-an-auditor")
    for until in (now - timedelta(days=1), now + timedelta(days=400)):
        asked = audit.asks(until=until.isoformat())
        assert audit.carl.refused("/mandates", **asked) == (409, "mandate-dates-wrong")
    for wrong in ({"reach": "pathways"}, {"reach": "network", "ids": [ines]}, {}):
        assert audit.carl.says("/mandates", **audit.asks(scope=wrong)).status_code == 422


def test_a_partner_grants_over_itself_alone(audit: Audit, people: People, as_: As) -> None:
    enrolled(audit.claire, "elie", "administrator", organisation_id=people.ccas)
    elie = as_("elie")
    whole = audit.dora.recorded("/mandates", **audit.asks())
    assert elie.refused(f"/mandates/{whole}/grant") == (403, "mandate-not-yours-to-grant")
    own = {"reach": "organisations", "ids": [str(people.ccas)]}
    elie.recorded(f"/mandates/{audit.dora.recorded('/mandates', **audit.asks(scope=own))}/grant")


def test_a_mandate_asked_for_twice_under_one_key_is_one(audit: Audit) -> None:
    once = Speaker(audit.carl.client, audit.carl.headers | {"Idempotency-Key": "mandate"})
    asked = audit.asks()
    first, again = (once.says("/mandates", **asked).json() for _ in range(2))
    assert first == again
    grants = Speaker(audit.claire.client, audit.claire.headers | {"Idempotency-Key": "grant"})
    for _ in range(2):
        grants.recorded(f"/mandates/{first['id']}/grant")
    assert [one["state"] for one in audit.carl.reads("/mandates").json()] == ["running"]
    other = once.refused("/mandates", **asked | {"purpose": "incident"})
    assert other == (409, "command-reused")
