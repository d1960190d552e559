"""The pages of the field that the first accounts of the demo have none of, in a browser."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from api.http.house import House
from tests.api.conftest import As, Place
from tests.api.console.field.test_workshops import session_of
from tests.api.console.pages.crawling import faults_of
from tests.api.people import PASSWORD, RELAIS, People
from tests.api.serving import served
from tests.api.test_consultations import TODAY
from tests.api.test_every_read_is_traced import a_stay
from tests.api.test_workshops import opened

pytestmark = pytest.mark.xdist_group("pages")
PATIENCE = 120_000  # milliseconds: a slow machine is not a failure


@pytest.fixture
def paths(as_: As, place: Place, people: People) -> tuple[str, ...]:
    """A workshop where somebody has a place, a facility where somebody stays, a health centre."""
    ines, claire = as_("ines"), as_("claire")
    awa, workshop = ines.pathway("Awa"), opened(ines)
    ines.recorded(f"{awa}/workshops", **workshop.place())
    a_stay(ines, awa)
    (shelter,) = (one["id"] for one in ines.reads("/facilities").json())
    told: dict[str, Any] = {"organisation_id": str(RELAIS), "kind": "health_centre"}
    centre = claire.recorded("/facilities", name="Centre inventé", **told)
    seen: dict[str, Any] = {"professional_id": str(people["maud"].id), "reason": "dental"}
    counted = {"on": f"{TODAY}", "consultation": seen | {"is_new": True}, "count": 12}
    ines.recorded(f"/facilities/{centre}/consultations", counted=counted)
    place.project()
    return (
        f"/field/workshops/{workshop.id}",
        session_of(workshop),
        f"{session_of(workshop)}/person",
        f"/field/places/{shelter}",
        f"/field/places/{shelter}/person",
        "/field/consultations",
        f"/field/consultations/{centre}?day={TODAY}",
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
        page.fill("#email", "ines@cordee.example")
        page.fill("#password", PASSWORD)
        page.locator("form .btn").click()
        page.wait_for_url(f"{at}/")
        for path in paths:
            page.goto(f"{at}{path}")
            assert [*faults_of(page, language)] == [], path
