from uuid import uuid4

from tests.api.conftest import As
from tests.api.people import People
from tests.api.speaking import Speaker
from tests.api.test_appointments import MEETING, PAST
from tests.api.test_people import IDENTITY, POINT

TO = {"by": "person", "reason": "work", "when": PAST | {"wall": "2026-01-14T09:30:00"}}


def shared(ines: Speaker, people: People) -> str:
    """A pathway that Inès shares with the hospital, where Lise is a nurse."""
    awa = ines.pathway()
    ines.invites_to_care(awa, people.hospital)
    return awa


def as_bytes(headers: dict[str, str]) -> dict[bytes, bytes]:
    return {name.encode(): value.encode() for name, value in headers.items()}


def test_a_pathway_tells_where_it_stands(as_: As, people: People) -> None:
    ines, lise = as_("ines"), as_("lise")
    awa = shared(ines, people)
    ines.recorded(f"{awa}/interpreter-need", language="bm")
    shown = ines.reads(awa).json()
    assert (shown["called"], shown["interpreter"], shown["is_closed"]) == ("Awa", "bm", False)
    assert shown["invited"] == [str(people.hospital)]
    lise.recorded(f"{awa}/circle/acceptance")
    assert [one["organisation_id"] for one in lise.reads(f"{awa}/circle").json()] == [
        str(people["ines"].organisation_id),
        str(people.hospital),
    ]


def test_partners_read_the_same_timeline(as_: As, people: People) -> None:
    ines, lise = as_("ines"), as_("lise")
    awa = shared(ines, people)
    lise.recorded(f"{awa}/circle/acceptance")
    mine, theirs = (one.reads(f"{awa}/timeline").json() for one in (ines, lise))
    assert [entry["kind"] for entry in theirs] == [
        "pathway-opened",
        "person-informed",
        "organisation-invited",
        "organisation-joined",
    ]
    assert [entry["details"] for entry in mine] == [entry["details"] for entry in theirs]
    assert (mine[0]["ground"], theirs[0]["ground"]) == ("own_act", "care_team")


