"""Where the pages are, and who makes what they show."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from playwright.sync_api import Page
from starlette.testclient import TestClient

from api.http.house import House
from tests.api.conftest import Place
from tests.api.people import PASSWORD, People
from tests.api.speaking import Speaker
from tests.api.test_replies import Sent

Headers = Mapping[str, str] | None
CALL_BACK = "04 00 00 00 00"


class Phone(Protocol):
    """Opens an empty page, in a language, with headers of its own."""

    def __call__(
        self, language: str = "fr", *, script: bool = False, headers: Headers = None
    ) -> Page: ...


@dataclass(frozen=True)
class Site:
    at: str  # such as http://127.0.0.1:8123
    place: Place
    house: House
    client: TestClient
    people: People

    def as_(self, name: str) -> Speaker:
        asked = {"email": f"{name}@cordee.example", "password": PASSWORD}
        token = self.client.post("/v1/sessions", json=asked).json()["token"]
        return Speaker(self.client, {"Authorization": f"Bearer {token}"})

    def sent(self, language: str = "fr") -> tuple[Sent, str]:
        """Somebody who was sent a reminder in a language, and the URL of its page."""
        sent = Sent(self.house, self.as_("ines"))
        link = sent.link(replace(sent.awaited(sent.appointment), language=language))
        return sent, f"{self.at}{link}"
