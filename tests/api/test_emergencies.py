from tests.api.conftest import As, Place
from tests.api.people import People

WORDS = "Malaise sur le quai, ne répond plus."
REASON = {"reason": "unconscious", "words": WORDS}


def test_an_emergency_access_opens_at_once_and_is_told_at_once(
    place: Place, as_: As, people: People
) -> None:
    ines, lise = as_("ines"), as_("lise")
    awa = ines.pathway()
    ines.recorded(f"{awa}/notes", text="Suit un traitement.", data_class="health")
    assert lise.reads(f"{awa}/notes").status_code == 404
    access = lise.recorded(f"{awa}/emergency-access", hours=2, **REASON)
    assert [note["data_class"] for note in lise.reads(f"{awa}/notes").json()] == ["health"]
    grounds = {entry["ground"] for entry in lise.reads(f"{awa}/timeline").json()}
    assert grounds == {"vital_emergency", "own_act"}
    assert lise.refused(f"{awa}/notes", text="Bonjour.")[0] == 404
    assert "emergency-access-taken" in {
        entry["kind"] for entry in ines.reads(f"{awa}/timeline").json()
    }
    place.project()
    (told,) = ines.reads("/emergency-accesses").json()["entries"]
    assert (told["access_id"], told["member_id"]) == (access, str(people["lise"].id))
    assert WORDS not in str(told)
    assert lise.reads("/emergency-accesses").json()["entries"] == []


def test_a_verdict_takes_an_access_off_the_queue(place: Place, as_: As) -> None:
    ines, lise = as_("ines"), as_("lise")
    awa = ines.pathway()
    access = lise.recorded(f"{awa}/emergency-access", **REASON)
    path = f"{awa}/emergency-access/{access}/review"
    place.project()
    assert lise.refused(path, verdict="justified") == (404, "not-found")
    ines.recorded(path, verdict="to_clarify", words="Appeler le service.")
    ines.recorded(path, verdict="justified")
    assert ines.refused(path, verdict="unjustified") == (409, "emergency-reviewed")
    for _ in range(2):
        assert ines.reads("/emergency-accesses").json()["entries"] == []
        place.project()
    (settled,) = ines.reads("/emergency-accesses", awaiting="false").json()["entries"]
    assert settled["verdict"] == "justified"


def test_nobody_who_is_objected_to_has_an_emergency(as_: As, people: People) -> None:
    ines, lise = as_("ines"), as_("lise")
    awa = ines.pathway()
    lise.recorded(f"{awa}/emergency-access", **REASON)
    ines.recorded(f"{awa}/sharing/objections", member_id=str(people["lise"].id))
    assert lise.reads(awa).status_code == 404
    assert lise.refused(f"{awa}/emergency-access", **REASON) == (404, "not-found")
    nowhere = "/pathways/11111111-1111-4111-8111-111111111111"
    assert lise.refused(f"{nowhere}/emergency-access", **REASON) == (404, "not-found")


def test_three_hours_and_a_reason_are_required(as_: As) -> None:
    lise = as_("lise")
    awa = as_("ines").pathway()
    for said in ({"hours": 4, **REASON}, {"reason": "unconscious"}, {"words": WORDS}):
        assert lise.says(f"{awa}/emergency-access", **said).status_code == 422


def test_somebody_is_told_why_they_see_or_not(as_: As, people: People) -> None:
    ines, paul = as_("ines"), as_("paul")
    awa = ines.pathway()
    ines.consents(awa, people.ccas, "social", "screening")
    ask = {"service": "food_aid", "target_id": str(people.ccas)}
    ines.recorded(f"{awa}/referrals", ask=ask)
    told = paul.reads(f"{awa}/access").json()
    assert told["in_care_team"] is False
    by_class = {one["data_class"]: (one["ground"], one["why_not"]) for one in told["classes"]}
    assert by_class["social"] == ("consent", None)
    assert by_class["status"] == (None, "no_consent")
    assert by_class["screening"] == (None, "profession")
    asked = {"organisation_id": str(people.ccas), "profession": "nurse"}
    assert ines.reads(f"{awa}/access", **asked).json()["code"] == "not-yours-to-explain"
    assert as_("lise").reads(f"{awa}/access").status_code == 404
