from starlette.testclient import TestClient

from tests.api.conftest import SignIn

AWA = {"called": "Awa", "met_at": "food_distribution"}


def test_a_first_name_opens_a_pathway(client: TestClient, signed_in: SignIn) -> None:
    answer = client.post("/v1/pathways", json=AWA, headers=signed_in("ines"))
    assert answer.status_code == 201
    assert set(answer.json()) == {"id", "recorded_at"}
    assert answer.headers["cordee-position"]


def test_the_same_request_under_the_same_key_gets_its_first_answer(
    client: TestClient, signed_in: SignIn
) -> None:
    headers = signed_in("ines") | {"Idempotency-Key": "once"}
    first, again = (client.post("/v1/pathways", json=AWA, headers=headers) for _ in range(2))
    assert (first.status_code, first.json()) == (again.status_code, again.json())
    assert first.headers["cordee-position"] == again.headers["cordee-position"]


def test_a_key_is_not_reused_for_something_else(client: TestClient, signed_in: SignIn) -> None:
    headers = signed_in("ines") | {"Idempotency-Key": "once"}
    client.post("/v1/pathways", json=AWA, headers=headers)
    answer = client.post("/v1/pathways", json=AWA | {"called": "Aya"}, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (409, "command-reused")


def test_two_people_may_choose_the_same_key(client: TestClient, signed_in: SignIn) -> None:
    ids = {
        client.post(
            "/v1/pathways", json=AWA, headers=signed_in(name) | {"Idempotency-Key": "once"}
        ).json()["id"]
        for name in ("ines", "paul")
    }
    assert len(ids) == 2
