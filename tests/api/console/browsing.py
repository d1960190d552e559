"""A browser without script: it keeps its cookies, follows where it is led, and fills in forms."""

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

from tests.api.people import PASSWORD

FRENCH, ENGLISH = "fr", "en"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
TAGS = re.compile(r"<(script|style)[^>]*>.*?</\1>|<[^>]+>", re.DOTALL)


@dataclass
class Browser:
    """One person's; `client` is theirs alone, since it keeps the cookies."""

    client: TestClient
    language: str = ENGLISH
    headers: dict[str, str] = field(default_factory=lambda: {"Sec-Fetch-Site": "same-origin"})

    def opens(self, path: str, **asked: Any) -> Response:
        """GET a page, and whatever it leads to."""
        return self.client.get(path, params=asked or None, headers=self._headers())

    def sends(self, path: str, *, follow: bool = True, **typed: Any) -> Response:
        """POST a form as it is."""
        return self._posts(path, typed, follow=follow)

    def fills_in(self, path: str, *, follow: bool = True, **typed: Any) -> Response:
        """Open the page of a form, type into it, and send it with what it carries hidden."""
        return self._posts(path, hidden_in(self.opens(path)) | typed, follow=follow)

    def signs_in(self, name: str, **more: str) -> Response:
        typed = {"email": f"{name}@cordee.example", "password": PASSWORD}
        return self._posts("/sign-in", typed | more, follow=True)

    def _posts(self, path: str, typed: dict[str, Any], *, follow: bool) -> Response:
        return self.client.post(path, data=typed, headers=self._headers(), follow_redirects=follow)

    def _headers(self) -> dict[str, str]:
        return self.headers | {"Accept-Language": self.language, "Accept": "text/html"}


def hidden_in(answer: Response) -> dict[str, Any]:
    """What the forms of a page carry hidden; of a name said twice, the last."""
    return {name: unescape(value) for name, value in HIDDEN.findall(answer.text)}


def said_on(answer: Response) -> str:
    """The words of a page, without its marks."""
    return " ".join(unescape(TAGS.sub(" ", answer.text)).split())
