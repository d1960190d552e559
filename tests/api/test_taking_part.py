"""Each organisation takes part in its own way: discreetly, with a referent, until it closes."""

from tests.api.conftest import As, Place
from tests.api.people import People
from tests.api.receipts.sharing import nurse_of_relais, shared_discreetly
from tests.api.speaking import Speaker

PRIVATE = "effective_relay"


def organisations(speaker: Speaker, pathway: str) -> set[str]:
    return {one["organisation_id"] for one in speaker.reads(f"{pathway}/circle").json()}


def told(speaker: Speaker, pathway: str, kind: str) -> list[dict[str, object]]:
    entries = speaker.reads(f"{pathway}/timeline").json()
    return [entry["details"] for entry in entries if entry["kind"] == kind]


def test_who_takes_part_discreetly_is_listed_to_those_with_a_ground_only(
    place: Place, as_: As, people: People
) -> None:
    awa = shared_discreetly(as_, people)
    hospital, ines, paul = str(people.hospital), as_("ines"), as_("paul")
    lise, maud = as_("lise"), nurse_of_relais(as_, people)
    place.project()
    for speaker, sees in ((ines, False), (paul, False), (maud, True), (lise, True)):
        assert (hospital in organisations(speaker, awa)) is sees
        for path in ("/timeline", "/sharing", "/circle"):
            assert (hospital in speaker.reads(f"{awa}{path}").text) is sees
    seen = [ines.reads(path).text for path in ("/caseload", "/referrals", "/agenda")]
    assert not any(hospital in text for text in seen)
    # that somebody is there already is not told to who may not know it
    ines.recorded(f"{awa}/circle/invitations", organisation_id=hospital)


def test_a_referent_is_designated_and_changed_with_the_reason(as_: As, people: People) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    mine = {"referent_id": str(people["ines"].id)}
    (colleague,) = [
        one
        for one in people.members["maud"]
        if one.organisation_id == people["ines"].organisation_id
    ]
    theirs = {"referent_id": str(colleague.id), "reason": "long_absence"}
    ines.recorded(f"{awa}/referent", **theirs)
    ines.recorded(f"{awa}/referent", **mine, reason="person_asked")
    (here,) = ines.reads(f"{awa}/circle").json()
    assert here["referent_id"] == mine["referent_id"]
    reasons = [said["reason"] for said in told(ines, awa, "referent-designated")]
    assert reasons == ["long_absence", "person_asked"]
    stranger = {"referent_id": str(people["paul"].id)}
    assert ines.refused(f"{awa}/referent", **stranger) == (404, "member-unknown")
    assert ines.says(f"{awa}/referent", **mine, reason="a whim").status_code == 422


def test_each_closes_its_own_follow_up_for_a_reason_that_stays_its_own(
    place: Place, as_: As, people: People
) -> None:
    ines, paul = as_("ines"), as_("paul")
    awa = ines.pathway()
    ines.invites_to_care(awa, people.ccas)
    paul.recorded(f"{awa}/circle/acceptance")
    paul.recorded(f"{awa}/closing", reason=PRIVATE)
    follows = {one["organisation_id"]: one["follows"] for one in ines.reads(f"{awa}/circle").json()}
    assert follows == {str(people["ines"].organisation_id): True, str(people.ccas): False}
    place.project()
    assert [said["reason"] for said in told(paul, awa, "closing-reason-given")] == [PRIVATE]
    assert told(ines, awa, "pathway-closed")
    for path in ("", "/timeline", "/circle", "/receipt", "/copies"):
        answer = ines.says(f"{awa}{path}") if path == "/copies" else ines.reads(f"{awa}{path}")
        assert answer.is_success
        assert PRIVATE not in answer.text
        assert "closing-reason-given" not in answer.text
    ines.recorded(f"{awa}/notes", text="Nous continuons.")
    assert paul.reads("/caseload").json()["entries"] == []
    (closed,) = paul.reads("/caseload", following="false").json()["entries"]
    assert closed["is_open"] is False
    (going_on,) = ines.reads("/caseload").json()["entries"]
    assert going_on["is_open"]
