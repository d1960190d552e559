"""What the glossary calls a thing in French, pages call it so too."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.console.wording.labels import TABLES, label
from api.languages.choosing import Language
from api.languages.words import words_in

GLOSSARY = Path(__file__).parents[4] / "docs" / "glossary.md"
ROW = re.compile(r"^\| (?P<term>[^|]+) \| (?P<french>[^|]+) \| [^|]+ \|", re.MULTILINE)
INITIALS = re.compile(r"\((\w+)\)$")
FRENCH = words_in(Language.FRENCH).gettext


def terms() -> dict[str, str]:
    rows = ROW.finditer(GLOSSARY.read_text())
    return {row["term"].lower(): row["french"].replace("'", "’") for row in rows}


def terms_on_pages() -> Iterator[tuple[str, str, str]]:
    """What pages call a term of the glossary, the term's French, and the term."""
    known = terms()
    for said in sorted({label(value) for kind in TABLES for value in kind}):
        initials = INITIALS.search(said)
        term = initials[1].lower() if initials else said.lower()
        if term in known:
            yield INITIALS.sub("", FRENCH(said)).strip().lower(), known[term].lower(), term


@pytest.mark.parametrize(
    ("on_pages", "in_glossary", "term"), [pytest.param(*one, id=one[2]) for one in terms_on_pages()]
)
def test_a_term_has_one_french_label(on_pages: str, in_glossary: str, term: str) -> None:
    assert on_pages == in_glossary, term


def test_the_glossary_is_read() -> None:
    assert len(list(terms_on_pages())) > 20
