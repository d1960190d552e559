"""Rapid tests over HTTP: made, followed to confirmation, and seen by nobody without a ground."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from application.erasures.resume_erasures import resume_erasures
from tests.api.conftest import As, Place
from tests.api.people import People
from tests.api.receipts.sharing import nurse_of_relais
from tests.api.speaking import Speaker
from tests.api.test_no_trace import PARTS, told

MARCH_4 = datetime(2026, 3, 4, 10, tzinfo=UTC)
KIT: dict[str, Any] = {
    "kind": "hiv",
    "reference": "HIV-RAPID-10",
    "lot": "L2403",
    "expires_on": "2026-12-31",
    "window": {"from_minutes": 15, "until_minutes": 20},
}
BOTH = ["hiv", "hcv"]
SHARED = (*PARTS, "/screening", "/obstacles", "/appointments", "/psychology", "/duplicates")


def at(minutes: int = 0) -> str:
    return (MARCH_4 + timedelta(minutes=minutes)).isoformat()


def equipped(claire: Speaker, *members: object) -> str:
    """The Relais is authorised, these members are trained, and a lot is declared: its id."""
    claire.recorded("/screening/authorisations", kinds=BOTH, starts_on="2026-01-01")
    for member in members:
        trained: dict[str, Any] = {
            "member_id": str(member),
            "kinds": BOTH,
            "starts_on": "2026-01-01",
        }
        claire.recorded("/screening/trainings", **trained)
    return claire.recorded("/screening/lots", kit=KIT)


def agreed(speaker: Speaker, awa: str) -> str:
    return speaker.recorded(
        f"{awa}/screening/consents", kinds=BOTH, informed=True, language="fr", at=at()
    )


def a_test(speaker: Speaker, awa: str, lot: str, **said: Any) -> str:
    """A test that was made; its path."""
    asked = {"lot_id": lot, "sample": "capillary_blood", "at": at(), **said}
    return f"{awa}/screening/tests/{speaker.recorded(f'{awa}/screening/tests', **asked)}"


def read(speaker: Speaker, test: str, result: str, *, minutes: int = 16) -> None:
    speaker.recorded(f"{test}/reading", result=result, at=at(minutes))


@pytest.fixture
def maud(as_: As, people: People) -> Speaker:
    """The nurse of the Relais."""
    return nurse_of_relais(as_, people)


@pytest.fixture
def lot(as_: As, people: People) -> str:
    return equipped(as_("claire"), people["maud"].id, people["ines"].id)


def test_a_positive_test_is_followed_to_what_the_laboratory_found(maud: Speaker, lot: str) -> None:
    awa = maud.pathway()
    agreed(maud, awa)
    test = a_test(maud, awa, lot)
    read(maud, test, "positive")
    assert maud.reads(test).json()["next_step"] == "confirm"
    maud.recorded(f"{test}/confirmation", laboratory="Laboratoire inventé")
    assert maud.refused(f"{test}/confirmation") == (409, "confirmation-already-ordered")
    maud.recorded(f"{test}/confirmation/result", result="not_confirmed")
    maud.recorded(f"{test}/confirmation/result/telling")
    maud.recorded(f"{test}/confirmation/result/correction", result="confirmed")
    assert maud.reads(test).json()["next_step"] == "tell"
    maud.recorded(f"{test}/confirmation/result/telling")
    shown = maud.reads(f"{awa}/screening").json()
    assert shown["tests"][0]["next_step"] is None
    assert shown["tests"][0]["confirmations"][0]["result"] == "confirmed"
    assert shown["tests"][0]["kit"]["lot"] == KIT["lot"]
    assert shown["consents"][0]["until"] == "2026-03-04"


def test_an_invalid_test_is_repeated(maud: Speaker, lot: str) -> None:
    awa = maud.pathway()
    agreed(maud, awa)
    test = a_test(maud, awa, lot)
    read(maud, test, "invalid", minutes=30)
    again = a_test(maud, awa, lot, repeats=test.rpartition("/")[2], at=at(31))
    read(maud, again, "negative", minutes=47)
    first, second = maud.reads(f"{awa}/screening").json()["tests"]
    assert (first["result"], first["next_step"]) == ("invalid", None)
    assert (second["result"], second["repeats"]) == ("negative", first["id"])
    refused = maud.refused(
        f"{awa}/screening/tests",
        lot_id=lot,
        sample="capillary_blood",
        at=at(40),
        repeats=first["id"],
    )
    assert refused == (409, "rapid-test-not-to-repeat")


def test_the_person_may_want_no_confirmation(maud: Speaker, lot: str) -> None:
    awa = maud.pathway()
    agreed(maud, awa)
    test = a_test(maud, awa, lot)
    read(maud, test, "negative")
    assert maud.refused(f"{test}/confirmation") == (409, "nothing-to-confirm")
    maud.recorded(f"{test}/correction", result="positive")
    maud.recorded(f"{test}/confirmation/refusal", reason="own_doctor", words="Il en parlera.")
    assert maud.reads(test).json()["refused_words"] == "Il en parlera."
    maud.recorded(f"{test}/withdrawal")
    assert maud.refused(f"{test}/withdrawal") == (404, "rapid-test-unknown")
    assert maud.reads(test).status_code in {200, 404}
    assert maud.reads(f"{awa}/screening").json()["tests"] == []


def test_no_test_without_what_makes_it_possible(maud: Speaker, as_: As, people: People) -> None:
    awa, claire = maud.pathway(), as_("claire")
    asked = {"sample": "oral_fluid", "at": at()}
    tests = f"{awa}/screening/tests"
    lot = claire.recorded("/screening/lots", kit=KIT)
    assert maud.refused(tests, lot_id=lot, **asked) == (409, "screening-not-authorised")
    claire.recorded("/screening/authorisations", kinds=BOTH, starts_on="2026-01-01")
    assert maud.refused(tests, lot_id=lot, **asked) == (409, "operator-not-trained")
    training = claire.recorded(
        "/screening/trainings",
        member_id=str(people["maud"].id),
        kinds=BOTH,
        starts_on="2026-01-01",
    )
    assert maud.refused(tests, lot_id=lot, **asked) == (409, "test-consent-missing")
    untold: dict[str, Any] = {"kinds": BOTH, "informed": False}
    assert maud.refused(f"{awa}/screening/consents", **untold) == (409, "test-not-explained-first")
    agreed(maud, awa)
    other = people.ccas
    assert maud.refused(tests, lot_id=str(other), **asked) == (404, "kit-lot-unknown")
    late = asked | {"at": "2026-12-31T23:30:00Z"}  # the next year has begun in Paris
    assert maud.refused(tests, lot_id=lot, **late) == (409, "kit-lot-expired")
    claire.recorded(f"/screening/lots/{lot}/recall", reason="manufacturer", at=at(-60))
    assert maud.refused(tests, lot_id=lot, **asked) == (409, "kit-lot-recalled")
    claire.recorded(f"/screening/trainings/{training}/end", last_day="2026-03-03")
    good = claire.recorded("/screening/lots", kit=KIT | {"lot": "L2404"})
    assert maud.refused(tests, lot_id=good, **asked) == (409, "operator-not-trained")


def test_a_consent_is_withdrawn_before_the_test(maud: Speaker, lot: str) -> None:
    awa = maud.pathway()
    consent = agreed(maud, awa)
    maud.recorded(f"{awa}/screening/consents/{consent}/withdrawal")
    refused = maud.refused(f"{awa}/screening/tests", lot_id=lot, sample="capillary_blood", at=at())
    assert refused == (409, "test-consent-missing")


def test_only_those_responsible_equip_the_organisation(
    as_: As, maud: Speaker, people: People
) -> None:
    today: dict[str, Any] = {"kinds": BOTH, "starts_on": "2026-01-01"}
    doors: dict[str, dict[str, Any]] = {
        "/screening/authorisations": today,
        "/screening/trainings": today | {"member_id": str(people["maud"].id)},
        "/screening/lots": {"kit": KIT},
    }
    for door, asked in doors.items():
        assert maud.refused(door, **asked) == (403, "not-responsible-for-screening")
    claire = as_("claire")
    stranger = today | {"member_id": str(people["paul"].id)}
    assert claire.refused("/screening/trainings", **stranger) == (404, "member-unknown")
    too_long = today | {"ends_on": "2031-01-01"}
    refused = claire.refused("/screening/authorisations", **too_long)
    assert refused == (409, "screening-authorisation-dates-reversed")
    authorisation = claire.recorded("/screening/authorisations", **today)
    claire.recorded(f"/screening/authorisations/{authorisation}/end", last_day="2026-06-30")
    lot = claire.recorded("/screening/lots", kit=KIT)
    claire.recorded(f"/screening/lots/{lot}/withdrawal")
    assert claire.refused(f"/screening/lots/{lot}/withdrawal") == (404, "kit-lot-unknown")
    office = maud.reads("/screening").json()
    assert office["authorisations"][0]["ends_on"] == "2026-06-30"
    assert not office["information"]["fr"]["confirmed"]
    assert office["to_be_confirmed"] == ["consent", "information"]
    assert [one["withdrawn"] for one in office["lots"]] == [True]
    assert as_("paul").reads("/screening").json()["authorisations"] == []


def everything(reader: Speaker, awa: str, lot: str) -> list[Any]:
    """All that somebody is answered of a pathway, and of what is around it."""
    lists = ("/caseload", "/referrals", "/agenda", "/inbox", "/screening/anonymous-tests")
    paths = [f"{awa}{part}" for part in SHARED] + list(lists)
    answers = [told(reader.reads(path)) for path in paths]
    tests = reader.reads(f"/screening/lots/{lot}/tests").json()
    receipt = reader.reads(f"{awa}/receipt").json()
    of_each = {"correlation_id", "made_at", "readers"}  # one's own reads are told too
    return [*answers, *({k: one[k] for k in one.keys() - of_each} for one in (tests, receipt))]


def test_whoever_has_no_ground_is_told_the_same_bytes_with_a_test_and_without(
    as_: As, people: People, place: Place, maud: Speaker, lot: str
) -> None:
    """A social worker of the same circle, and a mediator of the very organisation."""
    paul, ines = as_("paul"), as_("ines")
    awa = ines.pathway()
    ines.invites_to_care(awa, people.ccas)
    paul.recorded(f"{awa}/circle/acceptance")
    place.project()
    before = [everything(one, awa, lot) for one in (paul, ines)]
    agreed(maud, awa)
    test = a_test(maud, awa, lot)
    read(maud, test, "positive")
    maud.recorded(f"{test}/confirmation", laboratory="Laboratoire inventé")
    maud.recorded(f"{test}/confirmation/result", result="confirmed")
    assert [everything(one, awa, lot) for one in (paul, ines)] == before
    place.project()
    assert [everything(one, awa, lot) for one in (paul, ines)] == before
    for one in (paul, ines):
        assert one.reads(test).status_code == 404
        assert one.refused(f"{test}/reading", result="negative") == (404, "rapid-test-unknown")
        assert one.refused(f"{test}/confirmation/result/telling") == (404, "rapid-test-unknown")
        assert one.refused(f"{awa}/entries/{test[-36:]}/wrong-file") == (404, "entry-unknown")
    assert maud.reads(test).json()["result"] == "positive"


def test_a_consent_that_is_hidden_allows_nothing(
    as_: As, people: People, maud: Speaker, lot: str
) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    asked = {"lot_id": lot, "sample": "capillary_blood", "at": at()}
    agreed(maud, awa)
    assert ines.refused(f"{awa}/screening/tests", **asked) == (409, "test-consent-missing")
    agreed(ines, awa)  # trained too, she asks for herself
    test = a_test(ines, awa, lot)
    read(ines, test, "negative")
    assert ines.reads(test).json()["result"] == "negative"
    assert people["ines"].id != people["maud"].id


def test_a_recalled_lot_lists_its_tests_to_whom_may_see_each(
    as_: As, place: Place, maud: Speaker, lot: str
) -> None:
    ines, claire = as_("ines"), as_("claire")
    awa, binta = ines.pathway(), ines.pathway("Binta")
    for pathway in (awa, binta):
        agreed(maud, pathway)
        read(maud, a_test(maud, pathway, lot), "negative")
    agreed(ines, binta)
    hers = a_test(ines, binta, lot)
    maud.recorded("/screening/anonymous-tests", lot_id=lot, counts={"negative": 3}, at=at())
    place.project()
    claire.recorded(f"/screening/lots/{lot}/recall", reason="results", reference="R-7", at=at(90))
    again = claire.refused(f"/screening/lots/{lot}/recall", reason="results")
    assert again == (409, "kit-lot-already-recalled")
    tests = f"/screening/lots/{lot}/tests"
    seen = maud.reads(tests).json()
    assert len(seen["tests"]) == 3
    assert seen["anonymous"] == 3
    assert seen["recalled_at"].startswith("2026-03-04T11:30")
    own = ines.reads(tests).json()  # a mediator: her own act, and nothing of others
    assert [one["test_id"] for one in own["tests"]] == [hers.rpartition("/")[2]]
    assert own["anonymous"] == 0
    assert claire.reads(tests).json()["code"] == "role-follows-nobody"
    assert as_("paul").reads(tests).json()["code"] == "kit-lot-unknown"
    refused = maud.refused("/screening/anonymous-tests", lot_id=lot, counts={"negative": 1})
    assert refused == (409, "kit-lot-recalled")


def test_anonymous_tests_are_counted_without_a_pathway(as_: As, maud: Speaker, lot: str) -> None:
    door = "/screening/anonymous-tests"
    counts = {"negative": 6, "invalid": 1}
    session = as_("ines").recorded(
        "/activities/outreach-sessions",
        kind="food_distribution",
        happening={"place": "Salle des fêtes", "starts_at": at()},
    )
    count = maud.recorded(door, lot_id=lot, counts=counts, activity_id=session, at=at())
    (shown,) = maud.reads(door).json()
    assert (shown["kind"], shown["on"], shown["activity_id"]) == ("hiv", "2026-03-04", session)
    assert (shown["negative"], shown["positive"], shown["invalid"]) == (6, 0, 1)
    assert as_("ines").reads(door).json() == []
    assert as_("claire").refused(door, lot_id=lot, counts=counts, at=at())[0] == 403
    nothing = maud.refused(door, lot_id=lot, counts={}, at=at())
    assert nothing == (409, "no-anonymous-test-counted")
    unknown = maud.refused(door, lot_id=lot, counts=counts, activity_id=lot, at=at())
    assert unknown == (404, "activity-unknown")
    maud.recorded(f"{door}/{count}/withdrawal")
    assert maud.refused(f"{door}/{count}/withdrawal") == (404, "anonymous-count-unknown")
    assert maud.reads(door).json() == []


@pytest.mark.parametrize(
    "counts",
    [{"negative": -1}, {"positive": 501}, {"negative": 1.5}, {"people": ["Awa"]}],
    ids=["below-zero", "too-many", "a-part", "a-name"],
)
def test_a_count_is_a_number(maud: Speaker, lot: str, counts: dict[str, Any]) -> None:
    assert maud.refused("/screening/anonymous-tests", lot_id=lot, counts=counts)[0] == 422


def test_a_test_in_the_wrong_file_is_read_there_by_nobody(as_: As, maud: Speaker, lot: str) -> None:
    awa = as_("ines").pathway()
    agreed(maud, awa)
    test = a_test(maud, awa, lot)
    read(maud, test, "positive")
    maud.recorded(f"{test}/confirmation/refusal", reason="other", words="Il en parlera.")
    moved = maud.refused(
        f"{awa}/entries/{test[-36:]}/wrong-file",
        belongs_to=maud.pathway("Binta").rpartition("/")[2],
    )
    assert moved == (409, "entry-not-moved")
    taken = maud.says(f"{awa}/entries/{test[-36:]}/wrong-file")
    assert taken.status_code == 201, taken.text
    assert maud.reads(f"{awa}/screening").json()["tests"] == []
    assert "Il en parlera." not in maud.reads(f"{awa}/timeline").text


def test_the_same_test_sent_twice_is_made_once(maud: Speaker, lot: str) -> None:
    awa = maud.pathway()
    agreed(maud, awa)
    once = Speaker(maud.client, maud.headers | {"Idempotency-Key": "a-test"})
    assert a_test(once, awa, lot) == a_test(once, awa, lot)
    assert len(maud.reads(f"{awa}/screening").json()["tests"]) == 1


def test_what_changed_since_it_was_read_is_read_again(maud: Speaker, lot: str) -> None:
    awa = maud.pathway()
    agreed(maud, awa)
    test = a_test(maud, awa, lot)
    seen = maud.reads(test).headers["etag"]
    read(maud, test, "negative")
    stale = maud.refused(f"{test}/correction", seen=seen, result="positive")
    assert stale == (412, "changed-since-seen")
    now = maud.reads(test).headers["etag"]
    maud.recorded(f"{test}/correction", seen=now, result="positive")


def test_an_erased_person_was_tested_for_nobody(
    as_: As, people: People, place: Place, maud: Speaker, lot: str
) -> None:
    ines, paul = as_("ines"), as_("paul")
    awa = ines.pathway()
    ines.invites_to_care(awa, people.ccas)
    paul.recorded(f"{awa}/circle/acceptance")
    agreed(maud, awa)
    read(maud, a_test(maud, awa, lot), "positive")
    place.project()
    assert len(maud.reads(f"/screening/lots/{lot}/tests").json()["tests"]) == 1
    erasure = ines.recorded(f"{awa}/erasures", reason="person_asked")
    paul.recorded(f"{awa}/erasures/{erasure}/approval")
    for _ in ("recorded", "certified"):
        assert maud.reads(f"{awa}/screening").status_code == 404
        assert maud.reads(f"/screening/lots/{lot}/tests").json()["tests"] == []
        resume_erasures(place.house.erasing)


def test_a_test_is_read_as_it_was_known_earlier(maud: Speaker, lot: str) -> None:
    awa = maud.pathway()
    agreed(maud, awa)
    test = a_test(maud, awa, lot)
    made = maud.reads(f"{awa}/timeline").json()[-1]["recorded_at"]
    read(maud, test, "positive")
    assert maud.reads(test).json()["result"] == "positive"
    assert maud.reads(test, as_of=made).json()["next_step"] == "read"
