"""Activities over HTTP."""

from typing import Any

from tests.api.conftest import As, Place
from tests.api.people import RELAIS, People
from tests.api.speaking import Speaker

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


def item(number: int, **said: Any) -> dict[str, Any]:
    return {"id": f"55555555-0000-4000-8000-{number:012}", **said}


def outcomes(ines: Speaker, session: str, *contacts: dict[str, Any]) -> list[dict[str, Any]]:
    answer = ines.says(f"/activities/{session}/contacts", contacts=contacts)
    assert answer.status_code == 200, answer.text
    told: list[dict[str, Any]] = answer.json()["contacts"]
    return told


def test_a_food_distribution_is_noted_in_one_request(as_: As) -> None:
    ines = as_("ines")
    session = ines.recorded("/activities/outreach-sessions", **a_session())
    awa = ines.pathway().rpartition("/")[2]
    hidden = as_("paul").pathway("Samir").rpartition("/")[2]
    nameless, known, new, unknown = outcomes(
        ines,
        session,
        item(1, word="otter"),
        item(2, pathway_id=awa, note={"text": "A reçu sa carte."}),
        item(3, called="Lina", need={"kind": "housing"}),
        item(4, pathway_id=hidden, note={"text": "Une note."}),
    )
    assert (nameless["pathway_id"], nameless["refused"]) == (None, None)
    assert known["pathway_id"] == awa
    assert unknown["refused"] == {
        "code": "not-found",
        "title": "There is nothing here that you may see.",
    }
    met = ines.reads(f"/activities/{session}").json()["outreach"]["met"]
    assert met == {"people": 3, "known": 1, "followed": 1, "nameless": 1}
    lina = ines.reads(f"/pathways/{new['pathway_id']}").json()
    assert (lina["called"], lina["met_at"]) == ("Lina", "food_distribution")
    assert lina["opened_at"] == MORNING["starts_at"]
    kinds = [fact["kind"] for fact in ines.reads(f"/pathways/{awa}/timeline").json()]
    assert kinds == ["pathway-opened", "met-during-activity", "note-added"]


def test_a_nameless_contact_becomes_a_pathway(as_: As) -> None:
    ines = as_("ines")
    session = ines.recorded("/activities/outreach-sessions", **a_session())
    (met,) = outcomes(ines, session, item(1, word="otter"))
    contact = f"/activities/{session}/contacts/{met['contact_id']}"
    awa = ines.recorded(f"{contact}/pathway", called="Awa")
    assert ines.refused(f"{contact}/pathway", called="Awa") == (409, "pathway-already-opened")
    assert ines.refused(f"{contact}/withdrawal") == (409, "contact-is-followed")
    (opened,) = ines.reads(f"/pathways/{awa}/timeline").json()
    assert opened["occurred_at"] == MORNING["starts_at"]
    assert opened["details"]["origin"]["activity_id"] == session
    assert ines.reads(f"/activities/{session}/contacts").json() == []


def test_a_contact_noted_by_mistake_is_withdrawn(as_: As) -> None:
    ines = as_("ines")
    session = ines.recorded("/activities/outreach-sessions", **a_session())
    awa = ines.pathway()
    one, known = outcomes(ines, session, item(1), item(2, pathway_id=awa.rpartition("/")[2]))
    ines.recorded(f"/activities/{session}/contacts/{one['contact_id']}/withdrawal")
    ines.recorded(f"{awa}/meetings/{known['contact_id']}/withdrawal")
    again = ines.refused(f"{awa}/meetings/{known['contact_id']}/withdrawal")
    assert again == (404, "meeting-unknown")
    assert ines.reads(f"/activities/{session}").json()["outreach"]["met"]["people"] == 0


def test_a_batch_is_bounded_and_says_what_goes_together(as_: As) -> None:
    ines = as_("ines")
    session = ines.recorded("/activities/outreach-sessions", **a_session())
    door = f"/activities/{session}/contacts"
    awa = ines.pathway().rpartition("/")[2]
    for wrong in (
        [],
        [item(number) for number in range(51)],
        [item(1), item(1)],
        [item(1, word="jean")],
        [item(1, note={"text": "Il boite."})],
        [item(1, called="Awa", pathway_id=awa)],
        [item(1, word="otter", called="Awa")],
    ):
        assert ines.refused(door, contacts=wrong) == (422, "unreadable")
    assert as_("paul").refused(door, contacts=[item(1)]) == (404, "activity-unknown")


