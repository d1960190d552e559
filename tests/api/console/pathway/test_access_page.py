"""Who sees what, and why: oneself; for a coordinator, anybody of the circle."""

import re

import pytest

from tests.api.auditing import enrolled
from tests.api.conftest import As
from tests.api.console.browsing import FRENCH, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import RELAIS, People


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


def test_a_coordinator_who_follows_people_asks_of_anybody_of_the_circle(
    as_: As, browsing: Browsing, people: People
) -> None:
    enrolled(as_("claire"), "dora", "coordinator", "caseworker")
    ines = as_("ines")
    awa = ines.pathway()
    ines.consents(awa, people.ccas, "social")
    ask = {"service": "food_aid", "target_id": str(people.ccas)}
    ines.recorded(f"{awa}/referrals", ask=ask)
    dora = browsing("dora")
    assert (
        f'<option value="{people.ccas}">CCAS de Saint-Éloy</option>'
        in dora.opens(f"{awa}/access").text
    )
    asked = {"organisation": str(people.ccas), "profession": "nurse"}
    said = said_on(dora.opens(f"{awa}/access", **asked))
    assert "CCAS de Saint-Éloy · Nurse" in said
    assert "The person agreed." in said


def test_a_coordinator_alone_has_that_answer_and_no_more(
    as_: As, browsing: Browsing, people: People
) -> None:
    enrolled(as_("claire"), "dora", "coordinator")
    awa, dora = as_("ines").pathway(), browsing("dora")
    page = dora.opens(f"{awa}/access", organisation=str(RELAIS))
    assert "care team" in said_on(page)
    assert "Awa" not in said_on(page)
    for path in (awa, f"{awa}/access", f"{awa}/access?organisation={people.hospital}"):
        assert dora.opens(path).status_code == 404
