from tests.api.conftest import As, Place
from tests.api.people import People
from tests.api.speaking import Speaker

ASK = {"service": "domiciliation"}


def beside_the_team(as_: As, people: People, *classes: str) -> tuple[Speaker, Speaker, str, str]:
    """The social worker was sent a referral under a consent, and is beside the care team."""
    ines, paul = as_("ines"), as_("paul")
    awa = ines.pathway()
    consent = ines.consents(awa, people.ccas, *classes)
    ines.recorded(f"{awa}/referrals", ask=ASK | {"target_id": str(people.ccas)})
    return ines, paul, awa, consent


def test_a_referral_outside_the_team_needs_the_consent_that_it_names(
    as_: As, people: People
) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    ask = {"service": "ame_application", "target_id": str(people.ccas)}
    assert ines.refused(f"{awa}/referrals", ask=ask) == (409, "consent-missing-status")
    ines.consents(awa, people.ccas, "social")
    answer = ines.says(f"{awa}/referrals", ask=ask)
    assert "right of residence" in answer.json()["title"]
    ines.consents(awa, people.ccas, "status")
    ines.recorded(f"{awa}/referrals", ask=ask)


def test_a_consent_opens_what_it_says_until_it_is_withdrawn(
    place: Place, as_: As, people: People
) -> None:
    ines, paul, awa, consent = beside_the_team(as_, people, "social")
    ines.recorded(f"{awa}/notes", text="Il garde ses papiers.", data_class="status")
    place.project()
    entries = paul.reads(f"{awa}/timeline").json()
    assert {entry["ground"] for entry in entries} == {"consent"}
    assert {entry["data_class"] for entry in entries} == {"identity", "social"}
    assert len(paul.reads("/caseload").json()["entries"]) == 1
    assert len(paul.reads("/referrals").json()["entries"]) == 1
    ines.recorded(f"{awa}/sharing/consents/{consent}/withdrawal")
    assert paul.reads(f"{awa}/timeline").status_code == 404
    for _ in range(2):
        assert paul.reads("/caseload").json()["entries"] == []
        assert paul.reads("/referrals").json()["entries"] == []
        assert paul.says("/searches", name="awa").json() == []
        place.project()
    again = ines.refused(f"{awa}/sharing/consents/{consent}/withdrawal")
    assert again == (409, "consent-over")


def test_a_period_ends_by_itself_in_lists_too(place: Place, as_: As, people: People) -> None:
    ines, paul = as_("ines"), as_("paul")
    awa = ines.pathway()
    ines.recorded(f"{awa}/circle/invitations", organisation_id=str(people.ccas))
    paul.recorded(f"{awa}/circle/acceptance")
    scope = {"recipients": {"organisations": [str(people.ccas)]}, "classes": ["social"]}
    over = {"scope": scope, "starts": "2026-01-01T00:00:00Z", "until": "2026-02-01T00:00:00Z"}
    ines.recorded(f"{awa}/sharing/consents", consent=over)
    place.project()
    assert paul.reads(awa).status_code == 404
    assert paul.reads("/caseload").json()["entries"] == []
    ines.recorded(f"{awa}/sharing/consents", consent=over | {"until": "2100-01-01T00:00:00Z"})
    place.project()
    assert paul.reads(awa).status_code == 200
    assert len(paul.reads("/caseload").json()["entries"]) == 1


def test_an_objection_keeps_one_member_out_and_not_their_colleagues(
    place: Place, as_: As, people: People
) -> None:
    ines, paul = as_("ines"), as_("paul")
    awa = ines.pathway()
    ines.invites_to_care(awa, people.ccas)
    paul.recorded(f"{awa}/circle/acceptance")
    place.project()
    objection = ines.recorded(f"{awa}/sharing/objections", member_id=str(people["paul"].id))
    for _ in range(2):
        assert paul.reads(awa).status_code == 404
        assert paul.reads("/caseload").json()["entries"] == []
        assert paul.refused(f"{awa}/notes", text="Bonjour.") == (404, "not-found")
        assert len(ines.reads("/caseload").json()["entries"]) == 1
        place.project()
    ines.recorded(f"{awa}/sharing/objections/{objection}/lifting")
    place.project()
    assert paul.reads(awa).status_code == 200
    assert len(paul.reads("/caseload").json()["entries"]) == 1


def test_nothing_is_sent_to_an_organisation_that_is_objected_to(as_: As, people: People) -> None:
    ines, _, awa, _ = beside_the_team(as_, people)
    ines.recorded(f"{awa}/sharing/objections", organisation_id=str(people.ccas))
    for path, said in (
        ("/referrals", {"ask": ASK | {"target_id": str(people.ccas)}}),
        ("/sharing/care-team", {"organisation_id": str(people.ccas), "basis": "coordination"}),
    ):
        assert ines.refused(f"{awa}{path}", **said) == (409, "objection-stands")
    own = {"organisation_id": str(people["ines"].organisation_id)}
    assert ines.refused(f"{awa}/sharing/objections", **own) == (409, "nobody-would-be-left")
    assert ines.says(f"{awa}/sharing/objections").status_code == 422


