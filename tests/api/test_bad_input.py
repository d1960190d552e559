"""Bad input on every route that the OpenAPI document tells: the right problem, never a 500."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from api.http.app import create_app
from api.problems import MEDIA_TYPE
from tests.api.conftest import place_on
from tests.api.examples import OPERATIONS, Operation, texts_in, with_
from tests.api.people import PASSWORD, People
from tests.api.speaking import Speaker
from tests.infrastructure.databases import on_sqlite

TAKING = [one for one in OPERATIONS if one.body is not None]
PRIVATE = [one for one in OPERATIONS if not one.is_for_strangers]
ADDRESSED = [one for one in OPERATIONS if one.parameters]
COMMANDS = [one for one in TAKING if not one.is_for_strangers and one.method == "POST"]
CANARY = "canary-7f3a"
NOT_BODIES = (
    b"",
    b"{",
    b"null",
    b"[]",
    b"3",
    b'"canary-7f3a"',
    b"\xff\xfe",
    b'{"canary-7f3a": 1}',
    b"9" * 5_000,
    b"[" * 100_000,
    b'{"at":' * 5_000,
)
JSON = {"Content-Type": "application/json"}


@pytest.fixture(scope="module")
def client(
    settled: tuple[Path, People], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("bad-input") / "data"
    shutil.copytree(settled[0], folder)
    with place_on(on_sqlite(folder)) as place, TestClient(create_app(place.house)) as client:
        yield client


@pytest.fixture(scope="module")
def ines(client: TestClient) -> Speaker:
    asked = {"email": "ines@cordee.example", "password": PASSWORD}
    token = client.post("/v1/sessions", json=asked).json()["token"]
    return Speaker(client, {"Authorization": f"Bearer {token}"})


@pytest.fixture(scope="module")
def awa(ines: Speaker) -> str:
    return ines.pathway().rpartition("/")[2]


def sent(ines: Speaker, operation: Operation, *, content: bytes, **headers: str) -> Response:
    return ines.client.request(
        operation.method,
        operation.at(),
        content=content,
        headers={**ines.headers, **JSON, "If-Match": '"x"', **headers},
    )


def must_refuse(answer: Response, status: int, code: str) -> None:
    assert (answer.status_code, answer.json().get("code")) == (status, code), answer.text
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert CANARY not in answer.text


@pytest.mark.parametrize("operation", TAKING, ids=str)
def test_what_is_not_the_body_asked_for_is_unreadable(ines: Speaker, operation: Operation) -> None:
    for content in NOT_BODIES:
        must_refuse(sent(ines, operation, content=content), 422, "unreadable")


@pytest.mark.parametrize("operation", TAKING, ids=str)
def test_no_text_holds_what_cannot_be_stored(ines: Speaker, operation: Operation) -> None:
    for where in texts_in(operation.body):
        for text in (f"{CANARY}\ud800", f"{CANARY}\x00", {CANARY: 1}, [CANARY], 10**400, None):
            content = json.dumps(with_(operation.body, where, text)).encode()
            answer = sent(ines, operation, content=content)
            if text is None and answer.status_code != 422:
                continue  # some texts may be left out
            must_refuse(answer, 422, "unreadable")


@pytest.mark.parametrize("operation", TAKING, ids=str)
def test_texts_are_bounded(ines: Speaker, operation: Operation) -> None:
    for where in texts_in(operation.body):
        content = json.dumps(with_(operation.body, where, "a" * 100_000)).encode()
        must_refuse(sent(ines, operation, content=content), 422, "unreadable")


@pytest.mark.parametrize("operation", TAKING, ids=str)
def test_a_field_nobody_asked_for_is_unreadable(ines: Speaker, operation: Operation) -> None:
    content = json.dumps(operation.body | {CANARY: CANARY}).encode()
    must_refuse(sent(ines, operation, content=content), 422, "unreadable")


@pytest.mark.parametrize("operation", TAKING, ids=str)
def test_bodies_are_bounded_and_are_json(ines: Speaker, operation: Operation) -> None:
    must_refuse(sent(ines, operation, content=b" " * ((1 << 20) + 1)), 413, "too-large")
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    must_refuse(sent(ines, operation, content=b"a=canary-7f3a", **form), 415, "not-json")


@pytest.mark.parametrize("operation", PRIVATE, ids=str)
def test_nobody_passes_without_a_session(client: TestClient, operation: Operation) -> None:
    answer = client.request(operation.method, operation.at(), json=operation.body)
    must_refuse(answer, 401, "not-signed-in")


@pytest.mark.parametrize("operation", ADDRESSED, ids=str)
def test_ids_are_ids(ines: Speaker, operation: Operation) -> None:
    for name in operation.parameters:
        for wrong in (CANARY, "1", "%00", "%ED%A0%80", "9" * 300):
            answer = ines.client.request(
                operation.method,
                operation.at(**{name: wrong}),
                json=operation.body,
                headers={**ines.headers, "If-Match": '"x"'},
            )
            must_refuse(answer, 422, "unreadable")


@pytest.mark.parametrize("operation", ADDRESSED, ids=str)
def test_what_is_unknown_is_not_found(ines: Speaker, operation: Operation, awa: str) -> None:
    places = [operation.at()]
    if len(operation.parameters) > 1 and "pathway_id" in operation.parameters:
        places.append(operation.at(pathway_id=awa))
    for place in places:
        answer = ines.client.request(
            operation.method,
            place,
            json=operation.body,
            headers={**ines.headers, "If-Match": '"x"'},
        )
        if place.startswith("/v1/organisations") and operation.method == "POST":
            must_refuse(answer, 403, "not-yours-to-administer")
        else:
            assert answer.status_code == 404, answer.text
            assert answer.headers["content-type"] == MEDIA_TYPE


@pytest.mark.parametrize("operation", [one for one in COMMANDS if one.needs("If-Match")], ids=str)
def test_a_blind_write_asks_for_a_mark(ines: Speaker, operation: Operation, awa: str) -> None:
    address = operation.at(pathway_id=awa)
    for headers in ({}, {"If-Match": "*"}):
        answer = ines.client.post(address, json=operation.body, headers=ines.headers | headers)
        must_refuse(answer, 428, "mark-missing")


@pytest.mark.parametrize("operation", COMMANDS, ids=str)
def test_a_repeated_command_gets_its_first_answer(
    ines: Speaker, operation: Operation, awa: str
) -> None:
    pathway = {"pathway_id": awa} if "pathway_id" in operation.parameters else {}
    headers = ines.headers | {"Idempotency-Key": str(uuid4()), "If-Match": '"x"'}

    def ask(body: Any) -> Response:
        return ines.client.post(operation.at(**pathway), json=body, headers=headers)

    first, again = ask(operation.body), ask(operation.body)
    assert first.status_code == again.status_code in {200, 201, 403, 404, 409, 412}, first.text
    if first.status_code == 201:
        assert first.json() == again.json()
        must_refuse(ask(operation.body | {"at": "2026-03-11T10:00:00Z"}), 409, "command-reused")


@pytest.mark.parametrize("key", ["", "a b", "é", "\x00", "k" * 129, "\ud800"])
def test_keys_are_bounded_too(ines: Speaker, key: str) -> None:
    headers = {name.encode(): value.encode() for name, value in ines.headers.items()}
    headers[b"Idempotency-Key"] = key.encode("utf-8", "surrogatepass")
    sent_ = {"called": "Awa", "met_at": "office"}
    answer = ines.client.post("/v1/pathways", json=sent_, headers=headers)
    must_refuse(answer, 422, "unreadable")


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("as_of", ["yesterday", "0001-01-01T00:00:00%2B14:00", "2026-01-01", "%00", "9" * 400]),
        ("for", ["curiosity", ""]),
        ("limit", ["0", "101", "-1", "9" * 400, "ten"]),
        ("cursor", ["", "x", "%00", "%ED%A0%80", "A" * 401]),
        ("min_position", ["", "0", "x", "A" * 401]),
        ("from", ["9999-12-31", "0001-01-01", "now"]),
        ("referent_id", ["me", "%00"]),
        ("is_open", ["perhaps"]),
        ("box", ["dustbin"]),
        ("kind", ["dustbin"]),
        ("named", ["a" * 121]),
    ],
)
def test_what_is_asked_in_an_address_is_read_as_strictly(
    ines: Speaker, name: str, values: list[str]
) -> None:
    asking = [
        one
        for one in OPERATIONS
        if one.method == "GET"
        and any(parameter["name"] == name for parameter in one.node.get("parameters", ()))
    ]
    assert asking
    for operation in asking:
        for value in values:
            answer = ines.client.get(f"{operation.at()}?{name}={value}", headers=ines.headers)
            must_refuse(answer, 422, "unreadable")
