from tests.api.conftest import As, Place
from tests.api.people import People
from tests.api.speaking import Speaker


def asked(ines: Speaker, target: object, pathway: str) -> str:
    ask = {"service": "domiciliation", "target_id": str(target)}
    ines.consents(pathway, target)
    return f"{pathway}/referrals/{ines.recorded(f'{pathway}/referrals', ask=ask)}"


def test_a_referral_goes_from_request_to_relay(as_: As, people: People) -> None:
    ines, paul = as_("ines"), as_("paul")
    referral = asked(ines, people.ccas, ines.pathway())
    assert ines.refused(f"{referral}/acceptance") == (403, "referral-not-yours")
    paul.recorded(f"{referral}/acceptance")
    assert paul.refused(f"{referral}/acceptance") == (409, "referral-already-answered")
    paul.recorded(f"{referral}/start")
    paul.recorded(f"{referral}/hold", reason="waiting_list")
    ines.recorded(f"{referral}/chase")
    paul.recorded(f"{referral}/start")
    paul.recorded(f"{referral}/completion")
    ines.recorded(f"{referral}/relay", effect="right_used")
    ines.recorded(f"{referral}/return")


def test_a_referral_is_rejected_saying_who_refused(as_: As, people: People) -> None:
    ines, paul = as_("ines"), as_("paul")
    referral = asked(ines, people.ccas, ines.pathway())
    wrong = paul.refused(f"{referral}/rejection", refused_by="service", reason="person_declined")
    assert wrong == (409, "reason-contradicts-refusal")
    paul.recorded(f"{referral}/rejection", refused_by="service", reason="no_capacity")


def test_who_rejected_a_referral_sees_their_answer_and_no_more(
    place: Place, as_: As, people: People
) -> None:
    ines, paul = as_("ines"), as_("paul")
    awa = ines.pathway()
    referral = asked(ines, people.ccas, awa)
    place.project()
    assert len(paul.reads("/referrals").json()["entries"]) == 1
    paul.recorded(f"{referral}/rejection", refused_by="service", reason="no_capacity")
    ines.recorded(f"{awa}/notes", text="Appeler une autre structure.")
    told = paul.reads(f"{awa}/timeline").json()
    assert [(entry["kind"], entry["ground"]) for entry in told] == [
        ("referral-rejected", "own_act")
    ]
    assert paul.reads(awa).json()["called"] is None
    assert paul.refused(f"{awa}/notes", text="Bonjour.")[0] == 404
    for _ in range(2):  # at once, and once lists are brought up to date
        for path in ("/referrals", "/caseload"):
            assert paul.reads(path).json()["entries"] == []
        place.project()
    circle = ines.reads(f"{awa}/circle").json()
    assert str(people.ccas) not in {one["organisation_id"] for one in circle}
    asked(ines, people.ccas, awa)
    assert {entry["kind"] for entry in paul.reads(f"{awa}/timeline").json()} > {"note-added"}


def test_a_referral_fails_or_is_cancelled_or_withdrawn(as_: As, people: People) -> None:
    ines, paul = as_("ines"), as_("paul")
    pathway = ines.pathway()
    failed, cancelled, wrong = (asked(ines, people.ccas, pathway) for _ in range(3))
    paul.recorded(f"{failed}/acceptance")
    paul.recorded(f"{failed}/failure", reason="no_show")
    paul.recorded(f"{cancelled}/cancellation", reason="no_longer_needed")
    ines.recorded(f"{wrong}/withdrawal", reason="wrong_target")


def test_a_draft_is_sent_later(as_: As) -> None:
    ines = as_("ines")
    referrals = f"{ines.pathway()}/referrals"
    ask = {"service": "food_aid", "outside_service": "Épicerie du Bourg"}
    drafted = ines.recorded(f"{referrals}/drafts", ask=ask)
    assert ines.recorded(referrals, ask=ask, draft_id=drafted) == drafted
    again = ines.refused(f"{referrals}/drafts", ask=ask, draft_id=drafted)
    assert again == (409, "referral-already-requested")


def test_only_organisations_of_the_circle_know_of_a_pathway(as_: As, people: People) -> None:
    ines, paul, lise = as_("ines"), as_("paul"), as_("lise")
    referral = asked(ines, people.ccas, ines.pathway())
    paul.recorded(f"{referral}/acceptance")
    assert lise.refused(f"{referral}/start") == (404, "not-found")
