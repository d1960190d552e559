"""Places in facilities, over HTTP: asked for, offered, begun, extended, ended."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from domain.dates import plus_months
from domain.wall_time import zone_named
from tests.api.conftest import As, Place
from tests.api.people import RELAIS, People
from tests.api.speaking import Speaker

TODAY = datetime.now(UTC).astimezone(zone_named("Europe/Paris")).date()
KIND = "parent_and_child"


def day(number: int) -> str:
    """So many days from today."""
    return (TODAY + timedelta(days=number)).isoformat()


@pytest.fixture
def centre(as_: As, people: People) -> str:
    """A maternal centre of the CCAS, with one place."""
    claire = as_("claire")
    asked = {"organisation_id": str(people.ccas), "kind": "maternal_centre"}
    facility = claire.recorded("/facilities", name="Centre des Glycines", **asked)
    as_("paul").recorded(
        f"/facilities/{facility}/capacities", kind=KIND, places=1, starts=day(-900)
    )
    return facility


def asking(centre: str, starts: int = 0, until: int = 30, **said: Any) -> dict[str, Any]:
    days = {"starts": day(starts), "until": day(until)}
    return {"ask": {"facility_id": centre, "kind": KIND, "days": days, **said}}


def consenting(speaker: Speaker, people: People, called: str = "Awa") -> str:
    """A pathway whose person agrees that the facility's organisation knows."""
    pathway = speaker.pathway(called)
    speaker.consents(pathway, people.ccas, "social", "protection")
    return pathway


def accepted(ines: Speaker, paul: Speaker, awa: str, centre: str, **said: Any) -> str:
    """A stay for which a place was asked, offered and accepted; its path."""
    stay = f"{awa}/stays/{ines.recorded(f'{awa}/stays', **asking(centre, **said))}"
    paul.recorded(f"{stay}/offer")
    ines.recorded(f"{stay}/acceptance")
    return stay


def test_a_place_is_asked_for_offered_accepted_begun_extended_and_left(
    as_: As, people: People, centre: str
) -> None:
    ines, paul = as_("ines"), as_("paul")
    awa = consenting(ines, people)
    stay = accepted(ines, paul, awa, centre, starts=-40, until=20)
    paul.recorded(f"{stay}/start", on=day(-38))
    paul.recorded(f"{stay}/extension", until=day(60))
    assert paul.refused(f"{stay}/extension", until=day(60)) == (409, "stay-not-longer")
    paul.recorded(f"{stay}/end", on=day(-1), destination="own_housing")
    shown = ines.reads(stay)
    assert shown.headers["etag"]
    told = {"state": "ended", "starts": day(-38), "until": day(-1), "destination": "own_housing"}
    assert shown.json() | told == shown.json()
    full = paul.reads(f"/facilities/{centre}/occupancy", **{"from": day(-40), "until": day(1)})
    occupied = [one["day"] for one in full.json()["days"] if one["occupied"]]
    assert (occupied[0], occupied[-1], len(occupied)) == (day(-38), day(-2), 37)
    [taken] = full.json()["taken"]
    assert (taken["stay_id"], taken["state"]) == (stay.rpartition("/")[2], "ended")


def test_the_last_place_is_had_once_and_is_free_again_once_declined(
    as_: As, people: People, centre: str
) -> None:
    ines = as_("ines")
    awa, mina = consenting(ines, people), consenting(ines, people, "Mina")
    stay = f"{awa}/stays/{ines.recorded(f'{awa}/stays', **asking(centre))}"
    assert ines.refused(f"{mina}/stays", **asking(centre)) == (409, "no-place-left")
    assert ines.refused(f"{mina}/stays", **asking(centre, 29, 31)) == (409, "no-place-left")
    ines.recorded(f"{mina}/stays", **asking(centre, 30, 40))
    said_no = {"declined_by": "person", "reason": "too_far"}
    ines.recorded(f"{stay}/refusal", **said_no)
    assert ines.refused(f"{stay}/offer") == (403, "stay-not-yours")
    ines.recorded(f"{mina}/stays", **asking(centre))
    [shown] = ines.reads(f"{awa}/stays").json()
    assert (shown["state"], shown["reason"]) == ("declined", "too_far")


def test_the_facility_needs_a_ground_to_know(as_: As, people: People, centre: str) -> None:
    ines, paul = as_("ines"), as_("paul")
    awa = ines.pathway()
    ines.consents(awa, people.ccas, "social")
    asked = asking(centre)
    assert ines.refused(f"{awa}/stays", **asked) == (409, "consent-missing-protection")
    assert paul.reads(awa).status_code == 404
    places = paul.reads(f"/facilities/{centre}/occupancy", **{"from": day(0), "until": day(9)})
    assert places.json()["taken"] == []  # nothing is kept for what is refused
    assert ines.recorded(f"{awa}/stays", **asking(centre, openly=True))
    assert paul.reads(f"{awa}/stays").json()[0]["data_class"] == "social"


