import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from api.http.app import create_app
from tests.api.bugs import BUGS, Bug, Bugged
from tests.api.conftest import place_on
from tests.api.examples import OPERATIONS
from tests.api.exploring import explore
from tests.api.people import PASSWORD, People
from tests.api.probing import probes_of
from tests.api.speaking import Speaker
from tests.infrastructure.databases import on_sqlite


@pytest.fixture(scope="module")
def ines(
    settled: tuple[Path, People], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Speaker]:
    folder = tmp_path_factory.mktemp("bugs") / "data"
    shutil.copytree(settled[0], folder)
    with place_on(on_sqlite(folder)) as place, TestClient(create_app(place.house)) as client:
        asked = {"email": "ines@cordee.example", "password": PASSWORD}
        token = client.post("/v1/sessions", json=asked).json()["token"]
        yield Speaker(client, {"Authorization": f"Bearer {token}"})


def complaints(ines: Speaker, bug: Bug, *, pathway_id: str) -> list[str]:
    """What the harness says of an application with this bug, of the operation it sits in."""
    app = ines.client.app
    assert isinstance(app, FastAPI)
    bugged = Bugged(app, bug)
    (operation,) = [one for one in OPERATIONS if (one.method, one.path) == (bug.method, bug.path)]
    speaker = Speaker(TestClient(bugged), ines.headers)
    found = []
    for probe in probes_of(operation):
        try:
            probe(speaker, operation, pathway_id)
        except AssertionError as complaint:
            found.append(f"{probe.__name__}: {complaint}")
    return found or explore(
        bugged,
        headers=ines.headers,
        pathway_id=pathway_id,
        examples=5,
        path=bug.path,
        at_most=1,
    )


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name)
def test_the_harness_finds_a_planted_bug(ines: Speaker, bug: Bug) -> None:
    pathway_id = ines.pathway().rpartition("/")[2]
    assert complaints(ines, bug, pathway_id=pathway_id) != []
