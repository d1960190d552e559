"""The access matrix through pages: whoever looks reads there exactly what the API tells them."""

import random
from dataclasses import replace

from starlette.testclient import TestClient

from api.http.app import create_app
from domain.members import Member, Profession
from tests.api.conftest import Place
from tests.api.console.browsing import Browser
from tests.api.console.pathway.told import entries_on
from tests.api.speaking import Speaker
from tests.api.test_access_matrix import recorded
from tests.canaries.tour import signing_in
from tests.domain.access.retold import all_cells
from tests.domain.pathway.people import MARCH_5

SAMPLED = 60


def test_a_page_has_the_entries_of_the_api_in_every_cell(
    place: Place, viewers: dict[Profession, Member]
) -> None:
    then = replace(place.house.network, clock=lambda: MARCH_5)
    drawn = random.Random(20_261_122).sample(all_cells(), SAMPLED)
    with TestClient(create_app(replace(place.house, network=then))) as client:
        speaking = {one: signing_in(client)(one).headers for one in Profession}
        for cell in drawn:
            pathway_id = recorded(place, cell, viewers[cell.profession])
            speaker = Speaker(client, speaking[cell.profession])
            told = speaker.reads(f"/pathways/{pathway_id}/timeline")
            token = speaking[cell.profession]["Authorization"].removeprefix("Bearer ")
            client.cookies.set("cordee", token)
            page = Browser(client).opens(f"/pathways/{pathway_id}?entries=200")
            client.cookies.clear()
            assert page.status_code == told.status_code, cell
            numbers = sorted(number for number, _ in entries_on(page))
            entries = told.json() if told.status_code == 200 else []
            assert numbers == list(range(len(entries))), cell