def test_a_stay_is_seen_by_who_has_a_ground_and_by_nobody_else(
    as_: As, people: People, centre: str, place: Place
) -> None:
    ines, paul, lise = as_("ines"), as_("paul"), as_("lise")
    awa = consenting(ines, people)
    ines.recorded(f"{awa}/circle/invitations", organisation_id=str(people.hospital))
    lise.recorded(f"{awa}/circle/acceptance")
    ines.consents(awa, people.hospital, "social", "health")
    place.project()
    before = [
        lise.reads(f"{awa}{path}").json() for path in ("", "/timeline", "/circle", "/access")
    ] + [lise.reads("/caseload").json()]
    stay = ines.recorded(f"{awa}/stays", **asking(centre))
    place.project()
    after = [
        lise.reads(f"{awa}{path}").json() for path in ("", "/timeline", "/circle", "/access")
    ] + [lise.reads("/caseload").json()]
    assert before == after
    assert lise.reads(f"{awa}/stays").json() == []
    assert lise.reads(f"{awa}/stays/{stay}").status_code == 404
    ends = {"declined_by": "requester", "reason": "other"}
    assert lise.refused(f"{awa}/stays/{stay}/refusal", **ends) == (404, "stay-unknown")
    assert lise.refused(f"{awa}/stays/{stay}/withdrawal") == (404, "stay-unknown")
    assert [one["id"] for one in paul.reads(f"{awa}/stays").json()] == [stay]


def test_a_question_about_capacity_names_nobody_and_tells_of_no_stay(
    as_: As, people: People, centre: str
) -> None:
    ines, paul, lise = as_("ines"), as_("paul"), as_("lise")
    asked = {"from": day(0), "until": day(30)}
    capacities, free = f"/facilities/{centre}/capacities", f"/facilities/{centre}/availability"
    paul.recorded(capacities, kind=KIND, places=9, starts=day(0))
    assert lise.reads(free, **asked).json() == [{"kind": KIND, "places": "several"}]
    awa = consenting(ines, people)
    accepted(ines, paul, awa, centre)
    assert lise.reads(free, **asked).json() == [{"kind": KIND, "places": "several"}]
    paul.recorded(capacities, kind=KIND, places=1, starts=day(0))
    assert lise.reads(free, **asked).json() == [{"kind": KIND, "places": "none"}]
    assert lise.reads(free).json() == [{"kind": KIND, "places": "none"}]
    assert paul.refused(capacities, kind=KIND, places=0, starts=day(0)) == (
        409,
        "capacity-below-taken",
    )
    refused = lise.reads(f"/facilities/{centre}/occupancy", **asked)
    assert (refused.status_code, refused.json()["code"]) == (403, "facility-not-yours")


def test_a_stay_in_a_maternal_centre_ends_at_the_third_birthday(
    as_: As, people: People, centre: str
) -> None:
    ines, paul = as_("ines"), as_("paul")
    awa = consenting(ines, people)
    third = TODAY + timedelta(days=20)
    born = plus_months(third, -36)
    child = {"called": "Noé", "born": {"year": born.year, "month": born.month, "day": born.day}}
    ines.recorded(f"{awa}/household/children", child=child)
    assert ines.refused(f"{awa}/stays", **asking(centre, 0, 21)) == (409, "stay-past-birthday")
    stay = accepted(ines, paul, awa, centre, until=20)
    paul.recorded(f"{stay}/start", on=day(0))
    # the children are told to whom may know of them: the centre does so by the person's consent
    assert paul.refused(f"{stay}/extension", until=day(21)) == (409, "stay-past-birthday")


def test_a_stay_is_agreed_for_six_months_at_once(as_: As, people: People, centre: str) -> None:
    ines = as_("ines")
    awa = consenting(ines, people)
    assert ines.refused(f"{awa}/stays", **asking(centre, 0, 200)) == (409, "stay-too-long")


def test_a_stay_written_in_the_wrong_file_frees_its_place(
    as_: As, people: People, centre: str, place: Place
) -> None:
    ines = as_("ines")
    awa, mina = consenting(ines, people), consenting(ines, people, "Mina")
    stay = f"{awa}/stays/{ines.recorded(f'{awa}/stays', **asking(centre))}"
    ines.recorded(f"{stay}/withdrawal")
    assert ines.reads(f"{awa}/stays").json() == []
    wrong = ines.recorded(f"{awa}/stays", **asking(centre))
    answer = ines.says(f"{awa}/entries/{wrong}/wrong-file")
    assert answer.is_success, answer.text
    place.match()
    ines.recorded(f"{mina}/stays", **asking(centre))


def test_one_asked_for_twice_under_a_key_is_asked_for_once(
    as_: As, people: People, centre: str
) -> None:
    ines = as_("ines")
    awa = consenting(ines, people)
    ines.headers["Idempotency-Key"] = "place-1"
    first = ines.recorded(f"{awa}/stays", **asking(centre))
    assert ines.recorded(f"{awa}/stays", **asking(centre)) == first
    assert len(ines.reads(f"{awa}/stays").json()) == 1


