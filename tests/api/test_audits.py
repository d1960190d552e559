"""What an auditor is told under a mandate: as it was, as somebody saw it then, and why."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from api.http.house import House
from infrastructure.traces.trace_table import TraceTable
from tests.api.auditing import Audit, an_audit
from tests.api.conftest import As
from tests.api.people import RELAIS, People
from tests.api.speaking import Speaker

WORDS = "Suit un traitement."


@pytest.fixture
def audit(as_: As, people: People) -> Audit:
    return an_audit(as_, people)


@pytest.fixture
def awa(as_: As) -> str:
    return as_("ines").pathway()


def now() -> str:
    return datetime.now(UTC).isoformat()


def replayed(odile: Speaker, pathway: str, **asked: Any) -> Any:
    answer = odile.reads(f"/audit{pathway}/timeline", **asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def kinds(replay: Any) -> list[str | None]:
    return [entry["kind"] for entry in replay["entries"]]


def as_of(organisation_id: object, member_id: object = None, instant: str = "") -> dict[str, str]:
    asked = {"organisation_id": str(organisation_id)}
    asked |= {"member_id": str(member_id)} if member_id else {}
    return asked | ({"as_of": instant} if instant else {})


def test_without_a_mandate_an_auditor_sees_nothing(audit: Audit, awa: str) -> None:
    for path in ("timeline", "access"):
        for pathway in (awa, f"/pathways/{uuid4()}"):
            answer = audit.odile.reads(f"/audit{pathway}/{path}")
            assert (answer.status_code, answer.json()["code"]) == (404, "no-mandate")
    assert audit.odile.reads(awa).status_code == 404
    mandate = audit.mandated()
    assert replayed(audit.odile, awa)["mandate_id"] == mandate
    assert audit.odile.reads(awa).status_code == 404  # by the door of audits alone
    assert audit.odile.refused(f"{awa}/notes", text="Bonjour.")[0] == 404
    audit.claire.recorded(f"/mandates/{mandate}/end")
    assert audit.odile.reads(f"/audit{awa}/timeline").json()["code"] == "no-mandate"


def test_nobody_else_replays(audit: Audit, awa: str, as_: As) -> None:
    audit.mandated()
    for somebody in (as_("ines"), audit.carl, audit.claire):
        assert somebody.reads(f"/audit{awa}/timeline").json()["code"] == "no-mandate"


def test_what_a_profession_does_not_meet_is_told_without_its_words(
    audit: Audit, awa: str, as_: As
) -> None:
    as_("ines").recorded(f"{awa}/notes", text=WORDS, data_class="health")
    audit.mandated()
    answer = audit.odile.reads(f"/audit{awa}/timeline")
    assert WORDS not in answer.text
    opened, note = answer.json()["entries"]
    assert opened["details"]["called"] == "Awa"
    assert (note["kind"], note["details"], note["data_class"]) == (None, None, "health")
    assert note["recorded_at"] is not None


def test_a_nurse_who_audits_reads_what_nurses_meet(as_: As, people: People, awa: str) -> None:
    as_("ines").recorded(f"{awa}/notes", text=WORDS, data_class="health")
    audit = an_audit(as_, people, profession="nurse")
    audit.mandated()
    assert WORDS in audit.odile.reads(f"/audit{awa}/timeline").text


def test_an_instant_is_of_recording_and_never_of_what_was_declared(
    audit: Audit, awa: str, as_: As
) -> None:
    audit.mandated()
    before = now()
    long_ago = "2026-01-05T10:00:00Z"
    as_("ines").recorded(f"{awa}/notes", text="Vue en janvier.", at=long_ago)
    assert kinds(replayed(audit.odile, awa, as_of=before)) == ["pathway-opened"]
    *_, note = replayed(audit.odile, awa)["entries"]
    assert note["occurred_at"] == long_ago
    assert note["recorded_at"] > before[:19]
    answer = audit.odile.reads(f"/audit{awa}/timeline", as_of=long_ago)
    assert answer.status_code == 404  # declared then, recorded later
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    assert replayed(audit.odile, awa, as_of=tomorrow)["as_of"] < tomorrow


def test_a_consent_that_was_withdrawn_opened_what_it_did_then(
    audit: Audit, awa: str, as_: As, people: People
) -> None:
    ines, paul = as_("ines"), people["paul"].id
    ines.recorded(f"{awa}/notes", text="Cherche un hébergement.")
    consent = ines.consents(awa, people.ccas, "social")
    ask = {"service": "food_aid", "target_id": str(people.ccas)}
    ines.recorded(f"{awa}/referrals", ask=ask)
    then = now()
    ines.recorded(f"{awa}/sharing/consents/{consent}/withdrawal")
    audit.mandated()
    saw = replayed(audit.odile, awa, **as_of(people.ccas, paul, then))
    assert "note-added" in kinds(saw)
    (note,) = [entry for entry in saw["entries"] if entry["kind"] == "note-added"]
    (why,) = note["seen"]
    assert (why["ground"], why["members"]) == ("consent", [str(paul)])
    assert (why["made_by"]["kind"], why["made_by"]["id"]) == ("sharing-consent-given", consent)
    assert kinds(replayed(audit.odile, awa, **as_of(people.ccas, paul))) == []
    told = audit.odile.reads(f"/audit{awa}/access", **as_of(people.ccas, paul, then)).json()
    assert {one["data_class"]: one["ground"] for one in told["classes"]}["social"] == "consent"
    told = audit.odile.reads(f"/audit{awa}/access", **as_of(people.ccas, paul)).json()
    assert {one["why_not"] for one in told["classes"]} == {"no_consent", "profession"}


def test_rights_follow_the_hat_of_then(audit: Audit, awa: str, as_: As, people: People) -> None:
    ines, before = people["ines"].id, now()
    as_("ines").recorded(f"{awa}/notes", text="Cherche un hébergement.")
    with_it = now()
    audit.claire.recorded(f"/organisations/{RELAIS}/members/{ines}/departure")
    audit.mandated()
    then = replayed(audit.odile, awa, **as_of(RELAIS, ines, with_it))
    assert kinds(then) == ["pathway-opened", "note-added"]
    assert then["hat"] == {
        "profession": "mediator",
        "status": "employee",
        "roles": ["caseworker"],
    }
    assert then["agreement_in_force"] is True
    assert kinds(replayed(audit.odile, awa, **as_of(RELAIS, ines, before))) == ["pathway-opened"]
    gone = replayed(audit.odile, awa, **as_of(RELAIS, ines))
    assert (gone["hat"], gone["entries"]) == (None, [])
    assert audit.odile.reads(f"/audit{awa}/access", **as_of(RELAIS, ines)).json()["classes"] == []


def test_an_organisation_saw_what_any_of_its_members_did(
    audit: Audit, awa: str, as_: As, people: People
) -> None:
    as_("ines").recorded(f"{awa}/notes", text=WORDS, data_class="health")
    audit.mandated()
    first, note = replayed(audit.odile, awa, **as_of(RELAIS))["entries"]
    (team,) = [one for one in first["seen"] if one["ground"] == "care_team"]
    assert team["members"] == [str(people.members["maud"][0].id)]
    assert team["made_by"]["kind"] == "pathway-opened"
    grounds = {one["ground"]: one["members"] for one in note["seen"]}
    assert grounds == {
        "own_act": [str(people["ines"].id)],
        "care_team": [str(people.members["maud"][0].id)],
    }


def test_an_emergency_is_told_as_the_ground_while_it_lasted(
    audit: Audit, awa: str, as_: As, people: People
) -> None:
    lise = people["lise"].id
    access = as_("lise").recorded(f"{awa}/emergency-access", reason="violence", words="Sur place.")
    audit.mandated()
    first, *_ = replayed(audit.odile, awa, **as_of(people.hospital, lise))["entries"]
    (why,) = first["seen"]
    assert (why["ground"], why["made_by"]["id"]) == ("vital_emergency", access)


def test_a_mandate_on_an_organisation_reaches_what_it_could_see(
    audit: Audit, awa: str, people: People
) -> None:
    audit.mandated(scope={"reach": "organisations", "ids": [str(people.ccas), str(RELAIS)]})
    assert audit.odile.reads(f"/audit{awa}/timeline").json()["code"] == "no-mandate"
    refused = audit.odile.reads(f"/audit{awa}/timeline", **as_of(people.hospital))
    assert refused.json()["code"] == "no-mandate"
    assert kinds(replayed(audit.odile, awa, **as_of(RELAIS))) == ["pathway-opened"]
    for pathway in (awa, f"/pathways/{uuid4()}"):  # the CCAS has nothing to do with either
        answer = audit.odile.reads(f"/audit{pathway}/timeline", **as_of(people.ccas))
        assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


def test_a_mandate_on_a_pathway_reaches_no_other(audit: Audit, awa: str, as_: As) -> None:
    audit.mandated(scope={"reach": "pathways", "ids": [awa.rpartition("/")[2]]})
    assert kinds(replayed(audit.odile, awa)) == ["pathway-opened"]
    another = as_("ines").pathway("Binta")
    assert audit.odile.reads(f"/audit{another}/timeline").json()["code"] == "no-mandate"


def test_an_objection_holds_against_an_auditor(audit: Audit, awa: str, as_: As) -> None:
    audit.mandated()
    as_("ines").recorded(f"{awa}/sharing/objections", member_id=audit.auditor_id)
    assert audit.odile.reads(f"/audit{awa}/timeline").json()["code"] == "no-mandate"


def test_what_was_erased_since_is_at_no_instant(audit: Audit, awa: str, as_: As) -> None:
    ines, maud = as_("ines"), as_("maud")
    note = ines.recorded(f"{awa}/notes", text="À une autre.")
    then = now()
    audit.mandated()
    assert "note-added" in kinds(replayed(audit.odile, awa, as_of=then))
    ines.recorded(f"{awa}/notes/{note}/wrong-file")
    assert "note-added" not in kinds(replayed(audit.odile, awa, as_of=then))
    erasure = ines.recorded(f"{awa}/erasures", reason="person_asked")
    at_the_relais = maud.reads("/sessions/current").json()["memberships"][0]["id"]
    maud.client.put(
        "/v1/sessions/current/membership",
        json={"membership_id": at_the_relais},
        headers=maud.headers,
    )
    maud.recorded(f"{awa}/erasures/{erasure}/approval")
    answer = audit.odile.reads(f"/audit{awa}/timeline", as_of=then)
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


def test_each_look_of_an_auditor_is_traced_with_its_mandate(
    audit: Audit, awa: str, house: House, people: People
) -> None:
    mandate = audit.mandated()
    replayed(audit.odile, awa, **as_of(RELAIS))
    audit.odile.reads(f"/audit{awa}/access", **as_of(people.ccas))
    audit.odile.reads(f"/audit{awa}/timeline", member_id=str(uuid4()))  # 422
    assert isinstance(house.traces, TraceTable)
    traces = [
        (trace.look, trace.purpose, set(trace.grounds), set(trace.classes), trace.seen_as)
        for trace in house.traces.of_pathway(UUID(awa.rpartition("/")[2]))
        if str(trace.mandate_id) == mandate and str(trace.member_id) == audit.auditor_id
    ]
    assert traces == [
        ("replay", "audit", {"audit_mandate"}, {"identity"}, RELAIS),
        ("access", "audit", {"audit_mandate"}, set(), people.ccas),
    ]


def test_an_auditor_is_told_what_a_mandate_opens_to_them(audit: Audit, awa: str) -> None:
    audit.mandated()
    told = audit.odile.reads(f"/audit{awa}/access").json()
    by_class = {one["data_class"]: (one["ground"], one["why_not"]) for one in told["classes"]}
    assert by_class["social"] == ("audit_mandate", None)
    assert by_class["health"] == (None, "profession")
    assert audit.odile.reads(f"/audit{awa}/timeline", member_id=str(uuid4())).status_code == 422


def test_the_person_is_told_who_audited_and_since_when_it_is_known(
    audit: Audit, awa: str, as_: As
) -> None:
    audit.mandated()
    replayed(audit.odile, awa)
    receipt = as_("ines").reads(f"{awa}/receipt", language="fr").json()
    assert [(one["name"], one["auditing"]) for one in receipt["readers"]] == [("Odile", True)]
    since = datetime.fromisoformat(receipt["readers_since"])
    assert timedelta(days=364) < datetime.now(UTC) - since < timedelta(days=368)
    page = as_("ines").client.get(
        f"/v1{awa}/receipt?language=fr", headers=as_("ines").headers | {"Accept": "text/html"}
    )
    assert "On ne garde pas qui l’a lu avant le" in page.text
    carried = as_("ines").reads(f"{awa}/receipt", version="carry").json()
    assert carried["readers_since"] is None


def test_an_auditor_is_told_who_looked_and_on_which_ground(
    audit: Audit, awa: str, as_: As, people: People, house: House
) -> None:
    ines = as_("ines")
    ines.reads(f"{awa}/timeline")
    later = now()
    as_("lise").recorded(f"{awa}/emergency-access", reason="violence", words="Sur place.")
    as_("lise").reads(awa)
    assert audit.odile.reads(f"/audit{awa}/reads").json()["code"] == "no-mandate"
    mandate = audit.mandated()
    told = audit.odile.reads(f"/audit{awa}/reads").json()
    assert told["next"] is None
    looks = [(one["member_id"], one["look"], one["fault"]) for one in told["looks"]]
    assert looks == [
        (str(people["ines"].id), "timeline", None),
        (str(people["lise"].id), "pathway", None),
    ]
    *_, own = audit.odile.reads(f"/audit{awa}/reads", **{"from": later}).json()["looks"]
    assert (own["mandate_id"], own["look"], own["fault"]) == (mandate, "reads", None)
    theirs = audit.odile.reads(f"/audit{awa}/reads", **as_of(people.hospital)).json()["looks"]
    assert [one["member_id"] for one in theirs] == [str(people["lise"].id)]
    assert isinstance(house.traces, TraceTable)
    (first, *_) = house.traces.of_pathway(UUID(awa.rpartition("/")[2]))
    house.traces.write(replace(first, member_id=uuid4(), at=first.at - timedelta(days=1)))
    seeded, *_ = audit.odile.reads(f"/audit{awa}/reads").json()["looks"]
    assert (seeded["fault"], seeded["checkable"]) == ("no_pathway", True)
