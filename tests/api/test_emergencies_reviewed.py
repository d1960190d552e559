"""Emergency accesses over HTTP: how far, how long, who is told, who judges, what remains."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from starlette.testclient import TestClient

from api.http.app import create_app
from tests.api.conftest import As, Place
from tests.api.people import PASSWORD, RELAIS, People
from tests.api.speaking import Speaker
from tests.canaries.tour import signing_in

WORDS = "Malaise sur le quai, ne répond plus."
REASON = {"reason": "unconscious", "words": WORDS}
HOUR = timedelta(hours=1)


class Clock:
    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def in_time(place: Place, clock: Clock) -> Iterator[As]:
    """Speak as somebody, at the time that the test says."""
    later = replace(place.house.network, clock=clock)
    with TestClient(create_app(replace(place.house, network=later))) as client:
        yield signing_in(client)


def coordinator_of(claire: Speaker, organisation_id: object, name: str) -> Speaker:
    """Somebody who coordinates there, and follows nobody."""
    hat = {"profession": "administrative", "status": "employee", "roles": ["coordinator"]}
    members = f"/organisations/{organisation_id}/members"
    member = claire.recorded(members, name=name.title(), hat=hat)
    given = {"email": f"{name}@cordee.example", "password": PASSWORD}
    path = f"/v1{members}/{member}/account"
    assert claire.client.put(path, json=given, headers=claire.headers).status_code == 204
    return signing_in(claire.client)(name)


def test_it_ends_by_itself_after_three_hours_at_most(in_time: As, clock: Clock) -> None:
    ines, lise = in_time("ines"), in_time("lise")
    awa = ines.pathway()
    ines.recorded(f"{awa}/notes", text="Suit un traitement.", data_class="health")
    lise.recorded(f"{awa}/emergency-access", **REASON)
    clock.now += 3 * HOUR - timedelta(seconds=1)
    assert len(lise.reads(f"{awa}/notes").json()) == 1
    clock.now += timedelta(seconds=1)
    for part in ("", "/notes", "/timeline", "/access", "/receipt"):
        assert lise.reads(f"{awa}{part}").status_code == 404
    clock.now += 30 * HOUR
    assert lise.reads(awa).status_code == 404


def test_it_ends_sooner_where_less_was_asked(in_time: As, clock: Clock) -> None:
    ines, lise = in_time("ines"), in_time("lise")
    awa = ines.pathway()
    lise.recorded(f"{awa}/emergency-access", hours=1, **REASON)
    clock.now += HOUR
    assert lise.reads(awa).status_code == 404


def test_taking_it_again_is_another_one_to_review(
    place: Place, in_time: As, clock: Clock, people: People
) -> None:
    ines, lise = in_time("ines"), in_time("lise")
    awa = ines.pathway()
    first = lise.recorded(f"{awa}/emergency-access", **REASON)
    clock.now += 2 * HOUR
    second = lise.recorded(f"{awa}/emergency-access", **REASON)
    clock.now += 2 * HOUR
    assert lise.reads(awa).status_code == 200
    clock.now += HOUR
    assert lise.reads(awa).status_code == 404
    place.project()
    told = ines.reads("/emergency-accesses").json()["entries"]
    assert [entry["access_id"] for entry in told] == [first, second]
    assert {entry["member_id"] for entry in told} == {str(people["lise"].id)}


@pytest.mark.parametrize("to", ["organisation", "member"])
def test_it_is_refused_to_whom_the_person_objects_to_as_if_there_were_nobody(
    as_: As, people: People, to: str
) -> None:
    ines, lise = as_("ines"), as_("lise")
    awa = ines.pathway()
    whom = {"organisation": people.hospital, "member": people["lise"].id}[to]
    ines.recorded(f"{awa}/sharing/objections", **{f"{to}_id": str(whom)})
    refused = lise.says(f"{awa}/emergency-access", **REASON)
    nowhere = "/pathways/11111111-1111-4111-8111-111111111111"
    unknown = lise.says(f"{nowhere}/emergency-access", **REASON)
    told, as_told = refused.json(), unknown.json()
    assert refused.status_code == unknown.status_code == 404
    assert told | {"correlation_id": ""} == as_told | {"correlation_id": ""}
    assert "emergency" not in ines.reads(f"{awa}/timeline").text


def test_who_administers_or_coordinates_takes_none(as_: As, people: People) -> None:
    claire = as_("claire")
    awa = as_("ines").pathway()
    for speaker in (claire, coordinator_of(claire, people.ccas, "carole")):
        assert speaker.refused(f"{awa}/emergency-access", **REASON) == (404, "not-found")


def test_the_coordinator_is_told_judges_and_reads_nothing(
    place: Place, as_: As, people: People
) -> None:
    claire, ines, lise = as_("claire"), as_("ines"), as_("lise")
    carole = coordinator_of(claire, RELAIS, "carole")
    elsewhere = coordinator_of(claire, people.ccas, "odile")
    awa = ines.pathway()
    access = lise.recorded(f"{awa}/emergency-access", **REASON)
    place.project()
    assert elsewhere.reads("/emergency-accesses").json()["entries"] == []
    (told,) = carole.reads("/emergency-accesses").json()["entries"]
    assert (told["access_id"], told["reason"]) == (access, "unconscious")
    for part in ("", "/timeline", "/notes", "/receipt"):
        assert carole.reads(f"{awa}{part}").status_code == 404
    review = f"{awa}/emergency-access/{access}/review"
    assert elsewhere.refused(review, verdict="justified") == (404, "not-found")
    carole.recorded(review, verdict="unjustified", words="Rien ne pressait.")
    assert carole.reads("/emergency-accesses").json()["entries"] == []


def test_nobody_judges_their_own_access(as_: As, people: People) -> None:
    ines, lise = as_("ines"), as_("lise")
    awa = ines.pathway()
    ines.invites_to_care(awa, people.hospital)
    access = lise.recorded(f"{awa}/emergency-access", **REASON)
    lise.recorded(f"{awa}/circle/acceptance")
    lise.recorded(f"{awa}/referent", referent_id=str(people["lise"].id))
    review = f"{awa}/emergency-access/{access}/review"
    assert lise.refused(review, verdict="justified") == (403, "not-yours-to-review")


def test_it_stays_on_the_receipt_with_its_verdict(as_: As) -> None:
    ines, lise = as_("ines"), as_("lise")
    awa = ines.pathway()
    access = lise.recorded(f"{awa}/emergency-access", **REASON)
    lise.reads(f"{awa}/timeline")
    (before,) = ines.reads(f"{awa}/receipt").json()["emergencies"]
    assert before["verdict"] is None
    ines.recorded(f"{awa}/emergency-access/{access}/review", verdict="justified")
    receipt = ines.reads(f"{awa}/receipt")
    (after,) = receipt.json()["emergencies"]
    assert after["verdict"]
    assert WORDS not in receipt.text
    assert any(reader["in_emergency"] for reader in receipt.json()["readers"])
