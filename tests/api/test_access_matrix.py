"""The access matrix over HTTP: cells read by people of each profession, in sessions of theirs."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from time import monotonic
from uuid import UUID, uuid4

import pytest
from starlette.testclient import TestClient

from api.http.app import create_app
from application.ports import Context
from domain.members import Member, Profession
from domain.pathway.pathway import Pathway
from tests.api.conftest import Place
from tests.api.people import RELAIS
from tests.api.speaking import Speaker
from tests.canaries.tour import signing_in
from tests.domain.access.cells import OPEN_TO_CHILD_PROTECTION, Cell
from tests.domain.access.retold import MARK, all_cells, expected, ids_of, steps_of
from tests.domain.pathway.people import MARCH_5, MEDIATOR
from tests.faults.storms import save

Sees = Callable[[Cell], bool]
SAMPLED, AT_LENGTH = 200, 15_000


@pytest.fixture
def sees(place: Place, viewers: dict[Profession, Member]) -> Iterator[Sees]:
    """Whether the viewer of a cell is told what it asks about, on a pathway of its own."""
    then = replace(place.house.network, clock=lambda: MARCH_5)
    opened = replace(then, classes_met=OPEN_TO_CHILD_PROTECTION)
    with (
        TestClient(create_app(replace(place.house, network=then))) as client,
        TestClient(create_app(replace(place.house, network=opened))) as to_protection,
    ):
        clients = {"protection_on": to_protection}
        speaking = {profession: signing_in(client)(profession).headers for profession in Profession}

        def look(cell: Cell) -> bool:
            pathway_id = recorded(place, cell, viewers[cell.profession])
            speaker = Speaker(clients.get(cell.ground, client), speaking[cell.profession])
            answer = speaker.reads(f"/pathways/{pathway_id}/timeline")
            assert answer.status_code in {200, 404}, answer.text
            return MARK in answer.text

        yield look


def recorded(place: Place, cell: Cell, viewer: Member) -> UUID:
    log, pathway = place.house.network.log, Pathway(uuid4())
    ids = ids_of(viewer=viewer.id, organisation=viewer.organisation_id)
    for step in steps_of(cell, ids):
        by = (viewer.id, viewer.organisation_id) if step.by_viewer else (MEDIATOR, RELAIS)
        log.append(pathway.next(step.facts), Context(uuid4(), *by))
        pathway = log.load(Pathway, pathway.id)
    return pathway.id


def wrong_among(sees: Sees, *, cells: int) -> list[Cell]:
    drawn = random.Random(20_261_122).sample(all_cells(), cells)
    return [cell for cell in drawn if sees(cell) is not expected(cell)]


def test_cells_agree_with_the_second_reading_over_http(sees: Sees) -> None:
    assert wrong_among(sees, cells=SAMPLED) == []


@pytest.mark.long
def test_fifteen_thousand_cells_agree_with_the_second_reading_over_http(sees: Sees) -> None:
    began = monotonic()
    wrong = wrong_among(sees, cells=AT_LENGTH)
    figures = {"cells": AT_LENGTH, "of": len(all_cells()), "wrong": [str(one) for one in wrong]}
    save("access-matrix-over-http", {**figures, "seconds": round(monotonic() - began)})
    assert wrong == []
