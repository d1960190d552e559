import re
from uuid import uuid4

import pytest

from tests.api.conftest import As
from tests.api.console.browsing import FRENCH, said_on
from tests.api.console.conftest import Browsing

CORRELATION = re.compile(r"[0-9a-f]{32}")


def test_the_paper_to_hand_over_is_chosen_with_plain_words(browsing: Browsing, as_: As) -> None:
    path = as_("ines").pathway()
    page = browsing("ines", FRENCH).opens(f"{path}/receipt")
    assert page.status_code == 200
    assert "Le papier court, à emporter" in said_on(page)
    for version in ("full", "carry"):
        assert f'href="{path}/receipt/paper?version={version}&amp;language=fr"' in page.text
    assert "Awa" not in page.text


@pytest.mark.parametrize(
    ("version", "language", "said"),
    [
        ("full", "fr", "Ce papier est pour vous, Awa."),
        ("full", "en", "This paper is for you, Awa."),
        ("carry", "en", "Your information, your choices"),
    ],
)
def test_a_paper_is_a_page_of_its_own_that_prints_and_runs_nothing(
    browsing: Browsing, as_: As, version: str, language: str, said: str
) -> None:
    path = as_("ines").pathway()
    paper = browsing("ines").opens(f"{path}/receipt/paper", version=version, language=language)
    assert said in said_on(paper)
    assert ("Awa" in paper.text) is (version == "full")
    assert "script-src" not in paper.headers["Content-Security-Policy"]
    assert "default-src 'none'" in paper.headers["Content-Security-Policy"]
    assert "no-store" in paper.headers["Cache-Control"]


def test_who_may_know_nothing_gets_what_nothing_there_gets(browsing: Browsing, as_: As) -> None:
    path = as_("ines").pathway()
    paul = browsing("paul")
    for under in ("receipt", "receipt/paper", "consent"):
        pages = [paul.opens(f"{one}/{under}") for one in (path, f"/pathways/{uuid4()}")]
        assert [page.status_code for page in pages] == [404, 404]
        hidden, nothing = (CORRELATION.sub("", said_on(page)) for page in pages)
        assert hidden == nothing


@pytest.mark.parametrize("asked", [{"version": "secret"}, {"language": "xx"}, {"version": "\x00"}])
def test_nonsense_is_a_sentence(browsing: Browsing, as_: As, asked: dict[str, str]) -> None:
    path = as_("ines").pathway()
    answer = browsing("ines").opens(f"{path}/receipt/paper", **asked)
    assert (answer.status_code, "<h1>" in answer.text) == (422, True)
