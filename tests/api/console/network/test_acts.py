"""Each act that a page of the network offers leads to a form that can be filled in."""

import re

import pytest

from tests.api.auditing import enrolled
from tests.api.conftest import As, Place
from tests.api.console.conftest import Browsing
from tests.api.people import People
from tests.api.test_caseloads import TODAY
from tests.api.test_duplicates import both

FORM = re.compile(r'href="(/forms/[^"]+)"')


@pytest.mark.usefixtures("coordinators")
def test_every_act_that_is_offered_opens(
    browsing: Browsing, as_: As, place: Place, people: People
) -> None:
    first, _ = both(place, as_("paul"), as_("ines"))
    as_("lise").recorded(f"{first}/emergency-access", reason="unconscious", words="Malaise.")
    claire = as_("claire")
    gone = enrolled(claire, "gina", "caseworker", organisation_id=people.ccas)
    claire.recorded(f"/organisations/{people.ccas}/members/{gone}/departure")
    days = {"first_day": f"{TODAY}", "last_day": f"{TODAY}"}
    colleague = enrolled(claire, "rosa", "caseworker", organisation_id=people.ccas)
    as_("paul").recorded("/loans", from_id=str(people["paul"].id), to_id=colleague, **days)
    place.project()
    here = f"/network/{people.ccas}"
    paul = ("/network/loans", "/network/duplicates", "/network/emergency-accesses")
    pages = {"claire": ("/network", here), "paul": paul, "carl": paul[::2]}
    opened = set()
    for name, paths in pages.items():
        browser = browsing(name)
        for path in paths:
            for form in FORM.findall(browser.opens(path).text):
                kind = re.sub(r"[0-9a-f-]{36}", "*", form.partition("?")[0])
                opened.add(kind)
                answer = browser.opens(form)
                assert answer.status_code == 200, (name, form, answer.text)
    assert opened == {
        "/forms/organisations",
        *(f"/forms/organisations/*/{act}" for act in ("description", "agreements", "members")),
        "/forms/organisations/*/agreements/*/end",
        *(
            f"/forms/organisations/*/members/*/{act}"
            for act in ("roles", "departure", "name/erasure")
        ),
        "/forms/loans",
        "/forms/loans/*/end",
        "/forms/pathways/*/duplicates/*/confirmation",
        "/forms/pathways/*/duplicates/*/dismissal",
        "/forms/pathways/*/emergency-access/*/review",
    }


def test_an_agreement_that_is_entered_leads_back_to_its_organisation(
    browsing: Browsing, people: People
) -> None:
    path = f"/forms/organisations/{people.ccas}/agreements"
    done = browsing("claire").fills_in(path, starts_on="2027-01-01", ends_on="2027-12-31")
    assert done.url.path == f"/network/{people.ccas}"
    assert "1 January 2027" in done.text
