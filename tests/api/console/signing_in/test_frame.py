"""What stands around every page of the console."""

import re
from dataclasses import replace

import pytest
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from api.http.app import create_app
from api.http.house import House
from tests.api.console.browsing import Browser, said_on
from tests.api.console.conftest import Browsing

PATHS = ("/", "/hat", "/sessions", "/reading", "/nowhere")
RUNS = re.compile(r"\bon[a-z]+=|style=|<script(?! src=\"/assets/)|javascript:", re.IGNORECASE)


@pytest.mark.parametrize("path", PATHS)
def test_nothing_runs_but_our_own_script(browsing: Browsing, path: str) -> None:
    page = browsing("ines").opens(path)
    policy = dict(
        part.split(" ", 1) for part in page.headers["content-security-policy"].split("; ")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert "unsafe" not in page.headers["content-security-policy"]
    assert RUNS.findall(page.text) == []
    assert page.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", PATHS)
def test_one_signs_out_from_any_page(browsing: Browsing, path: str) -> None:
    page = browsing("ines").opens(path)
    assert '<form method="post" action="/sign-out">' in page.text
    assert "Inès Moulin · Relais Combrailles" in said_on(page)


def test_what_fails_is_a_page_that_quotes_nothing(house: House) -> None:
    class Broken:
        def __getattr__(self, name: str) -> object:
            raise RuntimeError("quetzal-7f3a")

    with TestClient(create_app(replace(house, views=Broken()))) as client:  # type: ignore[arg-type]
        browser = Browser(client)
        browser.signs_in("ines")
        with capture_logs() as logs:
            failed = browser.opens("/caseload")
    assert failed.status_code == 500
    assert "Something went wrong on our side" in said_on(failed)
    assert "quetzal" not in failed.text + str(logs)
    assert "http.failed" in {line["event"] for line in logs}


def test_style_and_script_are_kept_by_browsers_until_they_change(browsing: Browsing) -> None:
    browser = browsing()
    found = re.findall(r'(?:href|src)="(/assets/[^"]+)"', browser.opens("/sign-in").text)
    assert len(found) == 2
    for source in found:
        assert "immutable" in browser.opens(source).headers["cache-control"]


def test_pages_leave_compressed_and_answers_of_the_api_do_not(browsing: Browsing) -> None:
    browser = browsing("ines")
    assert browser.opens("/sessions").headers["content-encoding"] == "gzip"
    assert "content-encoding" not in browser.opens("/openapi.json").headers
