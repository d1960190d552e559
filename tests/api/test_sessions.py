import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from api.http.app import create_app
from api.http.house import House
from application.accounts.sign_in import LASTS
from application.accounts.throttle import FREE_FROM_ADDRESS
from application.organisations.end_membership import EndMembership, end_membership
from infrastructure.accounts.passwords import Argon2Passwords
from tests.api.conftest import SignIn, place_on
from tests.api.people import PASSWORD, RELAIS, People
from tests.infrastructure.databases import on_sqlite

AWA = {"called": "Awa", "met_at": "food_distribution"}
INES = {"email": "ines@cordee.example", "password": PASSWORD}


def test_a_right_password_opens_a_session(client: TestClient) -> None:
    opened = client.post("/v1/sessions", json=INES).json()
    headers = {"Authorization": f"Bearer {opened['token']}"}
    current = client.get("/v1/sessions/current", headers=headers).json()
    assert current == {key: opened[key] for key in ("expires_at", "membership_id", "memberships")}
    assert current["memberships"] == [
        {
            "id": current["membership_id"],
            "organisation_id": str(RELAIS),
            "organisation": "Relais Combrailles",
            "profession": "mediator",
            "status": "employee",
            "roles": ["caseworker"],
        }
    ]


def test_an_address_is_found_whatever_its_case(client: TestClient) -> None:
    answer = client.post("/v1/sessions", json=INES | {"email": "Ines@Cordee.Example"})
    assert answer.status_code == 201


@pytest.mark.parametrize("wrong", [{"password": "guess"}, {"email": "nobody@cordee.example"}])
def test_a_wrong_password_and_an_unknown_address_answer_the_same(
    client: TestClient, wrong: dict[str, str]
) -> None:
    answer = client.post("/v1/sessions", json=INES | wrong)
    assert (answer.status_code, answer.json()["code"]) == (401, "wrong-credentials")
    assert answer.headers["www-authenticate"] == "Bearer"


def test_signing_out_ends_the_session_at_once(client: TestClient, signed_in: SignIn) -> None:
    headers = signed_in("ines")
    assert client.get("/v1/sessions/current", headers=headers).status_code == 200
    assert client.delete("/v1/sessions/current", headers=headers).status_code == 204
    assert client.get("/v1/sessions/current", headers=headers).status_code == 401


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer x", "Basic x", "Bearer " + "x" * 300])
def test_nobody_acts_without_a_living_session(client: TestClient, header: str) -> None:
    answer = client.post("/v1/pathways", json=AWA, headers={"Authorization": header})
    assert (answer.status_code, answer.json()["code"]) == (401, "not-signed-in")


def test_a_session_expires(house: House, client: TestClient, signed_in: SignIn) -> None:
    headers = signed_in("ines")
    later = replace(house.desk, clock=lambda: house.network.clock() + LASTS + timedelta(seconds=1))
    client.app.state.house = replace(house, recognised=replace(house.recognised, desk=later))  # type: ignore[attr-defined]
    assert client.get("/v1/sessions/current", headers=headers).status_code == 401


def test_who_has_several_memberships_chooses_one_before_acting(
    client: TestClient, signed_in: SignIn, people: People
) -> None:
    headers = signed_in("maud")
    answer = client.post("/v1/pathways", json=AWA, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "membership-not-chosen")
    at_the_ccas = str(people.members["maud"][1].id)
    answer = client.put(
        "/v1/sessions/current/membership", json={"membership_id": at_the_ccas}, headers=headers
    )
    assert answer.json()["membership_id"] == at_the_ccas
    assert client.post("/v1/pathways", json=AWA, headers=headers).status_code == 201


def test_nobody_acts_under_the_membership_of_another(
    client: TestClient, signed_in: SignIn, people: People
) -> None:
    answer = client.put(
        "/v1/sessions/current/membership",
        json={"membership_id": str(people["paul"].id)},
        headers=signed_in("ines"),
    )
    assert answer.status_code == 404


