"""The same doors on PostgreSQL: a sample, and a server that stops and starts again."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from api.http.app import create_app
from application.erasures.resume_erasures import resume_erasures
from application.operating.ports import Work
from tests.api.conftest import Place, place_on
from tests.api.console.browsing import Browser, said_on
from tests.api.people import PASSWORD, People, settle
from tests.api.speaking import Speaker
from tests.api.test_appointments import MEETING, PAST
from tests.infrastructure.roles import by_least_roles
from tests.servers import Postgres, postgres_server


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    """One of this module's own, since it is killed."""
    with postgres_server() as server:
        yield server


@pytest.fixture(scope="module")
def placed(
    server: Postgres, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Place, People]]:
    """By least roles: who serves cannot write the views, who keeps them can."""
    with by_least_roles(server, tmp_path_factory.mktemp("on-postgres")) as keeping:
        serving = keeping.model_copy(update={"projector_url": SecretStr("")})
        with place_on(serving, keeping=keeping) as place:
            yield place, settle(place.house.network, place.house.desk)


@pytest.fixture
def client(placed: tuple[Place, People]) -> Iterator[TestClient]:
    place, _ = placed
    with TestClient(create_app(place.house)) as client:
        yield client


def speaker(client: TestClient, name: str) -> Speaker:
    asked = {"email": f"{name}@cordee.example", "password": PASSWORD}
    token = client.post("/v1/sessions", json=asked).json()["token"]
    return Speaker(client, {"Authorization": f"Bearer {token}"})


def test_a_pathway_is_opened_shared_and_listed(
    client: TestClient, placed: tuple[Place, People]
) -> None:
    place, people = placed
    ines, paul = speaker(client, "ines"), speaker(client, "paul")
    awa = ines.pathway()
    ines.consents(awa, people.ccas, "social")
    ask = {"service": "domiciliation", "target_id": str(people.ccas)}
    referral = f"{awa}/referrals/{ines.recorded(f'{awa}/referrals', ask=ask)}"
    seen = paul.reads(referral).headers["etag"]
    paul.recorded(f"{referral}/acceptance", seen=seen)
    assert paul.refused(f"{referral}/acceptance", seen=seen) == (412, "changed-since-seen")
    place.project()
    (found,) = paul.reads("/caseload").json()["entries"]
    assert f"/pathways/{found['pathway_id']}" == awa
    assert paul.says("/searches", name="awa").json()[0]["person"]["called"] == "Awa"
    kinds = [entry["kind"] for entry in ines.reads(f"{awa}/timeline").json()]
    assert kinds[0] == "pathway-opened"
    assert kinds[-1] == "referral-accepted"


def test_an_appointment_is_moved_once_however_often_it_is_asked(client: TestClient) -> None:
    ines = speaker(client, "ines")
    appointments = f"{ines.pathway()}/appointments"
    path = f"{appointments}/{ines.recorded(appointments, meeting=MEETING, when=PAST)}"
    seen = ines.reads(path).headers["etag"]
    once = Speaker(client, ines.headers | {"Idempotency-Key": "move"})
    to = {"by": "person", "reason": "work", "when": PAST | {"wall": "2026-01-14T09:30:00"}}
    first, again = (once.says(f"{path}/move", seen=seen, to=to) for _ in range(2))
    assert first.json() == again.json()
    assert first.headers["etag"] == again.headers["etag"]


def test_a_receipt_and_an_entry_taken_out_are_the_same_here(
    client: TestClient, placed: tuple[Place, People]
) -> None:
    place, _ = placed
    ines = speaker(client, "ines")
    wrong, right = ines.pathway(), ines.pathway("Binta")
    note = ines.recorded(f"{wrong}/notes", text="Binta cherche un toit.")
    ines.reads(f"{wrong}/timeline")
    moved = {"belongs_to": right.rpartition("/")[2]}
    assert ines.says(f"{wrong}/entries/{note}/wrong-file", **moved).status_code == 201
    resume_erasures(place.house.erasing)
    for pathway in (wrong, right):
        receipt = ines.reads(f"{pathway}/receipt").json()
        assert receipt["mistakes"][0]["readers"] == ["Inès Moulin (Relais Combrailles)"]
        assert [one["name"] for one in receipt["holders"]] == ["Relais Combrailles"]


def test_how_it_does_is_told_by_who_only_serves(
    client: TestClient, placed: tuple[Place, People]
) -> None:
    place, _ = placed
    place.project()
    speaker(client, "ines").pathway()
    place.house.operating.upkeep.note(Work.BACKUP, at=datetime.now(UTC), number=7)
    browser = Browser(client)
    browser.signs_in("claire")
    said = said_on(browser.opens("/operator"))
    assert "Events that lists do not count yet 1 · for" in said
    assert "up to position 7" in said
    assert "Several processes, on PostgreSQL" in said


def test_a_database_that_stops_is_told_as_such_and_found_again(
    client: TestClient, server: Postgres
) -> None:
    ines = speaker(client, "ines")
    awa = ines.pathway()
    server.kill()
    try:
        refused = ines.says(f"{awa}/notes", text="Une note.")
        assert (refused.status_code, refused.json()["code"]) == (503, "store-unavailable")
        assert refused.headers["retry-after"] == "5"
        assert ines.reads(f"{awa}/timeline").status_code == 503
        assert ines.reads("/caseload").status_code == 503
        assert client.get("/health/ready").status_code == 503
        assert client.get("/health/live").status_code == 200
    finally:
        server.start()
    ines.recorded(f"{awa}/notes", text="Une note.")
    assert [note["text"] for note in ines.reads(f"{awa}/notes").json()] == ["Une note."]
    assert client.get("/health/ready").status_code == 200
