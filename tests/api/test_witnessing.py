"""Health days, prevention actions, trainings and bodies over HTTP: told, told again, withdrawn."""

from typing import Any
from uuid import uuid4

import pytest

from tests.api.conftest import As
from tests.api.people import People
from tests.api.test_activities import MORNING, a_session

DAY: dict[str, Any] = {
    "people": 120,
    "other_partners": ["Comité du sport adapté"],
    "stands": [{"theme": "nutrition", "kept_by": "Diététiciennes du Plateau"}],
    "by_theme": {"nutrition": 60, "dental": 34},
    "tests": {"hiv": 12},
    "orientations": {"medical_appointment": 9},
}
TRAINING = {
    "subject": "Non-recours",
    "form": "e_learning",
    "participants": {"nurse": 8},
    "minutes": 90,
}
BODY = {"name": "Conseil local de santé", "level": "inter_associative", "subject": "Mobilité"}
ACTION = {"theme": "addiction", "people": 14}
KINDS: dict[str, tuple[str, str, dict[str, Any], dict[str, Any]]] = {
    "health-days": ("day", "health_day", DAY, {"people": 131}),
    "preventions": ("action", "prevention", ACTION, {"people": 15}),
    "trainings": ("training", "training", TRAINING, {"minutes": 180}),
    "bodies": ("body", "body", BODY, {"level": "regional"}),
}


def told_as(said: str, what: dict[str, Any], happening: dict[str, Any] = MORNING) -> dict[str, Any]:
    return {"happening": happening, said: what}


@pytest.mark.parametrize("path", KINDS)
def test_an_activity_is_told_told_again_and_withdrawn(as_: As, path: str) -> None:
    said, shown, first, then = KINDS[path]
    ines = as_("ines")
    door = f"/activities/{path}"
    activity = ines.recorded(door, **told_as(said, first))
    told = ines.reads(f"/activities/{activity}").json()
    assert told[shown].items() >= first.items()
    elsewhere = MORNING | {"place": "Salle de Saint-Éloy"}
    corrected: dict[str, Any] = {"happening": elsewhere, said: first | then}
    ines.recorded(f"{door}/{activity}/correction", **corrected)
    told = ines.reads(f"/activities/{activity}").json()
    assert told[shown].items() >= then.items()
    assert told["happening"]["place"] == "Salle de Saint-Éloy"
    ines.recorded(f"/activities/{activity}/withdrawal")
    assert ines.reads(f"/activities/{activity}").json()["code"] == "activity-unknown"
    assert ines.refused(f"{door}/{activity}/correction", **corrected) == (404, "activity-unknown")
    assert ines.refused(f"/activities/{activity}/withdrawal") == (404, "activity-unknown")


@pytest.mark.parametrize("path", KINDS)
def test_it_is_its_organisations_alone(as_: As, path: str) -> None:
    said, _, first, _ = KINDS[path]
    activity = as_("ines").recorded(f"/activities/{path}", **told_as(said, first))
    again: dict[str, Any] = {"happening": MORNING, said: first}
    for stranger in (as_("paul"), as_("claire")):
        for door in (f"{path}/{activity}/correction", f"{path}/{uuid4()}/correction"):
            assert stranger.refused(f"/activities/{door}", **again) == (404, "activity-unknown")
        refused = stranger.refused(f"/activities/{activity}/withdrawal")
        assert refused == (404, "activity-unknown")
    assert as_("claire").refused(f"/activities/{path}", **again) == (403, "not-yours-to-hold")


@pytest.mark.parametrize("path", KINDS)
def test_each_is_told_again_as_what_it_is(as_: As, path: str, people: People) -> None:
    said, _, first, _ = KINDS[path]
    ines = as_("ines")
    session = ines.recorded("/activities/outreach-sessions", **a_session())
    door = f"/activities/{path}/{session}/correction"
    assert ines.refused(door, **told_as(said, first)) == (404, "activity-unknown")
    activity = ines.recorded(f"/activities/{path}", **told_as(said, first))
    door = f"/activities/{path}/{activity}/correction"
    backwards = MORNING | {"ends_at": "2026-03-04T08:00:00Z"}
    refused = ines.refused(door, **told_as(said, first, backwards))
    assert refused == (409, "activity-dates-reversed")
    stranger = MORNING | {"team": [str(people["paul"].id)]}
    refused = ines.refused(door, **told_as(said, first, stranger))
    assert refused == (404, "member-unknown")


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        ("health-days", {"people": -1}),
        ("health-days", {"people": 1.5}),
        ("health-days", {"by_theme": {"nothing": 1}}),
        ("health-days", {"tests": {"hiv": "positive"}}),
        ("health-days", {"stands": [{"theme": "nutrition", "kept_by": "\u0000"}]}),
        ("health-days", {"results": {"hiv": 1}}),
        ("preventions", {"theme": "magic"}),
        ("trainings", {"participants": {"nurse": -1}}),
        ("trainings", {"minutes": 0}),
        ("bodies", {"level": "galactic"}),
        ("bodies", {"name": " "}),
    ],
    ids=str,
)
def test_what_cannot_be_is_unreadable(as_: As, path: str, wrong: dict[str, Any]) -> None:
    said, _, first, _ = KINDS[path]
    refused = as_("ines").refused(f"/activities/{path}", **told_as(said, first | wrong))
    assert refused == (422, "unreadable")


def test_nobody_is_counted_twice_under_a_heading(as_: As) -> None:
    ines = as_("ines")
    twice = DAY | {"tests": {"hiv": 121}}
    door = "/activities/health-days"
    assert ines.refused(door, happening=MORNING, day=twice) == (409, "more-counted-than-came")
    day = ines.recorded(door, happening=MORNING, day=DAY)
    refused = ines.refused(f"{door}/{day}/correction", happening=MORNING, day=twice)
    assert refused == (409, "more-counted-than-came")
