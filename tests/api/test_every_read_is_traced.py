"""Every door that shows a person leaves a trace before it answers, or does not answer."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from api.http.app import create_app
from tests.api.conftest import Place
from tests.api.examples import OPERATIONS, Operation
from tests.api.people import RELAIS, People
from tests.api.speaking import Speaker
from tests.api.test_appointments import MEETING, PAST
from tests.api.test_inbox import put
from tests.api.test_screening import a_test, agreed, equipped
from tests.canaries.tour import signing_in
from tests.fakes.traces import TracesInMemory

# Doors that answer with something and show nobody.
OF_NOBODY = {
    "/v1/sessions": "one's own",
    "/v1/sessions/current": "one's own",
    "/v1/sessions/current/membership": "one's own",
    "/v1/invitations": "ids of pathways, whose people are shown to nobody invited",
    "/v1/me/digest": "one's own",
    "/v1/observatory/figures": "counts of people, and of nobody",
    "/v1/observatory/replay": "the same",
    "/v1/observatory/reports/{year}": "the same",
    "/v1/publications": "what was published for everybody",
    "/v1/publications/preparation": "counts of people, and of nobody",
    "/v1/publications/{release_id}": "what was published for everybody",
    "/v1/publications/{release_id}/replay": "how many numbers are the same",
    "/v1/mandates": "auditors, and how far they may look",
    "/v1/activities": "what an organisation does, about no person",
    "/v1/activities/{activity_id}": "what an organisation does, about no person",
    "/v1/activities/{activity_id}/contacts": "how many were met, nameless; what became of a batch",
    "/v1/consultations/{year}": "counts of consultations, and of nobody",
    "/v1/facilities/{facility_id}/consultations": "the same",
    "/v1/facilities": "the directory of facilities",
    "/v1/facilities/{facility_id}/availability": "whether there is room, in a word",
    "/v1/facilities/{facility_id}/occupancy": "counts of places, and ids of stays that name nobody",
    "/v1/loans": "who stands in for whom",
    "/v1/screening": "what an organisation is allowed and has for rapid tests",
    "/v1/screening/anonymous-tests": "numbers of tests, which are nobody's",
    "/v1/organisations": "the directory of organisations",
    "/v1/organisations/{organisation_id}/members": "those who work there",
    "/v1/pathways/{pathway_id}/access": "which classes one sees, and nothing that they hold",
    "/v1/pathways/{pathway_id}/erasures": "ids, counts and dates of an erasure",
    "/v1/pathways/{pathway_id}/erasures/{erasure_id}": "the same",
    "/v1/pathways/{pathway_id}/erasures/{erasure_id}/approval": "the same",
    "/v1/pathways/{pathway_id}/erasures/{erasure_id}/certificate": "the same",
    "/v1/pathways/{pathway_id}/entries/{entry_id}/wrong-file": "the same",
    "/v1/pathways/{pathway_id}/notes/{entry_id}/wrong-file": "the same",
    "/v1/pathways/{pathway_id}/contact-points/{entry_id}/wrong-file": "the same",
}
DIALLO = {"given_names": "Awa", "family_name": "Diallo", "born": {"year": 1990}}
FOR_AUDITORS = "/v1/audit/"  # opened by a mandate: tests of audits look at their traces
SHOWING = [
    one
    for one in OPERATIONS
    if not one.answers_a_receipt
    and not one.is_for_strangers
    and one.path not in OF_NOBODY
    and not one.path.startswith(FOR_AUDITORS)
    and {"200", "201"} & one.node["responses"].keys()
]


@pytest.fixture
def traces() -> TracesInMemory:
    return TracesInMemory()


@pytest.fixture
def ines(place: Place, traces: TracesInMemory) -> Iterator[Speaker]:
    with TestClient(create_app(replace(place.house, traces=traces))) as client:
        yield signing_in(client)("ines")


@pytest.fixture
def ids(place: Place, ines: Speaker, people: People) -> dict[str, str]:
    """A pathway with one of each thing that has a door of its own."""
    awa = ines.pathway()
    ask = {"service": "food_aid", "outside_service": "Épicerie du Bourg"}
    ines.recorded(f"{awa}/circle/invitations", organisation_id=str(people.ccas))
    ines.recorded(f"{awa}/identity", identity=DIALLO)
    made = {
        "pathway_id": awa.rpartition("/")[2],
        "right_id": ines.recorded(f"{awa}/rights", scheme="c2s"),
        "referral_id": ines.recorded(f"{awa}/referrals", ask=ask),
        "appointment_id": ines.recorded(f"{awa}/appointments", meeting=MEETING, when=PAST),
        "follow_up_id": ines.recorded(
            f"{awa}/follow-ups", plan={"due_on": "2026-11-24", "purpose": "rights", "mode": "phone"}
        ),
    }
    lise = signing_in(ines.client)("lise")
    lise.recorded(f"{awa}/emergency-access", reason="unconscious", words="Malaise.")
    place.match()  # the mediator is told that there may be another pathway
    paul = signing_in(ines.client)("paul")
    paul.recorded(f"{paul.pathway()}/identity", identity=DIALLO)
    place.match()
    made["lot_id"] = equipped(signing_in(ines.client)("claire"), people["ines"].id)
    agreed(ines, awa)
    made["test_id"] = a_test(ines, awa, made["lot_id"]).rpartition("/")[2]
    place.project()
    other = ines.pathway("Hawa").rpartition("/")[2]
    put(place, people, awa)
    made["link_id"] = ines.recorded(f"{awa}/links", linked_id=other)
    ines.recorded(f"{awa}/notes", text="Garde ses papiers.")
    ines.recorded(f"{awa}/links/{made['link_id']}/end")  # one pathway is looked at, and no other
    made["stay_id"] = a_stay(ines, awa)
    handing = {"from_id": str(people["ines"].id), "to_id": str(people["maud"].id)}
    made["handover_id"] = ines.client.post(
        "/v1/handovers",
        json=handing | {"reason": "leaves", "pathway_ids": [made["pathway_id"]]},
        headers=ines.headers,
    ).json()["id"]
    return made


def a_stay(ines: Speaker, awa: str) -> str:
    """A place that is asked for in a shelter of the same organisation."""
    claire = signing_in(ines.client)("claire")
    shelter = {"organisation_id": str(RELAIS), "kind": "social_shelter", "name": "Les Glycines"}
    facility, kind = claire.recorded("/facilities", **shelter), {"kind": "family_unit"}
    many: dict[str, Any] = {"places": 2, "starts": "2026-01-01"}
    ines.recorded(f"/facilities/{facility}/capacities", **kind, **many)
    days = {"starts": "2026-11-01", "until": "2027-01-01"}
    return ines.recorded(f"{awa}/stays", ask=kind | {"facility_id": facility, "days": days})


def asked(ines: Speaker, operation: Operation, ids: dict[str, str]) -> Response:
    known = {name: ids[name] for name in operation.parameters}
    wide = {"from": "2026-01-01", "to": "2026-12-31", "box": "outbox", "named": "awa"}
    told = {one["name"] for one in operation.node.get("parameters", ()) if one["in"] == "query"}
    body = {"name": "awa"} if operation.path == "/v1/searches" else operation.body
    return ines.client.request(
        operation.method,
        operation.at(**known),
        json=body,
        params={name: wide[name] for name in wide.keys() & told},
        headers=ines.headers,
    )


@pytest.mark.parametrize("operation", SHOWING, ids=str)
def test_a_door_that_shows_somebody_leaves_a_trace_or_is_shut(
    ines: Speaker, traces: TracesInMemory, ids: dict[str, str], operation: Operation
) -> None:
    before = len(traces.kept)
    answer = asked(ines, operation, ids)
    assert answer.is_success, answer.text
    left = traces.kept[before:]
    assert {str(trace.pathway_id) for trace in left} == {ids["pathway_id"]}, "list it in OF_NOBODY"
    assert all(trace.classes for trace in left)
    traces.broken = True
    refused = asked(ines, operation, ids)
    assert (refused.status_code, refused.json()["code"]) == (503, "store-unavailable")
    assert "Awa" not in refused.text


def test_what_is_listed_as_showing_nobody_exists() -> None:
    assert OF_NOBODY.keys() <= {one.path for one in OPERATIONS}


def test_a_list_that_shows_nobody_leaves_no_trace(ines: Speaker, traces: TracesInMemory) -> None:
    assert ines.says("/searches", name="nobody").json() == []
    assert ines.reads("/caseload").json()["entries"] == []
    assert traces.kept == []
