"""Activities over HTTP."""

from typing import Any

from tests.api.conftest import As
from tests.api.people import RELAIS, People

MORNING = {
    "place": "Salle des fêtes de Pionsat",
    "starts_at": "2026-03-04T09:00:00Z",
    "ends_at": "2026-03-04T12:00:00Z",
}


def a_session(**said: Any) -> dict[str, Any]:
    return {"kind": "food_distribution", "happening": MORNING | said}


def test_a_session_is_held_and_read(as_: As, people: People) -> None:
    ines = as_("ines")
    team = [str(people["ines"].id), str(people["maud"].id)]
    session = ines.recorded(
        "/activities/outreach-sessions",
        **a_session(team=team, partners=[str(people.ccas)], kilometres=38),
    )
    shown = ines.reads(f"/activities/{session}").json()
    assert (shown["kind"], shown["held_by"]) == ("outreach_session", str(RELAIS))
    assert shown["outreach"]["kind"] == "food_distribution"
    assert shown["happening"]["kilometres"] == 38
    assert sorted(shown["happening"]["team"]) == sorted(team)


def test_a_session_is_its_organisations_alone(as_: As) -> None:
    session = as_("ines").recorded("/activities/outreach-sessions", **a_session())
    for stranger in ("paul", "claire"):
        answer = as_(stranger).reads(f"/activities/{session}")
        assert (answer.status_code, answer.json()["code"]) == (404, "activity-unknown")


def test_what_cannot_be_is_refused(as_: As, people: People) -> None:
    ines = as_("ines")
    door = "/activities/outreach-sessions"
    backwards = a_session(ends_at="2026-03-04T08:00:00Z")
    assert ines.refused(door, **backwards) == (409, "activity-dates-reversed")
    stranger = a_session(team=[str(people["paul"].id)])
    assert ines.refused(door, **stranger) == (404, "member-unknown")
    nobody = a_session(partners=["99999999-0000-4000-8000-000000000009"])
    assert ines.refused(door, **nobody) == (404, "organisation-unknown")
    assert as_("claire").refused(door, **a_session()) == (403, "not-yours-to-hold")
