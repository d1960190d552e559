from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from tests.api.conftest import As, Place
from tests.api.people import RELAIS, People
from tests.api.speaking import Speaker
from tests.api.test_appointments import MEETING
from tests.api.test_people import IDENTITY

TOMORROW = (datetime.now(UTC) + timedelta(days=1)).date()
NOON = {"wall": f"{TOMORROW}T12:00:00", "zone": "Europe/Paris"}


def entries(speaker: Speaker, path: str, **asked: object) -> list[dict[str, object]]:
    answer = speaker.reads(path, **asked)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, object]] = answer.json()["entries"]
    return found


def pages(speaker: Speaker, path: str, **asked: object) -> Iterator[list[dict[str, object]]]:
    page = speaker.reads(path, **asked).json()
    yield page["entries"]
    while page["next"]:
        page = speaker.reads(path, cursor=page["next"], **asked).json()
        yield page["entries"]


def test_the_caseload_says_what_is_due_next(place: Place, as_: As) -> None:
    ines = as_("ines")
    quiet, awa = ines.pathway("Nadia"), ines.pathway()
    ines.recorded(f"{awa}/appointments", meeting=MEETING, when=NOON)
    place.project()
    found = entries(ines, "/caseload")
    assert [f"/pathways/{entry['pathway_id']}" for entry in found] == [awa, quiet]
    assert found[0]["due_kind"] == "appointment"
    assert found[0]["person"] == {
        "called": "Awa",
        "given_names": None,
        "family_name": None,
        "in_latin": None,
    }
    assert entries(as_("paul"), "/caseload") == []


def test_a_caseload_is_read_page_by_page(place: Place, as_: As, people: People) -> None:
    ines = as_("ines")
    paths = {ines.pathway(f"Personne {letter}") for letter in "ABC"}
    place.project()
    read = list(pages(ines, "/caseload", limit=2, referent_id=str(people["ines"].id)))
    assert [len(page) for page in read] == [2, 1]
    assert {f"/pathways/{entry['pathway_id']}" for page in read for entry in page} == paths


def test_a_list_waits_for_what_was_just_written(place: Place, as_: As) -> None:
    ines = as_("ines")
    written = ines.says("/pathways", called="Awa", met_at="office")
    position = written.headers["cordee-position"]
    behind = ines.reads("/caseload", min_position=position)
    assert (behind.status_code, behind.json()["code"]) == (503, "view-behind")
    assert behind.headers["retry-after"] == "1"
    place.project()
    assert len(entries(ines, "/caseload", min_position=position)) == 1


@pytest.mark.parametrize("path", ["/caseload", "/referrals", "/agenda", "/organisations"])
def test_tokens_made_elsewhere_are_not_read(place: Place, as_: As, path: str) -> None:
    ines = as_("ines")
    for _ in range(2):
        ines.pathway()
    place.project()
    other = "/caseload" if path != "/caseload" else "/organisations"
    cursor = ines.reads(other, limit=1).json()["next"]
    assert cursor
    for wrong in ({"cursor": cursor}, {"cursor": "AAAA"}, {"min_position": cursor}):
        answer = ines.reads(path, **wrong)
        assert (answer.status_code, answer.json()["errors"][0]["fault"]) == (422, "not_ours")


def test_a_referral_is_in_both_boxes(place: Place, as_: As, people: People) -> None:
    ines, paul = as_("ines"), as_("paul")
    awa = ines.pathway()
    ask = {"service": "domiciliation", "target_id": str(people.ccas)}
    ines.consents(awa, people.ccas)
    referral = ines.recorded(f"{awa}/referrals", ask=ask)
    place.project()
    (sent,), (received,) = entries(ines, "/referrals", box="outbox"), entries(paul, "/referrals")
    assert sent["referral_id"] == received["referral_id"] == referral
    assert (sent["other_id"], received["other_id"]) == (str(people.ccas), str(RELAIS))
    assert received["service"] == "domiciliation"
    assert entries(paul, "/referrals", state="requested") == [received]
    assert entries(paul, "/referrals", state=["accepted", "on_hold"]) == []
    paul.recorded(f"{awa}/referrals/{referral}/acceptance")
    paul.recorded(f"{awa}/referrals/{referral}/completion")
    place.project()
    assert entries(paul, "/referrals") == []
    (ended,) = entries(paul, "/referrals", is_open="false")
    assert ended["state"] == "completed"


