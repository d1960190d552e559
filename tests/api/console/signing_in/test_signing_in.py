from dataclasses import replace
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.console.signing_in.leading import safe
from api.http.app import create_app
from api.http.house import House, OfferedLogin
from domain.members import Profession, Role
from tests.api.console.browsing import FRENCH, Browser, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import PASSWORD, People

OFFERED = OfferedLogin(
    email="ines@cordee.example",
    password=PASSWORD,
    name="Inès Moulin",
    role=Role.CASEWORKER,
    hats=(("Relais Combrailles", Profession.MEDIATOR),),
)


def test_somebody_who_is_not_signed_in_is_asked_to_and_led_on(browsing: Browsing) -> None:
    browser = browsing()
    asked = browser.opens("/sessions")
    assert (asked.url.path, "Sign in" in said_on(asked)) == ("/sign-in", True)
    assert browser.signs_in("ines", to=asked.url.params["to"]).url.path == "/sessions"


def test_the_first_page_says_who_one_is(browsing: Browsing) -> None:
    page = browsing("ines").opens("/")
    assert page.status_code == 200
    assert "Inès Moulin · Relais Combrailles" in said_on(page)


def test_a_wrong_password_is_said_and_the_address_is_kept(browsing: Browsing) -> None:
    browser = browsing(language=FRENCH)
    refused = browser.sends("/sign-in", email="ines@cordee.example", password="autre chose")
    assert refused.status_code == 401
    assert 'role="alert"' in refused.text
    assert 'value="ines@cordee.example"' in refused.text
    assert "autre chose" not in refused.text


@pytest.mark.parametrize("typed", [{}, {"email": "x" * 999, "password": "y"}, {"email": "a\x00@b"}])
def test_nonsense_at_the_door_is_a_sentence(browsing: Browsing, typed: dict[str, Any]) -> None:
    answer = browsing().sends("/sign-in", **typed)
    assert (answer.status_code, 'role="alert"' in answer.text) == (401, True)


@pytest.mark.parametrize(
    "to",
    ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "x", "", "/\x00"],
)
def test_nobody_is_led_to_another_site(browsing: Browsing, to: str) -> None:
    assert safe(to) == "/"
    answer = browsing().sends(
        "/sign-in", follow=False, email="ines@cordee.example", password=PASSWORD, to=to
    )
    assert answer.headers["location"] == "/"


def test_who_has_several_hats_chooses_one_and_may_change(
    browsing: Browsing, people: People
) -> None:
    browser = browsing()
    asked = browser.signs_in("maud", to="/sessions")
    assert asked.url.path == "/hat"
    assert all(name in said_on(asked) for name in ("Relais Combrailles", "CCAS de Saint-Éloy"))
    _, at_the_ccas = people.members["maud"]
    chosen = browser.sends("/hat", membership_id=at_the_ccas.id, to="/sessions")
    assert chosen.url.path == "/sessions"
    assert "Maud Serre · CCAS de Saint-Éloy" in said_on(chosen)


def test_a_hat_of_somebody_else_is_refused(browsing: Browsing, people: People) -> None:
    browser = browsing("maud")
    for given in (people["ines"].id, "nothing"):
        refused = browser.sends("/hat", membership_id=given)
        assert (refused.status_code, "not-found" in refused.text) == (404, True)


def test_sessions_end_here_elsewhere_and_everywhere(browsing: Browsing) -> None:
    here, there = browsing("ines"), browsing("ines")
    listed = here.opens("/sessions")
    assert listed.text.count("Sign out there") == 1
    session_id = listed.text.split('name="session_id" value="')[1].split('"')[0]
    assert "has ended" in said_on(here.sends("/sessions/end", session_id=session_id))
    assert there.opens("/").url.path == "/sign-in"
    again = browsing("ines")
    assert here.sends("/sessions/end-all").url.path == "/sign-in"
    assert again.opens("/").url.path == "/sign-in"
    assert here.opens("/").url.path == "/sign-in"


def test_signing_out_leaves_nothing_in_the_browser(browsing: Browsing) -> None:
    browser = browsing("ines")
    token = browser.client.cookies["cordee"]
    out = browser.sends("/sign-out", follow=False)
    assert out.headers["clear-site-data"] == '"cache", "storage"'
    assert "cordee" not in browser.client.cookies
    browser.client.cookies.set("cordee", token)
    assert browser.opens("/").url.path == "/sign-in"
    assert "You are signed out" in said_on(browser.sends("/sign-out"))


def test_another_site_cannot_make_a_browser_act(browsing: Browsing) -> None:
    browser = browsing("ines")
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}):
        browser.headers = headers
        refused = browser.sends("/sign-out", follow=False)
        assert (refused.status_code, "sent-from-elsewhere" in refused.text) == (403, True)
    told = browser.opens("/sessions").headers["referrer-policy"]
    assert told == "same-origin"  # so that older browsers tell where a form was sent from
    browser.headers = {"Origin": "http://testserver"}
    assert browser.sends("/sign-out", follow=False).status_code == 303


def test_language_and_size_are_kept_by_the_browser(browsing: Browsing) -> None:
    browser = browsing()
    browser.sends("/reading", language="fr", size="largest", to="/sign-in")
    page = browser.opens("/sign-in")
    assert '<html lang="fr" class="text-largest">' in page.text
    browser.sends("/reading", language="klingon", size="enormous")
    assert '<html lang="fr" class="text-largest">' in browser.opens("/sign-in").text


def test_the_demo_offers_its_accounts_in_one_click_to_who_sits_there(house: House) -> None:
    app = create_app(replace(house, offered=(OFFERED,)))
    with TestClient(app, client=("127.0.0.1", 1)) as client:
        browser = Browser(client)
        asked = browser.opens("/")
        assert "Inès Moulin" in said_on(asked)
        assert PASSWORD not in asked.text
        assert browser.sends("/sign-in", offered=OFFERED.email, to="/").url.path == "/"
    with TestClient(app, client=("192.0.2.7", 1)) as client:
        browser = Browser(client)
        assert "Inès Moulin" not in said_on(browser.opens("/"))
        assert browser.sends("/sign-in", offered=OFFERED.email).status_code == 401


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_cookies_are_out_of_reach_of_scripts_and_other_sites(house: House, scheme: str) -> None:
    with TestClient(create_app(house), base_url=f"{scheme}://testserver") as client:
        typed = {"email": "ines@cordee.example", "password": PASSWORD}
        kept = client.post("/sign-in", data=typed, follow_redirects=False).headers["set-cookie"]
        name, _, rest = kept.lower().partition("=")
        attributes = {part.strip() for part in rest.split(";")[1:]}
        assert {"httponly", "samesite=lax", "path=/"} <= attributes
        assert not any(part.startswith("max-age") for part in attributes)
        assert ("secure" in attributes, name) == (
            (True, "__host-cordee") if scheme == "https" else (False, "cordee")
        )
        assert client.get("/sessions").url.path == "/sessions"


def test_an_address_that_is_not_there_is_a_page_too(browsing: Browsing) -> None:
    browser = browsing("ines")
    misread = browser.opens("/pathways/not-an-id")
    assert (misread.status_code, "correct the fields" in said_on(misread)) == (422, True)
    nowhere = browser.opens("/nowhere")
    assert nowhere.status_code == 404
    assert "Inès Moulin · Relais Combrailles" in said_on(nowhere)
    assert browser.opens("/v1/nowhere").headers["content-type"] == "application/problem+json"
