from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from application.inbox.ports import InboxKind
from tests.api.conftest import As, Place
from tests.api.console.browsing import said_on
from tests.api.console.conftest import Browsing
from tests.api.people import People
from tests.api.test_inbox import put


@pytest.fixture
def awa(as_: As) -> str:
    return as_("ines").pathway("Awa")


def test_what_one_is_told_stays_there_once_read(
    place: Place, browsing: Browsing, people: People, awa: str
) -> None:
    item = put(place, people, awa)
    browser = browsing("ines")
    page = browser.opens("/inbox")
    assert "1 unread" in said_on(page)
    assert "Awa Renewal of a right Not read" in said_on(page)
    assert f"/forms{awa}/rights/{item.cause_id}/renewal-filing?back=/" in page.text
    typed: dict[str, Any] = {"from": "/inbox"}
    read = browser.sends(f"/inbox/{item.id}/read", **typed)
    assert (read.url.path, "0 unread" in said_on(read)) == ("/inbox", True)
    assert "Awa Renewal of a right" in said_on(read)
    assert "Not read" not in said_on(read)


def test_what_was_done_says_so(place: Place, browsing: Browsing, people: People, awa: str) -> None:
    before = place.house.network.clock() - timedelta(days=1)
    put(place, people, awa, kind=InboxKind.CALL, cause="appointment", at=before)
    text = said_on(browsing("ines").opens("/inbox"))
    assert "Call this person: no message reached them for certain. Done" in text
    assert "Call this person" not in said_on(browsing("ines").opens("/"))


def test_others_are_told_of_nothing(
    place: Place, browsing: Browsing, people: People, awa: str
) -> None:
    item = put(place, people, awa)
    paul = browsing("paul")
    assert "You are told of nothing." in said_on(paul.opens("/inbox"))
    assert paul.sends(f"/inbox/{item.id}/read").status_code == 404


def test_an_inbox_is_traced(place: Place, browsing: Browsing, people: People, awa: str) -> None:
    put(place, people, awa)
    browsing("ines").opens("/inbox")
    looked = place.house.traces.of_pathway(UUID(awa.rpartition("/")[2]))
    assert looked[-1].look == "list"


def test_who_follows_nobody_has_an_inbox_too(browsing: Browsing) -> None:
    assert browsing("claire").opens("/inbox").status_code == 200


@pytest.mark.parametrize("path", ["/inbox?cursor=AAAA", "/inbox?back=" + "x" * 9_999])
def test_what_cannot_be_asked_is_a_sentence(browsing: Browsing, path: str) -> None:
    assert browsing("ines").opens(path).status_code == 422
