"""A caseload passes from one member to another: handed over in one act, or lent for some days."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from application.organisations.end_membership import EndMembership, end_membership
from tests.api.conftest import As, Place
from tests.api.people import RELAIS, People
from tests.api.speaking import Speaker
from tests.api.test_appointments import MEETING

TODAY = datetime.now(UTC).date()
NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def ines(as_: As) -> Speaker:
    return as_("ines")


@pytest.fixture
def ids(people: People) -> dict[str, Any]:
    """From the mediator to the nurse, of the same organisation."""
    return {"from_id": str(people["ines"].id), "to_id": str(people["maud"].id)}


def states(ines: Speaker, handover: str) -> dict[str, str]:
    read = ines.reads(f"/handovers/{handover}").json()
    return {f"/pathways/{one['pathway_id']}": one["state"] for one in read["pathways"]}


def referent(ines: Speaker, pathway: str) -> str:
    (part,) = ines.reads(f"{pathway}/circle").json()
    return str(part["referent_id"])


def test_a_whole_caseload_is_handed_over_in_one_act(
    place: Place, ines: Speaker, ids: dict[str, Any]
) -> None:
    awa, binta = ines.pathway("Awa"), ines.pathway("Binta")
    place.project()
    handover = ines.recorded("/handovers", **ids, reason="leaves")
    assert states(ines, handover) == {awa: "waiting", binta: "waiting"}
    place.match()
    assert states(ines, handover) == {awa: "handed_over", binta: "handed_over"}
    passed = ines.reads(f"/handovers/{handover}").json()["pathways"]
    assert sorted(one["person"]["called"] for one in passed) == ["Awa", "Binta"]
    assert referent(ines, awa) == ids["to_id"]
    entry = ines.reads(f"{awa}/timeline").json()[-1]
    assert (entry["kind"], entry["details"]["reason"]) == ("referent-designated", "leaves")
    assert ines.refused("/handovers", **ids, reason="leaves", pathway_ids=[awa[10:]]) == (
        409,
        "nothing-to-hand-over",
    )


def test_whom_the_person_keeps_out_is_given_nothing(
    place: Place, ines: Speaker, ids: dict[str, Any]
) -> None:
    awa, binta = ines.pathway("Awa"), ines.pathway("Binta")
    ines.recorded(f"{awa}/sharing/objections", member_id=ids["to_id"])
    named = [awa[10:], binta[10:]]
    handover = ines.recorded("/handovers", **ids, reason="workload", pathway_ids=named)
    place.match()
    assert states(ines, handover) == {awa: "left_behind", binta: "handed_over"}
    assert referent(ines, awa) == ids["from_id"]
    assert ines.refused(f"{awa}/referent", referent_id=ids["to_id"]) == (409, "objection-stands")


def test_where_somebody_else_leads_by_now_nothing_changes(
    place: Place, ines: Speaker, people: People, ids: dict[str, Any]
) -> None:
    awa = ines.pathway()
    named: dict[str, Any] = {"reason": "other", "pathway_ids": [awa[10:]]}
    handover = ines.recorded("/handovers", **ids, **named)
    ines.recorded(f"{awa}/referent", referent_id=str(people["claire"].id), reason="person_asked")
    place.match()
    assert states(ines, handover) == {awa: "left_behind"}


def test_a_handover_read_twice_changes_nothing_more(
    place: Place, ines: Speaker, ids: dict[str, Any]
) -> None:
    awa = ines.pathway()
    ines.recorded("/handovers", **ids, reason="leaves", pathway_ids=[awa[10:]])
    place.match()
    head = place.house.network.log.head()
    bookmark = place.matching.bookmark
    assert bookmark.move(read_from=bookmark.position(), read_to=0)  # as if it had been cut
    place.match()
    assert place.house.network.log.head() == head


def test_one_who_left_meanwhile_is_given_nothing(
    place: Place, ines: Speaker, people: People, ids: dict[str, Any]
) -> None:
    awa = ines.pathway()
    handover = ines.recorded("/handovers", **ids, reason="leaves", pathway_ids=[awa[10:]])
    ending = EndMembership(organisation_id=RELAIS, membership_id=people["maud"].id)
    end_membership(place.house.network, ending, people["claire"])
    place.match()
    assert states(ines, handover) == {awa: "left_behind"}
    again = ines.refused("/handovers", **ids, reason="leaves")
    assert again == (409, "already-left")


def lent(ines: Speaker, ids: dict[str, Any], days: int = 7) -> str:
    last = TODAY + timedelta(days=days)
    return ines.recorded("/loans", **ids, first_day=f"{TODAY}", last_day=f"{last}")


def names_lent(ines: Speaker, borrower: str) -> dict[str, str | None]:
    entries = ines.reads("/caseload", referent_id=borrower).json()["entries"]
    return {one["person"]["called"]: one["lent_by"] for one in entries}


def test_a_caseload_that_is_lent_is_shown_so_until_it_ends(
    place: Place, ines: Speaker, ids: dict[str, Any]
) -> None:
    awa, binta = ines.pathway("Awa"), ines.pathway("Binta")
    ines.recorded(f"{binta}/sharing/objections", member_id=ids["to_id"])
    when = {"wall": f"{TODAY + timedelta(days=2)}T10:00:00", "zone": "Europe/Paris"}
    late = {"wall": f"{TODAY + timedelta(days=9)}T10:00:00", "zone": "Europe/Paris"}
    for pathway in (awa, binta):
        ines.recorded(f"{pathway}/appointments", meeting=MEETING, when=when)
        ines.recorded(f"{pathway}/appointments", meeting=MEETING, when=late)
    place.project()
    borrower = ids["to_id"]
    assert names_lent(ines, borrower) == {}
    loan = lent(ines, ids)
    assert names_lent(ines, borrower) == {"Awa": ids["from_id"]}  # the other keeps them out
    until = f"{TODAY + timedelta(days=20)}"
    (entry,) = ines.reads("/agenda", member_id=borrower, to=until).json()["entries"]
    assert (entry["lent_by"], entry["pathway_id"]) == (ids["from_id"], awa[10:])
    assert set(names_lent(ines, ids["from_id"])) == {"Awa", "Binta"}
    (standing,) = ines.reads("/loans").json()
    assert standing["id"] == loan
    ines.recorded(f"/loans/{loan}/end")
    assert names_lent(ines, borrower) == {}
    assert ines.reads("/loans").json() == []
    assert ines.refused(f"/loans/{loan}/end") == (404, "loan-unknown")


def test_whoever_stands_in_answers_where_the_referent_is_asked(
    place: Place, ines: Speaker, as_: As, ids: dict[str, Any]
) -> None:
    awa, lise = ines.pathway(), as_("lise")
    access = lise.recorded(f"{awa}/emergency-access", reason="unconscious", words="Malaise.")
    place.project()
    maud = as_("maud")
    chosen = maud.client.put(
        "/v1/sessions/current/membership",
        json={"membership_id": ids["to_id"]},
        headers=maud.headers,
    )
    assert chosen.is_success
    review = f"{awa}/emergency-access/{access}/review"
    assert maud.refused(review, verdict="justified") == (403, "not-yours-to-review")
    lent(ines, ids)
    maud.recorded(review, verdict="justified")


def test_bad_input_is_told_what_to_do(
    ines: Speaker, as_: As, people: People, ids: dict[str, Any]
) -> None:
    awa = ines.pathway()
    days = {"first_day": f"{TODAY}", "last_day": f"{TODAY}"}
    itself = ids | {"to_id": ids["from_id"]}
    other = ids | {"to_id": str(people["paul"].id)}
    administrator = ids | {"to_id": str(people["claire"].id)}
    assert ines.refused("/handovers", **ids, reason="bored")[0] == 422
    assert ines.refused("/handovers", **ids, reason="leaves", pathway_ids=[])[0] == 422
    too_many = [NOBODY] * 1_001
    assert ines.refused("/handovers", **ids, reason="leaves", pathway_ids=too_many)[0] == 422
    named: dict[str, Any] = {"reason": "leaves", "pathway_ids": [awa[10:]]}
    assert ines.refused("/handovers", **itself, **named) == (409, "handed-to-oneself")
    assert ines.refused("/handovers", **other, **named) == (404, "member-unknown")
    assert ines.refused("/handovers", **administrator, **named)[1] == "recipient-follows-nobody"
    unknown: dict[str, Any] = {"reason": "leaves", "pathway_ids": [NOBODY]}
    assert ines.refused("/handovers", **ids, **unknown) == (404, "not-found")
    assert as_("claire").refused("/handovers", **ids, **named)[1] == "role-follows-nobody"
    assert ines.reads(f"/handovers/{NOBODY}").json()["code"] == "handover-unknown"
    assert ines.refused("/loans", **ids)[0] == 422
    assert ines.refused("/loans", **ids, first_day="2026", last_day="2027")[0] == 422
    past = {"first_day": "2020-01-01", "last_day": "2020-01-02"}
    assert ines.refused("/loans", **ids, **past) == (409, "loan-dates-reversed")
    assert ines.refused("/loans", **itself, **days) == (409, "handed-to-oneself")
    ines.recorded("/loans", **ids, **days)
    assert ines.refused("/loans", **ids, **days) == (409, "already-lent")
    assert as_("claire").refused("/loans", **ids, **days)[1] == "role-follows-nobody"