def test_a_pathway_is_read_as_it_was(as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    then = ines.reads(f"{awa}/timeline").json()[0]["recorded_at"]
    ines.recorded(f"{awa}/usual-name", called="Awa D.")
    assert ines.reads(awa).json()["called"] == "Awa D."
    assert ines.reads(awa, as_of=then).json()["called"] == "Awa"
    assert len(ines.reads(f"{awa}/timeline", as_of=then).json()) == 1
    assert ines.reads(awa, as_of="yesterday").status_code == 422


def test_what_may_not_be_known_answers_as_what_does_not_exist(as_: As, people: People) -> None:
    ines, paul = as_("ines"), as_("paul")
    awa = shared(ines, people)
    nowhere = f"/pathways/{uuid4()}"
    for path in ("", "/timeline", "/identity", "/rights", f"/appointments/{uuid4()}", "/notes"):
        hidden, missing = paul.reads(f"{awa}{path}"), paul.reads(f"{nowhere}{path}")
        assert hidden.status_code == missing.status_code == 404
        assert hidden.json() | {"correlation_id": ""} == missing.json() | {"correlation_id": ""}


def test_what_was_read_may_be_corrected(as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    assert ines.reads(f"{awa}/identity").status_code == 404
    ines.recorded(f"{awa}/identity", identity=IDENTITY)
    read = ines.reads(f"{awa}/identity")
    assert read.json()["family_name"] == "Diallo"
    again = {"identity": IDENTITY | {"family_name": "Dialo"}, "reason": "document_seen"}
    corrected = ines.says(f"{awa}/identity/correction", seen=read.headers["etag"], **again)
    assert corrected.status_code == 201
    assert corrected.headers["etag"] == ines.reads(f"{awa}/identity").headers["etag"]
    stale = ines.refused(f"{awa}/identity/correction", seen=read.headers["etag"], **again)
    assert stale == (412, "changed-since-seen")


def test_an_appointment_is_moved_by_who_saw_it(as_: As) -> None:
    ines = as_("ines")
    appointments = f"{ines.pathway()}/appointments"
    path = f"{appointments}/{ines.recorded(appointments, meeting=MEETING, when=PAST)}"
    seen = ines.reads(path).headers["etag"]
    ines.recorded(f"{path.rpartition('/appointments')[0]}/usual-name", called="Awa D.")
    moved = ines.says(f"{path}/move", seen=seen, to=TO)
    assert moved.status_code == 201, "something else changed, which is no reason to refuse"
    assert ines.refused(f"{path}/move", seen=seen, to=TO) == (412, "changed-since-seen")
    cancelled = {"cancelled_by": "service", "reason": "staff_absent"}
    ines.recorded(f"{path}/cancellation", seen=moved.headers["etag"], **cancelled)
    assert ines.reads(path).json()["attendance"] == "revoked"
    assert [one["id"] for one in ines.reads(appointments).json()] == [path.rpartition("/")[2]]


def test_a_move_repeated_under_its_key_gets_its_first_answer(as_: As) -> None:
    ines = as_("ines")
    appointments = f"{ines.pathway()}/appointments"
    path = f"{appointments}/{ines.recorded(appointments, meeting=MEETING, when=PAST)}"
    seen = ines.reads(path).headers["etag"]
    once = Speaker(ines.client, ines.headers | {"Idempotency-Key": "move"})
    first, again = (once.says(f"{path}/move", seen=seen, to=TO) for _ in range(2))
    assert (first.status_code, first.json()) == (again.status_code, again.json())
    assert first.headers["etag"] == again.headers["etag"]


def test_a_mark_of_something_else_is_stale(as_: As) -> None:
    ines = as_("ines")
    appointments = f"{ines.pathway()}/appointments"
    one, other = (
        f"{appointments}/{ines.recorded(appointments, meeting=MEETING, when=PAST)}"
        for _ in range(2)
    )
    for seen in (ines.reads(other).headers["etag"], '"made-up"', "W/" + "x" * 100, '"é"'):
        refused = ines.client.post(
            f"/v1{one}/move",
            json={"to": TO},
            headers={**as_bytes(ines.headers), b"If-Match": seen.encode()},
        )
        assert (refused.status_code, refused.json()["code"]) == (412, "changed-since-seen")


def test_a_hidden_change_moves_no_mark(as_: As, people: People) -> None:
    ines, lise = as_("ines"), as_("lise")
    awa = shared(ines, people)
    lise.recorded(f"{awa}/circle/acceptance")
    need = ines.recorded(f"{awa}/needs", kind="housing")
    ines.recorded(f"{awa}/identity", identity=IDENTITY)
    before = ines.reads(f"{awa}/identity").headers["etag"]
    hidden = lise.recorded(f"{awa}/notes", text="Une note de soin.", data_class="health")
    assert ines.reads(f"{awa}/identity").headers["etag"] == before
    assert hidden not in ines.reads(f"{awa}/timeline").text
    assert ines.reads(f"{awa}/notes").json() == []
    assert [note["id"] for note in lise.reads(f"{awa}/notes").json()] == [hidden]
    assert [one["id"] for one in lise.reads(f"{awa}/needs").json()] == [need]


def test_no_place_in_the_stream_is_shown(as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ines.recorded(f"{awa}/death")
    ines.recorded(f"{awa}/death/withdrawal")
    kinds = {entry["kind"]: entry["details"] for entry in ines.reads(f"{awa}/timeline").json()}
    assert kinds["death-reported-in-error"] == {}


def test_each_part_is_read(as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    point = ines.recorded(f"{awa}/contact-points", point=POINT)
    ines.recorded(f"{awa}/contact-points/{point}/warning")
    assert ines.reads(f"{awa}/contact-points").json() == [
        {
            "id": point,
            **POINT,
            "through": None,
            "safe": False,
            "holder_id": None,
            "reminders_in": "fr",
        }
    ]
    ines.recorded(f"{awa}/living-situation", housing="hosted", commune="63338")
    assert ines.reads(f"{awa}/living-situation").json() == {
        "housing": "hosted",
        "commune": "63338",
    }
    child = ines.recorded(f"{awa}/household/children", child={"called": "Moussa"})
    holders = f"{awa}/household/parental-authority"
    holder = ines.recorded(holders, child_id=child, holder="other_parent", name="Karim")
    household = ines.reads(f"{awa}/household").json()
    assert [one["called"] for one in household["children"]] == ["Moussa"]
    assert household["parental_authority"] == [
        {
            "id": holder,
            "child_id": child,
            "holder": "other_parent",
            "name": "Karim",
            "contact_forbidden": False,
        }
    ]


def test_words_are_read_as_they_were_said(as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    need = ines.recorded(f"{awa}/needs", kind="housing", words="Un toit.")
    ines.recorded(f"{awa}/needs/{need}/closing", outcome="met", words="J'ai les clés.")
    told = ines.reads(f"{awa}/needs").json()[0]
    assert (told["words"], told["outcome"], told["outcome_words"]) == (
        "Un toit.",
        "met",
        "J'ai les clés.",
    )
    obstacle = ines.recorded(f"{awa}/obstacles", kind="MOB", words="Pas de bus.")
    ines.recorded(f"{awa}/obstacles/{obstacle}/lifting", how="transport_found")
    lifted = ines.reads(f"{awa}/obstacles").json()[0]
    assert (lifted["words"], lifted["lifted"]) == ("Pas de bus.", "transport_found")
    goal = ines.recorded(f"{awa}/goals", words="Passer le permis.")
    ines.recorded(f"{awa}/goals/{goal}/abandonment", words="Plus tard.")
    assert ines.reads(f"{awa}/goals").json()[0]["reached"] is False
    note = ines.recorded(f"{awa}/notes", text="Chez une amie.")
    ines.recorded(f"{awa}/notes/{note}/correction", text="Chez sa sœur.")
    written = ines.reads(f"{awa}/notes").json()
    assert [(one["text"], one["corrected"]) for one in written] == [("Chez sa sœur.", True)]


def test_what_was_withdrawn_is_not_read(as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    child = ines.recorded(f"{awa}/household/children", child={"called": "Moussa"})
    need = ines.recorded(f"{awa}/needs", kind="housing")
    note = ines.recorded(f"{awa}/notes", text="Chez une amie.")
    for path in (f"household/children/{child}", f"needs/{need}", f"notes/{note}"):
        ines.recorded(f"{awa}/{path}/withdrawal")
    assert ines.reads(f"{awa}/household").json()["children"] == []
    assert ines.reads(f"{awa}/needs").json() == ines.reads(f"{awa}/notes").json() == []


def test_a_right_is_read_with_its_days_to_watch(as_: As) -> None:
    ines = as_("ines")
    rights = f"{ines.pathway()}/rights"
    held = {"scheme": "c2s", "starts_on": "2026-04-01", "ends_on": "2027-03-31"}
    path = f"{rights}/{ines.recorded(f'{rights}/declaration', **held)}"
    ines.recorded(f"{path}/documents/resources")
    shown = ines.reads(path)
    right = shown.json()
    assert (right["stage"], right["deadlines"]["end"]["on"]) == ("open", "2027-03-31")
    assert right["deadlines"]["renewal"]["closes"] == "2027-01-31"
    assert [paper["document"] for paper in right["papers"]] == ["resources"]
    assert ines.reads(rights).json() == [right]
    dates = {"period_starts_on": "2026-04-01", "starts_on": "2026-05-01", "ends_on": "2027-04-30"}
    ines.recorded(f"{path}/correction", seen=shown.headers["etag"], **dates)
    assert ines.reads(path).json()["periods"] == [
        {"starts_on": "2026-05-01", "ends_on": "2027-04-30"}
    ]


def test_referrals_and_follow_ups_are_read(as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ask = {"service": "food_aid", "outside_service": "Épicerie du Bourg"}
    path = f"{awa}/referrals/{ines.recorded(f'{awa}/referrals', ask=ask)}"
    shown = ines.reads(path)
    assert (shown.json()["state"], shown.json()["outside_service"]) == (
        "requested",
        "Épicerie du Bourg",
    )
    assert ines.reads(f"{awa}/referrals").json() == [shown.json()]
    accepted = ines.says(f"{path}/acceptance", seen=shown.headers["etag"])
    assert accepted.headers["etag"] == ines.reads(path).headers["etag"]
    plan = {"due_on": "2026-12-01", "purpose": "news", "mode": "phone"}
    ines.recorded(f"{awa}/follow-ups", plan=plan)
    assert [one["state"] for one in ines.reads(f"{awa}/follow-ups").json()] == ["planned"]