def test_an_ended_membership_signs_out(
    house: House, client: TestClient, signed_in: SignIn, people: People
) -> None:
    headers = signed_in("ines")
    ending = EndMembership(organisation_id=RELAIS, membership_id=people["ines"].id)
    end_membership(house.network, ending, people["claire"])
    assert client.get("/v1/sessions/current", headers=headers).status_code == 401


def test_after_five_failures_the_pair_waits_and_others_do_not(client: TestClient) -> None:
    wrong = INES | {"password": "guess"}
    for _ in range(5):
        assert client.post("/v1/sessions", json=wrong).status_code == 401
    answer = client.post("/v1/sessions", json=INES)
    assert (answer.status_code, answer.json()["code"]) == (429, "too-many-attempts")
    assert 0 < int(answer.headers["retry-after"]) <= 30
    paul = {"email": "paul@cordee.example", "password": PASSWORD}
    assert client.post("/v1/sessions", json=paul).status_code == 201


def test_an_office_behind_one_address_is_not_locked_out_by_one_of_its_computers(
    client: TestClient, signed_in: SignIn
) -> None:
    signed_in("ines")  # who works there
    for number in range(FREE_FROM_ADDRESS):
        guess = {"email": f"nobody-{number}@cordee.example", "password": "guess"}
        assert client.post("/v1/sessions", json=guess).status_code == 401
    paul = {"email": "paul@cordee.example", "password": PASSWORD}
    answer = client.post("/v1/sessions", json=paul)  # who was never seen there
    assert (answer.status_code, answer.json()["code"]) == (429, "too-many-attempts")
    assert client.post("/v1/sessions", json=INES).status_code == 201


def test_another_password_ends_the_other_sessions(client: TestClient, signed_in: SignIn) -> None:
    elsewhere, headers = signed_in("ines"), signed_in("ines")
    chosen = {"current": PASSWORD, "chosen": "une-autre-corde-13"}
    answer = client.put("/v1/sessions/current/password", json=chosen, headers=headers)
    assert answer.status_code == 204
    assert client.get("/v1/sessions/current", headers=headers).status_code == 200
    assert client.get("/v1/sessions/current", headers=elsewhere).status_code == 401
    assert client.post("/v1/sessions", json=INES).status_code == 401
    assert (
        client.post("/v1/sessions", json=INES | {"password": chosen["chosen"]}).status_code == 201
    )


