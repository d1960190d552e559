"""One human, several memberships: rights follow the hat, traces name it, each ends alone."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from api.http.house import House
from infrastructure.traces.trace_table import TraceTable
from tests.api.auditing import an_audit, enrolled
from tests.api.conftest import As
from tests.api.people import RELAIS, People
from tests.api.speaking import Speaker

NURSE, SOCIAL_WORKER = "nurse", "social_worker"


@dataclass(frozen=True)
class Maud:
    """A nurse of the Relais and of the CCAS, and a social worker of the Relais too."""

    speaker: Speaker
    hats: dict[str, str]

    def wears(self, hat: str) -> Speaker:
        """Go on under this hat, in the same session."""
        assert self.chooses(hat) == 200
        return self.speaker

    def chooses(self, hat: str) -> int:
        answer = self.speaker.client.put(
            "/v1/sessions/current/membership",
            json={"membership_id": self.hats[hat]},
            headers=self.speaker.headers,
        )
        return int(answer.status_code)

    def now(self) -> Any:
        return self.speaker.reads("/sessions/current").json()


@pytest.fixture
def maud(as_: As, people: People) -> Maud:
    at_the_relais, at_the_ccas = (str(one.id) for one in people.members["maud"])
    second = enrolled(as_("claire"), "maud", "caseworker", profession=SOCIAL_WORKER)
    hats = {NURSE: at_the_relais, SOCIAL_WORKER: second, "ccas": at_the_ccas}
    return Maud(as_("maud"), hats)


@pytest.fixture
def awa(as_: As) -> str:
    return as_("ines").pathway()


def classes_noted(speaker: Speaker, pathway: str) -> list[str]:
    return [note["data_class"] for note in speaker.reads(f"{pathway}/notes").json()]


def test_rights_follow_the_hat_and_not_the_human(maud: Maud, awa: str) -> None:
    maud.wears(NURSE).recorded(f"{awa}/notes", text="Test positif.", data_class="screening")
    assert classes_noted(maud.wears(NURSE), awa) == ["screening"]
    assert classes_noted(maud.wears(SOCIAL_WORKER), awa) == []  # not even what she wrote
    assert maud.wears("ccas").reads(awa).status_code == 404


def test_acts_and_traces_name_the_hat(maud: Maud, awa: str, house: House) -> None:
    maud.wears(SOCIAL_WORKER).recorded(f"{awa}/notes", text="Cherche un logement.")
    maud.wears(NURSE).recorded(f"{awa}/notes", text="Suit un traitement.", data_class="health")
    entries = maud.wears(NURSE).reads(f"{awa}/timeline").json()
    acted = [(entry["member_id"], entry["organisation_id"]) for entry in entries[1:]]
    assert acted == [(maud.hats[SOCIAL_WORKER], str(RELAIS)), (maud.hats[NURSE], str(RELAIS))]
    maud.wears(SOCIAL_WORKER).reads(awa)
    assert isinstance(house.traces, TraceTable)
    traces = house.traces.of_pathway(UUID(awa.rpartition("/")[2]))
    looked = [(str(trace.member_id), trace.look) for trace in traces]
    assert looked == [(maud.hats[NURSE], "timeline"), (maud.hats[SOCIAL_WORKER], "pathway")]


def test_leaving_one_ends_that_one_alone(maud: Maud, awa: str, as_: As) -> None:
    maud.wears(NURSE).recorded(f"{awa}/notes", text="Suit un traitement.", data_class="health")
    elsewhere = Maud(as_("maud"), maud.hats)
    elsewhere.wears(SOCIAL_WORKER)
    departure = f"/organisations/{RELAIS}/members/{maud.hats[NURSE]}/departure"
    as_("claire").recorded(departure)
    answer = maud.speaker.reads(awa)
    assert (answer.status_code, answer.json()["code"]) == (403, "membership-not-chosen")
    now = maud.now()
    assert now["membership_id"] is None
    assert {one["id"] for one in now["memberships"]} == {
        maud.hats[SOCIAL_WORKER],
        maud.hats["ccas"],
    }
    assert maud.chooses(NURSE) == 404
    assert elsewhere.speaker.reads(awa).status_code == 200
    assert maud.wears(SOCIAL_WORKER).reads(awa).status_code == 200
    *_, note = (
        as_("maud").client.get(f"/v1{awa}/timeline", headers=elsewhere.speaker.headers).json()
    )
    assert note["member_id"] == maud.hats[NURSE]  # what she did stays hers


def test_the_last_one_that_ends_signs_out(maud: Maud, as_: As, people: People) -> None:
    maud.wears("ccas")
    claire = as_("claire")
    for hat, organisation_id in ((NURSE, RELAIS), (SOCIAL_WORKER, RELAIS), ("ccas", people.ccas)):
        claire.recorded(f"/organisations/{organisation_id}/members/{maud.hats[hat]}/departure")
    assert maud.speaker.reads("/sessions/current").status_code == 401


def test_other_roles_are_other_rights_at_the_next_request(maud: Maud, awa: str, as_: As) -> None:
    assert maud.wears(NURSE).reads(awa).status_code == 200
    path = f"/organisations/{RELAIS}/members/{maud.hats[NURSE]}/roles"
    claire = as_("claire")
    claire.recorded(path, roles=["coordinator"])
    assert maud.speaker.reads(awa).status_code == 404
    claire.recorded(path, roles=["caseworker"])
    assert maud.speaker.reads(awa).status_code == 200


def test_the_replay_knows_the_hats_of_then(maud: Maud, awa: str, as_: As, people: People) -> None:
    maud.wears(NURSE).recorded(f"{awa}/notes", text="Test positif.", data_class="screening")
    as_caseworker = datetime.now(UTC).isoformat()
    path = f"/organisations/{RELAIS}/members/{maud.hats[NURSE]}/roles"
    as_("claire").recorded(path, roles=["coordinator"])
    audit = an_audit(as_, people)
    audit.mandated()

    def saw(hat: str, **asked: str) -> set[str]:
        asked |= {"organisation_id": str(RELAIS), "member_id": maud.hats[hat]}
        entries = audit.odile.reads(f"/audit{awa}/timeline", **asked).json()["entries"]
        return {entry["data_class"] for entry in entries}

    assert saw(NURSE, as_of=as_caseworker) == {"identity", "screening"}
    assert saw(NURSE) == set()
    assert saw(SOCIAL_WORKER, as_of=as_caseworker) == {"identity"}
