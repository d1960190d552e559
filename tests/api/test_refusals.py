import json
from typing import NoReturn
from uuid import uuid4

import pytest
from starlette.testclient import TestClient

from api.http.house import House
from api.problems import MEDIA_TYPE
from application.refusals import EventUnreadable
from tests.api.conftest import As, SignIn

LONE_SURROGATE = '{"called": "\\ud800", "met_at": "office"}'
DEEP = "[" * 100_000


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ("", 422, "unreadable"),
        ("{", 422, "unreadable"),
        (DEEP, 422, "unreadable"),
        ('{"called": ' + "[" * 900 + "]" * 900 + ', "met_at": "office"}', 422, "unreadable"),
        ("9" * 5_000, 422, "unreadable"),
        ("NaN", 422, "unreadable"),
        ("\xff", 422, "unreadable"),
        ('{"called": 3, "met_at": "office"}', 422, "unreadable"),
        ('{"called": "A\\u0000", "met_at": "office"}', 422, "unreadable"),
        (LONE_SURROGATE, 422, "unreadable"),
        ('{"called": "' + "a" * 121 + '", "met_at": "office"}', 422, "unreadable"),
        (
            '{"called": "Awa", "met_at": "office", "at": "0001-01-01T00:00:00+14:00"}',
            422,
            "unreadable",
        ),
        (" " * (1 << 20) + "{}", 413, "too-large"),
    ],
)
def test_what_cannot_be_read_is_said_so_and_never_repeated(
    client: TestClient, signed_in: SignIn, body: str, status: int, code: str
) -> None:
    headers = signed_in("ines") | {"Content-Type": "application/json"}
    answer = client.post("/v1/pathways", content=body.encode("latin-1"), headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert answer.json()["correlation_id"] == answer.headers["correlation-id"]


def test_a_body_sent_in_pieces_is_limited_too(client: TestClient, signed_in: SignIn) -> None:
    headers = signed_in("ines") | {"Content-Type": "application/json"}
    pieces = (b" " * 65_536 for _ in range(17))
    answer = client.post("/v1/pathways", content=pieces, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (413, "too-large")


def test_faults_are_named_by_our_fields_only(client: TestClient, signed_in: SignIn) -> None:
    sent = {"called": "", "met_at": "canary", "canary-field": "canary-value"}
    answer = client.post("/v1/pathways", json=sent, headers=signed_in("ines"))
    assert answer.json()["errors"] == [
        {"at": "body/called", "fault": "too_short"},
        {"at": "body/met_at", "fault": "enum"},
        {"at": "body", "fault": "extra_forbidden"},
    ]
    assert "canary" not in answer.text


def test_only_json_is_read(client: TestClient, signed_in: SignIn) -> None:
    answer = client.post("/v1/pathways", data={"called": "Awa"}, headers=signed_in("ines"))
    assert (answer.status_code, answer.json()["code"]) == (415, "not-json")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nowhere", 404), ("HEAD", "/nowhere", 404), ("PATCH", "/v1/pathways", 405)],
)
def test_unknown_addresses_and_methods_are_problems_too(
    client: TestClient, method: str, path: str, status: int
) -> None:
    answer = client.request(method, path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert ("allow" in answer.headers) == (status == 405)


def test_every_answer_has_safe_headers(client: TestClient) -> None:
    for path in ("/health/live", "/nowhere"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["cache-control"] == "no-store"


def test_what_nobody_foresaw_is_a_problem_without_its_message(
    house: House, client: TestClient, signed_in: SignIn, capsys: pytest.CaptureFixture[str]
) -> None:
    headers = signed_in("ines")
    house.network.log.append = None  # type: ignore[method-assign, assignment] # a bug, seeded
    sent = {"called": "Canary", "met_at": "office"}
    answer = client.post("/v1/pathways", json=sent, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (500, "unexpected")
    written = capsys.readouterr()
    logged = written.out + written.err
    assert answer.json()["correlation_id"] in logged
    assert "TypeError" in logged
    assert "Canary" not in logged + answer.text


def test_a_damaged_history_is_told_and_named_in_the_log(
    house: House, as_: As, capsys: pytest.CaptureFixture[str]
) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    damaged = EventUnreadable(stream_id=uuid4(), version=3, position=42)

    def read(*_: object, **__: object) -> NoReturn:
        raise damaged

    house.network.log.stream = read  # type: ignore[method-assign] # a disk that lies
    answer = ines.reads(f"{awa}/timeline")
    assert (answer.status_code, answer.json()["code"]) == (500, "event-unreadable")
    assert str(damaged.stream_id) not in answer.text
    written = capsys.readouterr()
    assert str(damaged.stream_id) in written.out + written.err


def test_the_description_is_complete(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    text = json.dumps(document)
    assert "HTTPValidationError" not in text
    assert "Problem" in document["components"]["schemas"]