def test_a_batch_sent_again_under_its_key_is_done_once(as_: As) -> None:
    ines = as_("ines")
    session = ines.recorded("/activities/outreach-sessions", **a_session())
    once = Speaker(ines.client, ines.headers | {"Idempotency-Key": "distribution"})
    contacts = [item(1, word="otter"), item(2, called="Awa")]
    first = outcomes(once, session, *contacts)
    assert outcomes(once, session, *contacts) == first
    door = f"/activities/{session}/contacts"
    assert once.refused(door, contacts=[item(3)]) == (409, "command-reused")
    assert ines.reads(f"/activities/{session}").json()["outreach"]["met"]["people"] == 2


def test_an_organisation_lists_its_own_activities_the_latest_first(as_: As, place: Place) -> None:
    ines, paul = as_("ines"), as_("paul")
    door = "/activities/outreach-sessions"
    days = [f"2026-03-0{day}T09:00:00Z" for day in (4, 6, 5)]
    first, last, middle = (
        ines.recorded(door, **a_session(starts_at=day, ends_at=None)) for day in days
    )
    theirs = paul.recorded(door, **a_session())
    withdrawn = ines.recorded(door, **a_session())
    ines.recorded(f"/activities/{withdrawn}/withdrawal")
    place.project()
    listed = ines.reads("/activities").json()["entries"]
    assert [one["activity_id"] for one in listed] == [last, middle, first]
    assert {one["place"] for one in listed} == {MORNING["place"]}
    page = ines.reads("/activities", limit=2).json()
    rest = ines.reads("/activities", limit=2, cursor=page["next"]).json()
    assert [one["activity_id"] for one in rest["entries"]] == [first]
    some = ines.reads("/activities", since=days[2], until=days[1], kind="outreach_session").json()
    assert [one["activity_id"] for one in some["entries"]] == [middle]
    assert ines.reads("/activities", kind="training").json()["entries"] == []
    (only,) = paul.reads("/activities").json()["entries"]
    assert only["activity_id"] == theirs
    answer = as_("claire").reads("/activities")
    assert (answer.status_code, answer.json()["code"]) == (403, "not-yours-to-hold")


def test_a_session_is_corrected_and_tallied_and_not_withdrawn_once_people_were_met(
    as_: As,
) -> None:
    ines = as_("ines")
    session = ines.recorded("/activities/outreach-sessions", **a_session(ends_at=None))
    door = f"/activities/{session}"
    tally = {"sexes": {"women": 3, "men": 2}, "needs": {"food": 5}}
    assert ines.refused(f"{door}/tally", tally=tally) == (409, "too-few-to-tell")
    outcomes(ines, session, *(item(number) for number in range(5)))
    ines.recorded(f"{door}/tally", tally=tally)
    more = {"sexes": {"women": 6}}
    assert ines.refused(f"{door}/tally", tally=more) == (409, "more-counted-than-came")
    again: dict[str, Any] = a_session(kilometres=42) | {"kind": "mobile_tour"}
    ines.recorded(f"/activities/outreach-sessions/{session}/correction", **again)
    shown = ines.reads(door).json()
    assert (shown["happening"]["kilometres"], shown["outreach"]["kind"]) == (42, "mobile_tour")
    assert shown["outreach"]["tally"] == tally | {"ages": {}}
    assert ines.refused(f"{door}/withdrawal") == (409, "people-were-met")
    training = ines.recorded(
        "/activities/trainings",
        happening=MORNING,
        training={
            "subject": "Aller vers",
            "form": "session",
            "participants": {"nurse": 8},
            "minutes": 60,
        },
    )
    not_there = (409, "not-an-outreach-session")
    assert ines.refused(f"/activities/{training}/contacts", contacts=[item(9)]) == not_there
    assert ines.refused(f"/activities/{training}/tally", tally=tally) == not_there
    wrong = ines.refused(f"/activities/outreach-sessions/{training}/correction", **again)
    assert wrong == not_there
