"""Bad input on every route that the OpenAPI document tells: the right problem, never a 500."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.http.app import create_app
from tests.api.conftest import place_on
from tests.api.examples import OPERATIONS, Operation
from tests.api.people import PASSWORD, People
from tests.api.probing import Probe, must_refuse, probes_of
from tests.api.speaking import Speaker
from tests.infrastructure.databases import on_sqlite


@pytest.fixture(scope="module")
def ines(
    settled: tuple[Path, People], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Speaker]:
    folder = tmp_path_factory.mktemp("bad-input") / "data"
    shutil.copytree(settled[0], folder)
    with place_on(on_sqlite(folder)) as place, TestClient(create_app(place.house)) as client:
        asked = {"email": "ines@cordee.example", "password": PASSWORD}
        token = client.post("/v1/sessions", json=asked).json()["token"]
        yield Speaker(client, {"Authorization": f"Bearer {token}"})


@pytest.fixture(scope="module")
def pathway_id(ines: Speaker) -> str:
    return ines.pathway().rpartition("/")[2]


@pytest.mark.parametrize(
    ("operation", "probe"),
    [(operation, probe) for operation in OPERATIONS for probe in probes_of(operation)],
    ids=lambda part: part.__name__ if callable(part) else str(part),
)
def test_bad_input_gets_the_right_problem(
    ines: Speaker, pathway_id: str, operation: Operation, probe: Probe
) -> None:
    probe(ines, operation, pathway_id)


@pytest.mark.parametrize("key", ["", "a b", "é", "\x00", "k" * 129, "\ud800"])
def test_keys_are_bounded_too(ines: Speaker, key: str) -> None:
    headers = {name.encode(): value.encode() for name, value in ines.headers.items()}
    headers[b"Idempotency-Key"] = key.encode("utf-8", "surrogatepass")
    sent = {"called": "Awa", "met_at": "office"}
    answer = ines.client.post("/v1/pathways", json=sent, headers=headers)
    must_refuse(answer, 422, "unreadable")


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("as_of", ["yesterday", "0001-01-01T00:00:00%2B14:00", "2026-01-01", "%00", "0", "9e9"]),
        ("for", ["curiosity", ""]),
        ("limit", ["0", "101", "-1", "9" * 400, "ten"]),
        ("cursor", ["", "x", "%00", "%ED%A0%80", "A" * 401]),
        ("min_position", ["", "0", "x", "A" * 401]),
        ("from", ["9999-12-31", "0001-01-01", "now", "0"]),
        ("referent_id", ["me", "%00"]),
        ("is_open", ["perhaps"]),
        ("unread", ["perhaps"]),
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