def test_an_organisation_may_ask_itself(as_: As) -> None:
    claire, ines = as_("claire"), as_("ines")
    asked = {"organisation_id": str(RELAIS), "kind": "social_shelter", "name": "Le Refuge"}
    shelter = claire.recorded("/facilities", **asked)
    kind = {"kind": KIND, "starts": day(-1)}
    ines.recorded(f"/facilities/{shelter}/capacities", places=1, **kind)
    awa = ines.pathway()
    stay = accepted(ines, ines, awa, shelter)
    ines.recorded(f"{stay}/start", on=day(0))
    assert [one["name"] for one in ines.reads("/facilities").json()] == ["Le Refuge"]


def test_what_is_said_badly_of_facilities_is_refused(as_: As, people: People, centre: str) -> None:
    claire, ines, paul = as_("claire"), as_("ines"), as_("paul")
    ours = {"organisation_id": str(people.ccas), "kind": "maternal_centre", "name": "Autre"}
    assert ines.refused("/facilities", **ours) == (403, "not-yours-to-administer")
    nobody = ours | {"organisation_id": str(uuid4())}
    assert claire.refused("/facilities", **nobody) == (404, "organisation-unknown")
    for wrong in ({"kind": "castle"}, {"name": ""}, {"time_zone": "Mars/Olympus"}):
        assert claire.refused("/facilities", **ours | wrong)[0] == 422
    capacities = f"/facilities/{centre}/capacities"
    said: dict[str, Any] = {"kind": KIND, "places": 3, "starts": day(0)}
    assert ines.refused(capacities, **said) == (403, "facility-not-yours")
    unknown = f"/facilities/{uuid4()}/capacities"
    assert paul.refused(unknown, **said) == (404, "facility-unknown")
    assert paul.refused(capacities, **said, until=day(0)) == (409, "capacity-dates-reversed")
    badly: list[dict[str, Any]] = [{"places": -1}, {"places": 1.5}, {"starts": 3}, {"kind": "no"}]
    for each in badly:
        assert paul.refused(capacities, **said | each)[0] == 422
    for asked in ({"from": "now"}, {"from": day(0), "until": "3"}, {"until": "2026-02-30"}):
        assert paul.reads(f"/facilities/{centre}/availability", **asked).status_code == 422
    backwards = {"from": day(2), "until": day(2)}
    for path in ("availability", "occupancy"):
        answer = paul.reads(f"/facilities/{centre}/{path}", **backwards)
        assert (answer.status_code, answer.json()["code"]) == (409, "period-too-long")
        answer = paul.reads(f"/facilities/{uuid4()}/{path}", **{"from": day(0), "until": day(2)})
        assert (answer.status_code, answer.json()["code"]) == (404, "facility-unknown")


def test_what_is_said_badly_of_stays_is_refused(as_: As, people: People, centre: str) -> None:
    ines, paul = as_("ines"), as_("paul")
    awa = consenting(ines, people)
    stays = f"{awa}/stays"
    assert ines.refused(stays, **asking(str(uuid4()))) == (404, "facility-unknown")
    for backwards in ((3, 3), (3, 2)):
        assert ines.refused(stays, **asking(centre, *backwards))[0] == 422
    badly: list[dict[str, Any]] = [
        {"kind": "no"},
        {"days": {}},
        {"facility_id": "x"},
        {"openly": 3},
    ]
    for wrong in badly:
        assert ines.refused(stays, ask=asking(centre)["ask"] | wrong)[0] == 422
    stay = f"{stays}/{ines.recorded(stays, **asking(centre))}"
    assert paul.refused(f"{stay}/start", on=day(0)) == (409, "stay-not-at-this-step")
    assert paul.refused(f"{stay}/acceptance") == (409, "stay-not-at-this-step")
    lost = {"declined_by": "person", "reason": "place_lost"}
    assert ines.refused(f"{stay}/refusal", **lost) == (409, "reason-not-theirs")
    theirs = {"declined_by": "facility", "reason": "place_lost"}
    assert ines.refused(f"{stay}/refusal", **theirs) == (403, "stay-not-yours")
    assert paul.refused(f"{stay}/refusal", declined_by="nobody", reason="other")[0] == 422
    assert paul.refused(f"{stays}/{uuid4()}/offer") == (404, "stay-unknown")
    paul.recorded(f"{stay}/offer")
    paul.recorded(f"{stay}/acceptance")
    assert paul.refused(f"{stay}/start", on=day(2)) == (409, "stay-not-yet")
    assert paul.refused(f"{stay}/start", on=day(-1)) == (409, "stay-outside-its-place")
    assert paul.refused(f"{stay}/start", on="soon")[0] == 422
    paul.recorded(f"{stay}/start", on=day(0))
    assert paul.refused(f"{stay}/end", on=day(2), destination="street") == (409, "stay-not-yet")
    assert paul.refused(f"{stay}/end", on=day(0), destination="nowhere")[0] == 422
