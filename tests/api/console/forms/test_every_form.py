"""Every form of the catalogue is a page, in both languages; sent empty, it is a sentence."""

import re
from typing import Any
from uuid import uuid4

from api.console.forms.catalogue.whole import ROWS
from tests.api.conftest import As, Place
from tests.api.console.browsing import ENGLISH, FRENCH, hidden_in
from tests.api.console.conftest import Browsing

RAW = re.compile(r">\s*[a-z]+(_[a-z]+)+\s*<")  # the value of an enum, where its words should be
UNLABELLED = re.compile(r"<label[^>]*>\s*</label>|<legend>\s*</legend>")


def test_every_form_opens_in_both_languages(browsing: Browsing, as_: As, place: Place) -> None:
    """Those about an item that is not there are pages that say so."""
    pathway = as_("ines").pathway()
    as_("ines").recorded(f"{pathway}/identity", identity={"family_name": "Diallo"})
    ids = {"pathway_id": pathway.rpartition("/")[2]}
    place.project()
    for language in (ENGLISH, FRENCH):
        ines = browsing("ines", language)
        for row in ROWS:
            path = at(row.path, ids)
            page = ines.opens(path)
            assert page.status_code in {200, 403, 404}, path
            assert RAW.search(page.text) is None, path
            assert UNLABELLED.search(page.text) is None, path
            if not (named(row.path) - ids.keys()):
                assert page.status_code in {200, 403}, path
                sent = ines.sends(path, **hidden_in(page))
                assert sent.status_code < 500, path
                asked = ines.sends(path, **hidden_in(page), check="classes")
                assert isinstance(asked.json(), list), path


def named(path: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", path))


def at(path: str, ids: dict[str, Any]) -> str:
    unknown = {"document": "identity", "year": "2026"}
    return "/forms" + path.format(**{one: uuid4() for one in named(path)} | unknown | ids)