def test_the_care_team_is_declared_once_the_person_is_informed(as_: As, people: People) -> None:
    ines, paul, awa, _ = beside_the_team(as_, people)
    ines.recorded(f"{awa}/notes", text="Il a rendez-vous.", data_class="status")
    declared = {"organisation_id": str(people.ccas), "basis": "recognised_by_person"}
    assert paul.refused(f"{awa}/sharing/care-team", **declared) == (403, "not-of-the-team")
    refused = ines.refused(f"{awa}/sharing/care-team", **declared)
    assert refused == (409, "person-not-informed")
    told = {"notice": "notice-1", "language": "fr", "means": "oral"}
    ines.recorded(f"{awa}/sharing/information", **told)
    ines.recorded(f"{awa}/sharing/care-team", **declared)
    assert ines.refused(f"{awa}/sharing/care-team", **declared) == (409, "already-in-team")
    assert [note["data_class"] for note in paul.reads(f"{awa}/notes").json()] == ["status"]
    assert str(people.ccas) in ines.reads(f"{awa}/sharing").json()["care_team"]


def test_an_exchange_shows_named_members_what_was_recorded_until_then(
    as_: As, people: People
) -> None:
    ines, paul, awa, _ = beside_the_team(as_, people)
    ines.recorded(f"{awa}/notes", text="Avant.", data_class="status")
    named = [{"organisation_id": str(people.ccas), "member_id": str(people["paul"].id)}]
    ines.recorded(f"{awa}/sharing/exchanges", named=named, classes=["status"])
    ines.recorded(f"{awa}/notes", text="Après.", data_class="status")
    assert [note["text"] for note in paul.reads(f"{awa}/notes").json()] == ["Avant."]
    beyond = ines.refused(f"{awa}/sharing/exchanges", named=named, classes=["health"])
    assert beyond == (403, "not-yours-to-share")
    absent = [{"organisation_id": str(people.hospital), "member_id": str(people["lise"].id)}]
    outside = ines.refused(f"{awa}/sharing/exchanges", named=absent, classes=["social"])
    assert outside == (409, "not-in-circle")


def test_sharing_for_child_protection_is_closed_unless_the_network_opens_it(
    as_: As, people: People
) -> None:
    ines, _, awa, _ = beside_the_team(as_, people)
    named = [{"organisation_id": str(people.ccas), "member_id": str(people["paul"].id)}]
    path = f"{awa}/sharing/child-protection"
    refused = ines.refused(path, named=named, family="informed")
    assert refused == (403, "child-protection-not-opened")


def test_an_organisation_asks_to_join_and_the_referent_decides(as_: As, people: People) -> None:
    ines, paul = as_("ines"), as_("paul")
    awa = ines.pathway()
    paul.recorded(f"{awa}/circle/requests")
    assert paul.refused(f"{awa}/circle/requests") == (409, "already-asked")
    assert paul.reads(awa).status_code == 404
    assert ines.reads(f"{awa}/sharing").json()["asking"] == [str(people.ccas)]
    answer = {"organisation_id": str(people.ccas), "decided_by": "referent"}
    ines.recorded(f"{awa}/circle/requests/answers", accepted=False, **answer)
    assert ines.refused(f"{awa}/circle/requests/answers", accepted=True, **answer) == (
        409,
        "not-asked",
    )
    paul.recorded(f"{awa}/circle/requests")
    in_team = ines.says(
        f"{awa}/circle/requests/answers", accepted=True, in_care_team=True, **answer
    )
    assert (in_team.status_code, in_team.json()["code"]) == (409, "person-not-informed")
    ines.recorded(f"{awa}/circle/requests/answers", accepted=True, **answer)
    assert paul.reads(awa).status_code == 404
    ines.consents(awa, people.ccas)
    assert paul.reads(awa).status_code == 200
    assert paul.refused(f"{awa}/circle/requests") == (409, "already-in-circle")


def test_a_refusal_of_the_person_is_recorded_and_opens_nothing(as_: As, people: People) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    scope = {"recipients": {"organisations": [str(people.ccas)]}, "classes": ["social"]}
    ines.recorded(f"{awa}/sharing/refusals", scope=scope)
    ask = ASK | {"target_id": str(people.ccas)}
    assert ines.refused(f"{awa}/referrals", ask=ask) == (409, "consent-missing-social")
