"""The pages of the network that the demo has nothing for, in a browser."""

import pytest
from playwright.sync_api import Browser

from api.http.house import House
from tests.api.auditing import enrolled
from tests.api.conftest import As, Place
from tests.api.console.pages.crawling import faults_of
from tests.api.people import PASSWORD, People
from tests.api.serving import served
from tests.api.test_caseloads import TODAY
from tests.api.test_duplicates import ALIKE, AWA
from tests.api.test_publications import prepares, publishes

pytestmark = pytest.mark.xdist_group("pages")
PATIENCE = 120_000  # milliseconds: a slow machine is not a failure


@pytest.fixture
def paths(as_: As, place: Place, people: People) -> tuple[str, ...]:
    """Two people alike, an emergency, a stand-in, a handover and a publication, told to Cora."""
    cora_id = enrolled(as_("claire"), "cora", "caseworker", "coordinator", profession="nurse")
    cora, ines_id = as_("cora"), str(people["ines"].id)
    first, second = cora.pathway(), as_("ines").pathway()
    cora.recorded(f"{first}/identity", identity=AWA)
    as_("ines").recorded(f"{second}/identity", identity=ALIKE)
    said = {"reason": "unconscious", "words": "Malaise."}
    as_("lise").recorded(f"{first}/emergency-access", **said)
    ids = {"from_id": cora_id, "to_id": ines_id}
    cora.recorded("/loans", **ids, first_day=f"{TODAY}", last_day=f"{TODAY}")
    handover = cora.recorded("/handovers", **ids, reason="leaves", pathway_ids=[first[10:]])
    place.match()
    release = publishes(cora, prepares(cora))
    return (
        "/network/loans",
        "/network/duplicates",
        "/network/emergency-accesses",
        f"/network/hand-over?from_id={ines_id}",
        f"/network/hand-overs/{handover}",
        "/publications",
        f"/publications/{release}",
        f"/publications/{release}/again",
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_can_be_read_and_pressed(
    browser: Browser, house: House, paths: tuple[str, ...], language: str
) -> None:
    with (
        served(house) as at,
        browser.new_context(viewport={"width": 320, "height": 640}, locale=language) as context,
    ):
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto(f"{at}/sign-in")
        page.fill("#email", "cora@cordee.example")
        page.fill("#password", PASSWORD)
        page.locator("form .btn").click()
        page.wait_for_url(f"{at}/")
        for path in paths:
            answer = page.goto(f"{at}{path}")
            assert answer is not None
            assert (path, answer.status) == (path, 200)
            assert [*faults_of(page, language)] == [], path
