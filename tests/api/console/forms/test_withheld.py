"""When nothing can be read or written for a while, what was typed waits in the page."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from api.http.app import create_app
from api.http.house import House
from tests.api.conftest import As
from tests.api.console.browsing import Browser, hidden_in, said_on
from tests.fakes.traces import TracesInMemory

NOTE = "Elle garde ses papiers chez une amie."


@pytest.fixture
def traces() -> TracesInMemory:
    return TracesInMemory()


@pytest.fixture
def ines(house: House, traces: TracesInMemory) -> Iterator[Browser]:
    with TestClient(create_app(replace(house, traces=traces))) as client:
        browser = Browser(client)
        browser.signs_in("ines")
        yield browser


def test_what_was_typed_waits_in_the_page_and_is_sent_again_once(
    ines: Browser, as_: As, traces: TracesInMemory
) -> None:
    pathway = as_("ines").pathway()
    form = f"/forms{pathway}/notes"
    typed = {**hidden_in(ines.opens(form)), "text": NOTE, "data_class": "very"}
    traces.broken = True
    waiting = ines.sends(form, **typed)
    assert (waiting.status_code, "Retry-After" in waiting.headers) == (503, True)
    assert "What you typed is kept in this page." in said_on(waiting)
    assert hidden_in(waiting) == typed
    traces.broken = False
    assert NOTE in ines.sends(form, **hidden_in(waiting)).text
    fixed = {**hidden_in(waiting), "data_class": "social"}
    for _ in range(2):
        ines.sends(form, **fixed)
    assert len(as_("ines").reads(f"{pathway}/notes").json()) == 1


def test_nothing_is_shown_where_the_look_cannot_be_traced(
    ines: Browser, as_: As, traces: TracesInMemory
) -> None:
    pathway = as_("ines").pathway("Awa")
    traces.broken = True
    page = ines.opens(f"/forms{pathway}/usual-name")
    assert (page.status_code, "Awa" in page.text) == (503, False)


def test_a_link_chooses_and_writes_no_words(ines: Browser, as_: As) -> None:
    pathway = as_("ines").pathway()
    page = ines.opens(f"/forms{pathway}/notes", data_class="health", text="Autre chose.")
    assert 'value="health" selected' in page.text
    assert "Autre chose." not in page.text
