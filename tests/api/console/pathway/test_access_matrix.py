"""The access matrix through pages: each viewer is shown what the API tells them, and no more."""

import random
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from api.console.cookies import SESSION
from api.http.app import create_app
from domain.members import Member, Profession
from tests.api.conftest import Place
from tests.api.console.forms.test_sending import ID
from tests.api.console.pathway.told import entries_on, words
from tests.api.people import PASSWORD
from tests.api.test_access_matrix import recorded
from tests.domain.access.cells import OPEN_TO_CHILD_PROTECTION
from tests.domain.access.retold import MARK, all_cells, expected
from tests.domain.pathway.people import MARCH_5

SAMPLED, AT_LENGTH = 60, 3_000
EVERY_ENTRY = 200


@dataclass
class Viewer:
    """Somebody who looks at the same pathway through both doors."""

    client: TestClient
    token: str

    def told(self, pathway_id: UUID) -> Response:
        headers = {"Authorization": f"Bearer {self.token}"}
        return self.client.get(f"/v1/pathways/{pathway_id}/timeline", headers=headers)

    def shown(self, pathway_id: UUID) -> Response:
        path = f"/pathways/{pathway_id}?entries={EVERY_ENTRY}"
        headers = {"Cookie": f"{SESSION}={self.token}", "Accept-Language": "en"}
        return self.client.get(path, headers=headers)

    def faults(self, pathway_id: UUID, *, sees: bool) -> Iterator[str]:
        """Where both doors, and the second reading of the rules, disagree."""
        told, shown = self.told(pathway_id), self.shown(pathway_id)
        if told.status_code != shown.status_code:
            yield f"{told.status_code} to the API, {shown.status_code} on the page"
        elif told.status_code == 404:
            if bare(shown) != bare(self.shown(uuid4())):
                yield "the page is not the one for nothing there"
        elif numbers_on(shown) != list(range(len(told.json()))):
            yield f"entries {numbers_on(shown)} on the page, {len(told.json())} by the API"
        if (MARK in shown.text) is not sees:
            yield "the page shows it" if MARK in shown.text else "the page hides it"


def numbers_on(page: Response) -> list[int]:
    return sorted(number for number, _ in entries_on(page))


def bare(page: Response) -> str:
    return ID.sub("", words(page.text))


Looking = dict[tuple[Profession, bool], Viewer]


@pytest.fixture
def looking(place: Place, viewers: dict[Profession, Member]) -> Iterator[Looking]:
    """Each profession, where child protection opens what it does and where it does not."""
    then = replace(place.house.network, clock=lambda: MARCH_5)
    opened = replace(then, classes_met=OPEN_TO_CHILD_PROTECTION)
    with ExitStack() as closing:
        found: Looking = {}
        for network in (then, opened):
            app = create_app(replace(place.house, network=network))
            client = closing.enter_context(TestClient(app))
            for profession in viewers:
                asked = {"email": f"{profession}@cordee.example", "password": PASSWORD}
                token = client.post("/v1/sessions", json=asked).json()["token"]
                found[profession, network is opened] = Viewer(client, token)
        yield found


def wrong_among(
    place: Place, viewers: dict[Profession, Member], looking: Looking, *, cells: int
) -> list[tuple[str, str]]:
    wrong = []
    for cell in random.Random(20_261_122).sample(all_cells(), cells):
        pathway_id = recorded(place, cell, viewers[cell.profession])
        viewer = looking[cell.profession, cell.ground == "protection_on"]
        wrong += [(str(cell), said) for said in viewer.faults(pathway_id, sees=expected(cell))]
    return wrong


def test_a_page_shows_what_the_api_tells_and_no_more(
    place: Place, viewers: dict[Profession, Member], looking: Looking
) -> None:
    assert wrong_among(place, viewers, looking, cells=SAMPLED) == []


@pytest.mark.long
def test_three_thousand_pages_show_what_the_api_tells_and_no_more(
    place: Place, viewers: dict[Profession, Member], looking: Looking
) -> None:
    assert wrong_among(place, viewers, looking, cells=AT_LENGTH) == []
