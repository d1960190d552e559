"""Who administers organisations and accounts sees no pathway, by any route."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.http.app import create_app
from tests.api.conftest import place_on
from tests.api.examples import OPERATIONS, Operation
from tests.api.people import PASSWORD, People
from tests.api.speaking import Speaker
from tests.infrastructure.databases import on_sqlite

NAME = "Zéphyrine"
OF_PATHWAYS = [one for one in OPERATIONS if "pathway_id" in one.parameters]
ACROSS_PATHWAYS = [
    one
    for one in OPERATIONS
    if one.path
    in {
        *("/v1/pathways", "/v1/caseload", "/v1/referrals", "/v1/agenda", "/v1/searches"),
        *("/v1/emergency-accesses",),
    }
]


@dataclass(frozen=True)
class Office:
    """The administrator of the organisation that follows somebody."""

    claire: Speaker
    pathway_id: str


@pytest.fixture(scope="module")
def office(
    settled: tuple[Path, People], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("administrators") / "data"
    shutil.copytree(settled[0], folder)
    with place_on(on_sqlite(folder)) as place, TestClient(create_app(place.house)) as client:
        pathway = signed_in(client, "ines").pathway(NAME)
        place.project()
        yield Office(signed_in(client, "claire"), pathway.rpartition("/")[2])


def signed_in(client: TestClient, name: str) -> Speaker:
    asked = {"email": f"{name}@cordee.example", "password": PASSWORD}
    token = client.post("/v1/sessions", json=asked).json()["token"]
    return Speaker(client, {"Authorization": f"Bearer {token}"})


def test_there_are_such_routes() -> None:
    assert len(OF_PATHWAYS) > 80
    assert len(ACROSS_PATHWAYS) >= 6


@pytest.mark.parametrize("operation", OF_PATHWAYS, ids=str)
def test_of_one_pathway_an_administrator_is_told_nothing(
    office: Office, operation: Operation
) -> None:
    there = asked(office, operation, office.pathway_id)
    nowhere = asked(office, operation, "99999999-9999-4999-8999-999999999999")
    assert there == nowhere
    assert there[0] in {403, 404}


@pytest.mark.parametrize("operation", ACROSS_PATHWAYS, ids=str)
def test_across_pathways_an_administrator_is_refused(office: Office, operation: Operation) -> None:
    status, code = asked(office, operation, office.pathway_id)
    assert status == 403, code


def asked(office: Office, operation: Operation, pathway_id: str) -> tuple[int, str]:
    """The status, and the code of the problem."""
    headers = office.claire.headers | {"If-Match": '"x"'}
    answer = office.claire.client.request(
        operation.method,
        operation.at(pathway_id=pathway_id),
        json=operation.body,
        headers=headers,
    )
    assert NAME not in answer.text
    with suppress(ValueError):
        return answer.status_code, str(answer.json().get("code"))
    return answer.status_code, ""
