"""Why somebody sees or not: for the caller, and for an organisation when a coordinator asks."""

from itertools import product
from typing import Any

import pytest

from tests.api.auditing import enrolled
from tests.api.conftest import As
from tests.api.people import RELAIS, People
from tests.api.speaking import Speaker


@pytest.fixture
def dora(as_: As) -> Speaker:
    """She coordinates in the organisation that opens pathways here."""
    enrolled(as_("claire"), "dora", "coordinator")
    return as_("dora")


@pytest.fixture
def awa(as_: As, people: People) -> str:
    """Shared with the CCAS by a consent on what is social."""
    ines = as_("ines")
    awa = ines.pathway()
    ines.consents(awa, people.ccas, "social")
    ask = {"service": "food_aid", "target_id": str(people.ccas)}
    ines.recorded(f"{awa}/referrals", ask=ask)
    return awa


def grounds(told: Any) -> dict[str, tuple[str | None, str | None]]:
    return {one["data_class"]: (one["ground"], one["why_not"]) for one in told["classes"]}


def about(organisation_id: object, profession: str = "nurse") -> dict[str, str]:
    return {"organisation_id": str(organisation_id), "profession": profession}


def test_a_coordinator_asks_it_for_an_organisation_of_the_circle(
    dora: Speaker, awa: str, people: People
) -> None:
    told = dora.reads(f"{awa}/access", **about(people.ccas)).json()
    assert (told["organisation_id"], told["profession"]) == (str(people.ccas), "nurse")
    assert told["in_care_team"] is False
    by_class = grounds(told)
    assert by_class["social"] == ("consent", None)
    assert by_class["health"] == (None, "no_consent")
    assert by_class["mental_health"] == (None, "profession")
    own = dora.reads(f"{awa}/access", **about(RELAIS)).json()
    assert own["in_care_team"] is True
    assert grounds(own)["health"] == ("care_team", None)


def test_an_objection_is_the_first_reason(dora: Speaker, awa: str, as_: As, people: People) -> None:
    as_("ines").recorded(f"{awa}/sharing/objections", organisation_id=str(people.ccas))
    told = dora.reads(f"{awa}/access", **about(people.ccas)).json()
    assert set(grounds(told).values()) == {(None, "objection")}


def test_a_coordinator_sees_no_content_for_all_that(dora: Speaker, awa: str) -> None:
    assert dora.reads(awa).status_code == 404
    assert dora.reads(f"{awa}/access").status_code == 404


def test_what_a_coordinator_may_not_know_of_does_not_exist(
    dora: Speaker, awa: str, as_: As, people: People
) -> None:
    nowhere = "/pathways/11111111-1111-4111-8111-111111111111"
    enrolled(as_("claire"), "hugo", "coordinator", organisation_id=people.hospital)
    for somebody, pathway, organisation_id in (
        (dora, awa, people.hospital),  # in no circle of hers
        (as_("hugo"), awa, people.ccas),  # from outside the circle
        (dora, nowhere, RELAIS),
    ):
        answer = somebody.reads(f"{pathway}/access", **about(organisation_id))
        assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


def test_an_organisation_that_is_there_discreetly_is_not_told_of(
    dora: Speaker, as_: As, people: People
) -> None:
    lise, ines = as_("lise"), as_("ines")
    awa = ines.pathway()
    ines.invites_to_care(awa, people.hospital, data_class="health")
    lise.recorded(f"{awa}/circle/acceptance")
    assert lise.reads(awa).status_code == 200
    answer = dora.reads(f"{awa}/access", **about(people.hospital))
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


def test_nobody_else_asks_it_for_others(as_: As, awa: str, people: People) -> None:
    nowhere = "/pathways/11111111-1111-4111-8111-111111111111"
    for name, pathway in product(("ines", "claire", "lise"), (awa, nowhere)):
        answer = as_(name).reads(f"{pathway}/access", **about(people.ccas))
        assert (answer.status_code, answer.json()["code"]) == (403, "not-yours-to-explain")
