"""What awaits somebody's word in the console: possible duplicates, emergency accesses."""

import pytest

from tests.api.conftest import As, Place
from tests.api.console.browsing import FRENCH, said_on
from tests.api.console.conftest import Browsing
from tests.api.test_duplicates import both

QUEUES = ("/network/duplicates", "/network/emergency-accesses")


def test_possible_duplicates_are_listed_until_they_are_answered(
    browsing: Browsing, as_: As, place: Place
) -> None:
    first, _ = both(place, as_("paul"), as_("ines"))
    paul = browsing("paul", FRENCH)
    page = paul.opens(QUEUES[0])
    assert f'href="{first}"' in page.text
    assert "Awa" in said_on(page)
    assert "Awa" not in said_on(paul.opens(QUEUES[0], awaiting="false"))
    assert "Awa" not in said_on(browsing("ines").opens(QUEUES[0]))


@pytest.mark.usefixtures("coordinators")
def test_emergency_accesses_are_told_to_who_may_review_them(
    browsing: Browsing, as_: As, place: Place
) -> None:
    awa = as_("ines").pathway()
    as_("lise").recorded(f"{awa}/emergency-access", reason="unconscious", words="Malaise.")
    place.project()
    for name, opens in (("ines", True), ("cora", False)):
        page = browsing(name).opens(QUEUES[1])
        assert "Lise Faure, PASS de Montluçon" in said_on(page)
        assert "Unconscious." in said_on(page)
        assert (f'href="{awa}"' in page.text) == opens
    assert "There is none." in said_on(browsing("cora").opens(QUEUES[1], awaiting="false"))
    assert "There is none." in said_on(browsing("carl").opens(QUEUES[1]))


def test_whom_they_are_not_for_is_refused_and_shown_no_way(browsing: Browsing) -> None:
    claire = browsing("claire")
    for path in QUEUES:
        assert claire.opens(path).status_code == 403
        assert path not in claire.opens("/network").text


@pytest.mark.parametrize("asked", [{"awaiting": "perhaps"}, {"cursor": "x"}, {"fresh": "x"}])
@pytest.mark.parametrize("path", QUEUES)
def test_nonsense_is_a_sentence(browsing: Browsing, path: str, asked: dict[str, str]) -> None:
    refused = browsing("ines").opens(path, **asked)
    assert (refused.status_code, 'role="alert"' in refused.text) == (422, True)