def test_the_agenda_goes_from_day_to_day(place: Place, as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ines.recorded(f"{awa}/appointments", meeting=MEETING, when=NOON)
    plan = {"due_on": str(TOMORROW), "purpose": "news", "mode": "phone"}
    ines.recorded(f"{awa}/follow-ups", plan=plan)
    place.project()
    assert [entry["kind"] for entry in entries(ines, "/agenda")] == ["follow_up", "appointment"]
    assert entries(ines, "/agenda", **{"from": "2020-01-01", "to": "2020-12-31"}) == []
    for days in (
        {"from": "2020-01-02", "to": "2020-01-01"},
        {"from": "2020-01-01", "to": "2030-01-01"},
    ):
        assert ines.reads("/agenda", **days).status_code == 422


def test_people_are_found_by_how_their_names_begin(place: Place, as_: As) -> None:
    ines, paul = as_("ines"), as_("paul")
    awa = ines.pathway()
    ines.recorded(f"{awa}/identity", identity=IDENTITY)
    place.project()
    for name in ("awa", "DIA", "dial awa"):
        found = ines.says("/searches", name=name)
        assert [f"/pathways/{one['pathway_id']}" for one in found.json()] == [awa]
    assert paul.says("/searches", name="awa").json() == []
    assert ines.says("/searches", name="zoé").json() == []
    assert ines.says("/searches", name="  ").status_code == 422


def test_the_directory_is_open_to_each_member(place: Place, as_: As, people: People) -> None:
    place.project()
    lise = as_("lise")
    assert [entry["name"] for entry in entries(lise, "/organisations")] == [
        "CCAS de Saint-Éloy",
        "PASS de Montluçon",
        "Relais Combrailles",
    ]
    (found,) = entries(lise, "/organisations", kind="social_service", named="saint eloy")
    assert found["organisation_id"] == str(people.ccas)
    members = lise.reads(f"/organisations/{people.ccas}/members").json()
    assert [member["name"] for member in members] == ["Paul Arnal", "Maud Serre"]
    assert lise.reads(f"/organisations/{people['lise'].id}/members").status_code == 404


def test_who_follows_nobody_has_no_list_of_people(as_: As) -> None:
    claire = as_("claire")
    for path in ("/caseload", "/referrals", "/invitations", "/agenda"):
        answer = claire.reads(path)
        assert (answer.status_code, answer.json()["code"]) == (403, "role-follows-nobody")


def test_a_caseload_answers_plain_questions(place: Place, as_: As) -> None:
    ines = as_("ines")
    due, asked, quiet = (ines.pathway(name) for name in ("Awa", "Nadia", "Binta"))
    plan = {"due_on": str(TOMORROW), "purpose": "news", "mode": "phone"}
    ines.recorded(f"{due}/follow-ups", plan=plan)
    ask = {"service": "food_aid", "outside_service": "Épicerie du Bourg"}
    ines.recorded(f"{asked}/referrals", ask=ask)
    place.project()

    def found(**query: str) -> list[str]:
        return [f"/pathways/{one['pathway_id']}" for one in entries(ines, "/caseload", **query)]

    assert found(due_by=str(TOMORROW)) == [due]
    assert found(with_referral="true") == [asked]
    assert found(right_ends_by="2100-01-01") == []
    assert set(found(order="contact")) == {due, asked, quiet}
    cursor = ines.reads("/caseload", limit=1, order="contact").json()["next"]
    assert ines.reads("/caseload", cursor=cursor).status_code == 422
