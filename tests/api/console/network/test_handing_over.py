"""A caseload passes from one member to another, in the console."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.api.conftest import As, Place
from tests.api.console.browsing import FRENCH, said_on
from tests.api.console.conftest import Browsing
from tests.api.people import People
from tests.api.speaking import Speaker

PAGE = "/network/hand-over"
NOBODY = "00000000-0000-4000-8000-000000000000"
TODAY = datetime.now(UTC).date()


@pytest.fixture
def led(as_: As, place: Place) -> list[str]:
    """The pathways of Awa and Binta, whom the mediator leads."""
    ines = as_("ines")
    pathways = [ines.pathway(called)[10:] for called in ("Awa", "Binta")]
    place.project()
    return pathways


@pytest.fixture
def filled(people: People) -> dict[str, Any]:
    """From the mediator to the nurse, of the same organisation."""
    return {
        "from_id": str(people["ines"].id),
        "to_id": str(people["maud"].id),
        "reason": "workload",
        "which": "all",
    }


@pytest.mark.usefixtures("led")
def test_one_page_asks_from_whom_to_whom_and_which(
    browsing: Browsing, filled: dict[str, Any]
) -> None:
    ines = browsing("ines", FRENCH)
    first = ines.opens(PAGE)
    assert ("Inès Moulin" in said_on(first), "Awa" in said_on(first)) == (True, False)
    page = said_on(ines.opens(PAGE, from_id=filled["from_id"]))
    for said in ("Awa", "Binta", "Maud Serre", "Charge de travail"):
        assert said in page


def test_all_of_them_pass_and_each_is_told(
    browsing: Browsing, place: Place, led: list[str], filled: dict[str, Any]
) -> None:
    ines = browsing("ines")
    asked = f"{PAGE}?from_id={filled['from_id']}"
    told = ines.fills_in(asked, **filled)
    assert told.url.path.startswith("/network/hand-overs/")
    assert "From Inès Moulin to Maud Serre" in said_on(told)
    assert said_on(told).count("Waiting") == len(led)
    place.match()
    again = said_on(ines.opens(told.url.path))
    assert ("Awa Handed over" in again, "Binta Handed over" in again) == (True, True)


def test_some_of_them_pass_and_a_second_press_does_it_once(
    browsing: Browsing, place: Place, led: list[str], filled: dict[str, Any], as_: As
) -> None:
    ines = browsing("ines")
    typed = filled | {"which": "some", "pathway_ids": led[0], "key": NOBODY}
    first, second = (ines.sends(PAGE, **typed) for _ in range(2))
    assert first.url.path == second.url.path
    assert ("Awa" in said_on(first), "Binta" in said_on(first)) == (True, False)
    place.match()
    (part,) = as_("ines").reads(f"/pathways/{led[1]}/circle").json()
    assert part["referent_id"] == filled["from_id"]


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ({"to_id": ""}, 422),
        ({"reason": "bored"}, 422),
        ({"which": "some"}, 422),
        ({"which": "some", "pathway_ids": "nonsense"}, 422),
        ({"which": "some", "pathway_ids": NOBODY}, 404),
        ({"to_id": NOBODY}, 404),
    ],
    ids=str,
)
@pytest.mark.usefixtures("led")
def test_what_is_refused_is_said_and_what_was_typed_is_kept(
    browsing: Browsing, filled: dict[str, Any], typed: dict[str, str], status: int
) -> None:
    refused = browsing("ines").sends(PAGE, **(filled | {"reason": "leaves"} | typed))
    assert (refused.status_code, 'role="alert"' in refused.text) == (status, True)
    assert ('value="leaves" selected' in refused.text) == ("reason" not in typed)


def test_nobody_s_caseload_is_said(browsing: Browsing, filled: dict[str, Any]) -> None:
    ines = browsing("ines")
    assert ines.sends(PAGE, **(filled | {"from_id": ""})).status_code == 422
    for giver in ("nonsense", NOBODY):
        assert ines.opens(PAGE, from_id=giver).status_code == 404
    assert ines.opens(f"/network/hand-overs/{NOBODY}").status_code == 404


@pytest.mark.usefixtures("led")
def test_a_role_that_follows_nobody_hands_nothing_over(
    browsing: Browsing, filled: dict[str, Any]
) -> None:
    claire = browsing("claire")
    answers = [
        claire.opens(PAGE),
        claire.opens(PAGE, from_id=filled["from_id"]),
        claire.sends(PAGE, **filled),
        claire.opens(f"/network/hand-overs/{NOBODY}"),
    ]
    assert {(one.status_code, "role-follows-nobody" in one.text) for one in answers} == {
        (403, True)
    }
    assert PAGE not in claire.opens("/network").text


def lent(ines: Speaker, filled: dict[str, Any]) -> str:
    days = {"first_day": f"{TODAY}", "last_day": f"{TODAY + timedelta(days=7)}"}
    return ines.recorded("/loans", from_id=filled["from_id"], to_id=filled["to_id"], **days)


def test_everybody_reads_who_stands_in_for_whom(
    browsing: Browsing, as_: As, filled: dict[str, Any]
) -> None:
    assert "Nobody stands in" in said_on(browsing("claire").opens("/network/loans"))
    lent(as_("ines"), filled)
    told = said_on(browsing("claire").opens("/network/loans"))
    assert "Maud Serre stands in for Inès Moulin." in told
    assert "Give it back" not in told
    assert "Nobody stands in" in said_on(browsing("paul").opens("/network/loans"))
