"""The organisations of the network in the console, and what administrators may do there."""

import pytest

from tests.api.auditing import enrolled
from tests.api.conftest import As, Place
from tests.api.console.browsing import FRENCH, Browser, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import PASSWORD, RELAIS, People

NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.fixture(autouse=True)
def projected(place: Place) -> None:
    place.project()


@pytest.fixture
def of_the_ccas(people: People) -> str:
    return f"/network/{people.ccas}"


def path_of(people: People, act: str = "account") -> str:
    return f"/network/{people.ccas}/members/{people['paul'].id}/{act}"


def test_whoever_signed_in_reads_which_organisations_there_are(browsing: Browsing) -> None:
    page = browsing("lise").opens("/network")
    assert page.status_code == 200
    for name in ("Relais Combrailles", "CCAS de Saint-Éloy", "PASS de Montluçon"):
        assert name in said_on(page)
    assert "Let an organisation in" not in said_on(page)


def test_they_are_found_by_their_kind_and_their_name(browsing: Browsing) -> None:
    lise = browsing("lise")
    some = said_on(lise.opens("/network", kind="social_service"))
    assert ("CCAS de Saint-Éloy" in some, "Relais Combrailles" in some) == (True, False)
    assert "No organisation is like that." in said_on(lise.opens("/network", named="zzz"))
    assert lise.opens("/network", kind="nonsense").status_code == 200
    for asked in ({"cursor": "nonsense"}, {"named": "x" * 200}):
        assert lise.opens("/network", **asked).status_code == 422


def test_an_organisation_tells_who_works_there_and_no_roles(
    browsing: Browsing, of_the_ccas: str
) -> None:
    page = browsing("paul", FRENCH).opens(of_the_ccas)
    for said in ("CCAS de Saint-Éloy", "+33199000000", "Paul Arnal", "sociale"):
        assert said in said_on(page)
    for kept in ("Rôles", "Conventions", "Donner un compte"):
        assert kept not in said_on(page)


def test_its_administrators_are_told_roles_and_agreements(
    browsing: Browsing, of_the_ccas: str, as_: As, people: People
) -> None:
    enrolled(as_("claire"), "anna", "administrator", organisation_id=people.ccas)
    anna = browsing("anna")
    own = said_on(anna.opens(of_the_ccas))
    for said in ("Caseworker", "1 January 2025", "Give an account", "Sign them out"):
        assert said in own
    assert "Give an account" not in said_on(anna.opens(f"/network/{RELAIS}"))


def test_an_organisation_that_is_not_there_is_a_page(browsing: Browsing) -> None:
    lise = browsing("lise")
    for path, status in ((NOBODY, 404), ("nonsense", 422)):
        assert lise.opens(f"/network/{path}").status_code == status


def test_a_member_is_given_an_account(browsing: Browsing, as_: As, people: People) -> None:
    member = as_("claire").recorded(
        f"/organisations/{people.ccas}/members",
        name="Rose Testa",
        hat={"profession": "nurse", "status": "volunteer", "roles": ["caseworker"]},
    )
    path = f"/network/{people.ccas}/members/{member}/account"
    claire = browsing("claire")
    assert "Rose Testa" in said_on(claire.opens(path))
    given = claire.fills_in(path, email="rose@cordee.example", password=PASSWORD)
    assert given.url.path == f"/network/{people.ccas}"
    assert "They can sign in now" in said_on(given)
    assert "Rose Testa" in said_on(browsing("rose").opens("/network"))


@pytest.mark.parametrize(
    ("email", "password", "status"),
    [("nonsense", PASSWORD, 422), ("a@cordee.example", "short", 422), ("", "", 422)],
)
def test_what_was_typed_is_kept_but_the_password(
    browsing: Browsing, people: People, email: str, password: str, status: int
) -> None:
    refused = browsing("claire").sends(path_of(people), email=email, password=password)
    assert (refused.status_code, 'role="alert"' in refused.text) == (status, True)
    assert f'value="{email}"' in refused.text
    assert not password or password not in refused.text


def test_an_account_under_another_address_is_refused_in_a_sentence(
    browsing: Browsing, people: People
) -> None:
    refused = browsing("claire").sends(
        path_of(people), email="autre@cordee.example", password=PASSWORD
    )
    assert refused.status_code == 409
    assert "Another account acts under this membership already." in said_on(refused)
    assert PASSWORD not in refused.text


def test_a_member_is_signed_out_everywhere(browsing: Browsing, people: People) -> None:
    paul, claire = browsing("paul"), browsing("claire")
    assert paul.opens("/network").url.path == "/network"
    asked = claire.opens(path_of(people, "sign-out"))
    assert "Paul Arnal" in said_on(asked)
    done = claire.sends(path_of(people, "sign-out"))
    assert "is signed out, everywhere" in said_on(done)
    assert paul.opens("/network").url.path == "/sign-in"


def refusals(browser: Browser, path: str) -> list[int]:
    sent = browser.sends(path, email="x@cordee.example", password=PASSWORD)
    return [browser.opens(path).status_code, sent.status_code]


@pytest.mark.parametrize("act", ["account", "sign-out"])
def test_only_administrators_act_and_only_on_who_is_there(
    browsing: Browsing, people: People, act: str
) -> None:
    assert refusals(browsing("paul"), path_of(people, act)) == [403, 403]
    claire = browsing("claire")
    nobody = f"/network/{people.ccas}/members/{NOBODY}/{act}"
    nowhere = f"/network/{NOBODY}/members/{people['paul'].id}/{act}"
    for path in (nobody, nowhere):
        assert refusals(claire, path) == [404, 404]
