"""Who sees what, and why: oneself; for a coordinator, anybody of the circle."""

import re

import pytest

from tests.api.conftest import As
from tests.api.console.browsing import FRENCH, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import People


def test_everybody_may_ask_why_they_see_each_class(as_: As, browsing: Browsing) -> None:
    awa = as_("ines").pathway()
    browser = browsing("ines")
    assert f'href="{awa}/access"' in browser.opens(awa).text
    said = said_on(browser.opens(f"{awa}/access"))
    assert "Relais Combrailles · Mediator" in said
    assert re.search(r"not seen Health, .*This profession does not meet such data\.", said)
    assert "Somebody else of the circle" not in said
    assert "Qui voit quoi, et pourquoi" in said_on(browsing("ines", FRENCH).opens(f"{awa}/access"))


def test_a_consent_is_told_with_its_ground(as_: As, browsing: Browsing, people: People) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ines.recorded(f"{awa}/circle/invitations", organisation_id=str(people.ccas))
    ines.consents(awa, people.ccas, "social")
    as_("paul").recorded(f"{awa}/circle/acceptance")
    said = said_on(browsing("paul").opens(f"{awa}/access"))
    assert "outside the care team" in said
    assert re.search(r"seen Identity, Social situation The person agreed\.", said)
    assert re.search(r"not seen .*The person did not agree to it\.", said)


def test_whoever_is_no_coordinator_asks_of_nobody_else(
    as_: As, browsing: Browsing, people: People
) -> None:
    awa = as_("ines").pathway()
    page = browsing("ines").opens(f"{awa}/access", organisation=str(people.ccas))
    assert page.status_code == 403


@pytest.mark.parametrize("asked", ["organisation=x", "profession=astronaut"])
def test_nonsense_is_told_in_a_sentence(as_: As, browsing: Browsing, asked: str) -> None:
    awa = as_("ines").pathway()
    page = browsing("ines").opens(f"{awa}/access?{asked}")
    assert (page.status_code, "<h1" in page.text) == (422, True)
