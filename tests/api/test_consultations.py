"""Consultations of health centres over HTTP."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.api.conftest import As
from tests.api.people import RELAIS, People
from tests.api.speaking import Speaker

TODAY = datetime.now(UTC).date() - timedelta(days=1)  # whatever the hour, it has begun everywhere
YEAR = TODAY.year


@pytest.fixture
def centre(as_: As) -> str:
    """A health centre of the Relais."""
    asked: dict[str, Any] = {
        "organisation_id": str(RELAIS),
        "kind": "health_centre",
        "name": "Centre inventé",
    }
    return as_("claire").recorded("/facilities", **asked)


@pytest.fixture
def seen_by_maud(people: People) -> dict[str, Any]:
    return {"professional_id": str(people["maud"].id), "reason": "pregnancy", "is_new": True}


def tells(speaker: Speaker) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = speaker.reads(f"/consultations/{YEAR}").json()
    return told


def test_nameless_ones_are_counted_and_corrected(
    as_: As, centre: str, seen_by_maud: dict[str, Any]
) -> None:
    ines, door = as_("ines"), f"/facilities/{centre}/consultations"
    counted: dict[str, Any] = {"on": f"{TODAY}", "consultation": seen_by_maud, "count": 12}
    entry = ines.recorded(door, counted=counted)
    ines.recorded(door, counted=counted | {"consultation": seen_by_maud | {"is_new": False}})
    [year] = tells(ines)
    assert (year["name"], year["total"], year["new"]) == ("Centre inventé", 24, 12)
    assert year["by_reason"] == {"pregnancy": 24}
    assert len(ines.reads(door, day=f"{TODAY}").json()) == 2
    ines.recorded(f"{door}/{YEAR}/{entry}/withdrawal")
    assert [one["total"] for one in tells(ines)] == [12]
    unknown = (404, "consultation-count-unknown")
    assert ines.refused(f"{door}/{YEAR}/{entry}/withdrawal") == unknown


def test_one_on_a_pathway_is_counted_once_and_goes_with_it(
    as_: As, centre: str, seen_by_maud: dict[str, Any]
) -> None:
    maud = as_("ines")
    told = f"{maud.pathway()}/consultations"
    asked: dict[str, Any] = {"facility_id": centre, "on": f"{TODAY}", "consultation": seen_by_maud}
    sent: dict[str, Any] = {
        "json": asked,
        "headers": maud.headers | {"Idempotency-Key": f"{uuid4()}"},
    }
    first, again = (maud.client.post(f"/v1{told}", **sent) for _ in range(2))
    assert first.json() == again.json()
    consultation = first.json()["id"]
    assert [one["id"] for one in maud.reads(told).json()] == [consultation]
    assert [one["total"] for one in tells(maud)] == [1]
    assert maud.reads(f"/facilities/{centre}/consultations", day=f"{TODAY}").json() == []
    maud.recorded(f"{told}/{consultation}/withdrawal")
    assert tells(maud) == []
    assert maud.refused(f"{told}/{consultation}/withdrawal") == (404, "consultation-unknown")


def test_a_facility_counts_its_own(as_: As, centre: str, seen_by_maud: dict[str, Any]) -> None:
    lise, door = as_("lise"), f"/facilities/{centre}/consultations"
    counted: dict[str, Any] = {"on": f"{TODAY}", "consultation": seen_by_maud}
    assert lise.refused(door, counted=counted) == (403, "facility-not-yours")
    assert lise.reads(door, day=f"{TODAY}").status_code == 403
    assert as_("ines").recorded(door, counted=counted)
    assert tells(lise) == []
    nowhere = f"/facilities/{uuid4()}/consultations"
    assert lise.refused(nowhere, counted=counted) == (404, "facility-unknown")


def test_what_cannot_be_is_refused(
    as_: As, people: People, centre: str, seen_by_maud: dict[str, Any]
) -> None:
    ines, door = as_("ines"), f"/facilities/{centre}/consultations"
    to_come: dict[str, Any] = {"on": f"{TODAY + timedelta(days=3)}", "consultation": seen_by_maud}
    assert ines.refused(door, counted=to_come) == (409, "consultations-to-come")
    stranger = seen_by_maud | {"professional_id": str(people["paul"].id)}
    counted: dict[str, Any] = {"on": f"{TODAY}", "consultation": stranger}
    assert ines.refused(door, counted=counted) == (404, "member-unknown")
    for wrong in ({"count": 0}, {"count": 201}, {"count": 1.5}, {"on": "yesterday"}):
        asked = {"on": f"{TODAY}", "consultation": seen_by_maud} | wrong
        assert ines.refused(door, counted=asked)[0] == 422
    unknown = seen_by_maud | {"reason": "curiosity"}
    assert ines.refused(door, counted={"on": f"{TODAY}", "consultation": unknown})[0] == 422
    told = f"{ines.pathway()}/consultations"
    asked = {"facility_id": centre} | to_come
    assert ines.refused(told, **asked) == (409, "consultations-to-come")
    assert ines.reads(told).json() == []
    assert tells(ines) == []
    assert ines.reads("/consultations/1").status_code == 422


def test_whoever_may_not_know_of_health_learns_nothing(
    as_: As, people: People, centre: str, seen_by_maud: dict[str, Any]
) -> None:
    ines, paul = as_("ines"), as_("paul")
    awa = ines.pathway()
    ines.invites_to_care(awa, people.ccas)
    paul.recorded(f"{awa}/circle/acceptance")
    before = paul.reads(f"{awa}/timeline").content
    suffering = seen_by_maud | {"reason": "suffering"}
    asked: dict[str, Any] = {"facility_id": centre, "on": f"{TODAY}", "consultation": suffering}
    ines.recorded(f"{awa}/consultations", **asked)
    assert paul.reads(f"{awa}/timeline").content == before
    assert paul.reads(f"{awa}/consultations").json() == []