def test_a_password_is_not_guessed_from_within_a_session(
    client: TestClient, signed_in: SignIn
) -> None:
    headers = signed_in("ines")
    wrong = {"current": "guess", "chosen": "une-autre-corde-13"}
    for _ in range(5):
        answer = client.put("/v1/sessions/current/password", json=wrong, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (401, "wrong-credentials")
    answer = client.put("/v1/sessions/current/password", json=wrong, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (429, "too-many-attempts")
    assert client.post("/v1/sessions", json=INES).status_code == 201


def test_a_password_is_neither_short_nor_unwritable(client: TestClient, signed_in: SignIn) -> None:
    headers = signed_in("ines")
    for chosen in ("brief", "x" * 257, "une-autre-corde\x00"):
        asked = {"current": PASSWORD, "chosen": chosen}
        answer = client.put("/v1/sessions/current/password", json=asked, headers=headers)
        assert answer.json()["errors"][0]["at"] == "body/chosen"
        assert chosen not in answer.text


def test_a_password_that_is_tried_first_is_refused_and_the_old_one_stays(
    client: TestClient, signed_in: SignIn
) -> None:
    headers = signed_in("ines")
    for known in ("motdepasse2026!", "azertyuiop123", "ines-cordee-63"):
        chosen = {"current": PASSWORD, "chosen": known}
        answer = client.put("/v1/sessions/current/password", json=chosen, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (409, "password-known")
        assert known not in answer.text
    assert client.post("/v1/sessions", json=INES).status_code == 201


def test_a_password_kept_in_an_older_way_is_kept_anew(house: House, client: TestClient) -> None:
    older = Argon2Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1, hash_len=16))
    account = house.desk.accounts.find(INES["email"])
    assert account is not None
    house.desk.accounts.replace_password(account.id, older.hash(PASSWORD))
    assert client.post("/v1/sessions", json=INES).status_code == 201
    kept = house.desk.accounts.get(account.id)
    assert kept is not None
    assert not house.desk.passwords.is_outdated(kept.password_hash)


def test_ones_sessions_are_listed_and_ended_one_by_one(
    client: TestClient, signed_in: SignIn
) -> None:
    lost, here, pauls = signed_in("ines"), signed_in("ines"), signed_in("paul")
    listed = client.get("/v1/sessions", headers=here).json()["entries"]
    assert [one["current"] for one in listed] == [True, False]
    assert all("token" not in one for one in listed)
    ended = f"/v1/sessions/{listed[1]['id']}"
    answer = client.delete(ended, headers=pauls)
    assert (answer.status_code, answer.json()["code"]) == (404, "session-unknown")
    assert client.delete(ended, headers=here).status_code == 204
    assert client.get("/v1/sessions/current", headers=lost).status_code == 401
    assert client.get("/v1/sessions/current", headers=here).status_code == 200
    assert client.delete(ended, headers=here).status_code == 404


def test_one_signs_out_everywhere(client: TestClient, signed_in: SignIn) -> None:
    both = [signed_in("ines"), signed_in("ines")]
    paul = signed_in("paul")
    assert client.delete("/v1/sessions", headers=both[0]).status_code == 204
    for headers in both:
        assert client.get("/v1/sessions/current", headers=headers).status_code == 401
    assert client.get("/v1/sessions/current", headers=paul).status_code == 200


def test_an_administrator_signs_a_member_out(
    client: TestClient, signed_in: SignIn, people: People
) -> None:
    ines, paul, claire = signed_in("ines"), signed_in("paul"), signed_in("claire")
    of_ines = f"/v1/organisations/{RELAIS}/members/{people['ines'].id}/sessions"
    assert client.delete(of_ines, headers=paul).status_code == 403
    assert client.delete(of_ines, headers=claire).status_code == 204
    assert client.get("/v1/sessions/current", headers=ines).status_code == 401
    assert client.get("/v1/sessions/current", headers=paul).status_code == 200
    unknown = f"/v1/organisations/{RELAIS}/members/{people['paul'].id}/sessions"
    assert client.delete(unknown, headers=claire).json()["code"] == "member-unknown"


def test_what_one_process_ends_is_ended_at_once_in_the_others(
    settled: tuple[Path, People], tmp_path: Path
) -> None:
    shutil.copytree(settled[0], tmp_path / "data")
    settings = on_sqlite(tmp_path / "data")
    with (
        place_on(settings) as one,
        place_on(settings) as other,
        TestClient(create_app(one.house)) as here,
        TestClient(create_app(other.house)) as there,
    ):
        token = here.post("/v1/sessions", json=INES).json()["token"]
        headers = {"Authorization": f"Bearer {token}"}
        assert there.get("/v1/sessions/current", headers=headers).status_code == 200
        assert here.delete("/v1/sessions/current", headers=headers).status_code == 204
        assert there.get("/v1/sessions/current", headers=headers).status_code == 401
        token = here.post("/v1/sessions", json=INES).json()["token"]
        headers = {"Authorization": f"Bearer {token}"}
        assert there.get("/v1/sessions/current", headers=headers).status_code == 200
        people = settled[1]
        ending = EndMembership(organisation_id=RELAIS, membership_id=people["ines"].id)
        end_membership(one.house.network, ending, people["claire"])
        assert there.get("/v1/sessions/current", headers=headers).status_code == 401
