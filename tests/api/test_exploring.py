import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.http.app import create_app
from tests.api.conftest import place_on
from tests.api.exploring import explore
from tests.api.people import PASSWORD, People
from tests.api.speaking import Speaker
from tests.infrastructure.databases import on_sqlite


@pytest.fixture
def ines(settled: tuple[Path, People], tmp_path: Path) -> Iterator[Speaker]:
    shutil.copytree(settled[0], tmp_path / "data")
    with place_on(on_sqlite(tmp_path / "data")) as place:
        client = TestClient(create_app(place.house))
        asked = {"email": "ines@cordee.example", "password": PASSWORD}
        token = client.post("/v1/sessions", json=asked).json()["token"]
        yield Speaker(client, {"Authorization": f"Bearer {token}"})


def found(ines: Speaker, *, examples: int) -> list[str]:
    pathway_id = ines.pathway().rpartition("/")[2]
    return explore(ines.client.app, headers=ines.headers, pathway_id=pathway_id, examples=examples)


def test_each_operation_keeps_the_word_of_the_document(ines: Speaker) -> None:
    assert found(ines, examples=1) == []


@pytest.mark.long
def test_each_operation_keeps_the_word_of_the_document_for_long(ines: Speaker) -> None:
    assert found(ines, examples=200) == []
