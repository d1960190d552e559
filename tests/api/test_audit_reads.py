"""Lawless looks among lawful ones: exactly those are found, on both kinds of database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from starlette.testclient import TestClient

from api.http.app import create_app
from api.http.house import House
from application.audits.check_reads import CLOSE, Checked, check_reads
from application.erasures.resume_erasures import resume_erasures
from application.traces.trace import Look, Purpose, Trace
from domain.access import Ground
from domain.data_classes import DataClass
from domain.lawful import Fault
from domain.members import Member
from infrastructure.settings import Settings
from infrastructure.traces.trace_table import TraceTable
from tests.api.auditing import Audit, an_audit
from tests.api.conftest import founded, place_on
from tests.api.people import PASSWORD, RELAIS, People
from tests.api.speaking import Speaker

LATER = timedelta(hours=4)
EVERYDAY = (DataClass.IDENTITY, DataClass.SOCIAL)


@dataclass(frozen=True)
class Town:
    """The invented network, where people look at pathways."""

    house: House
    people: People
    client: TestClient

    def as_(self, name: str) -> Speaker:
        asked = {"email": f"{name}@cordee.example", "password": PASSWORD}
        token = self.client.post("/v1/sessions", json=asked).json()["token"]
        return Speaker(self.client, {"Authorization": f"Bearer {token}"})

    @property
    def traces(self) -> TraceTable:
        assert isinstance(self.house.traces, TraceTable)
        return self.house.traces

    def seed(self, pathway: str, by: Member, **said: Any) -> tuple[UUID, datetime]:
        """A look that nobody took; the member and the instant tell it from the others."""
        trace = Trace(
            at=datetime.now(UTC) + LATER,
            member_id=by.id,
            organisation_id=by.organisation_id,
            pathway_id=UUID(pathway.rpartition("/")[2]),
            look=Look.TIMELINE,
            purpose=Purpose.FOLLOW_UP,
            as_of=None,
            grounds=frozenset({Ground.CARE_TEAM}),
            classes=frozenset({DataClass.IDENTITY}),
        )
        seeded = replace(trace, **said)
        self.traces.write(seeded)
        return seeded.member_id, seeded.at

    def checked(self) -> list[Checked]:
        day = timedelta(days=1)
        now = datetime.now(UTC)
        return list(
            check_reads(self.house.network, self.traces, start=now - 2 * day, end=now + 2 * day)
        )


@contextmanager
def town_on(settings: Settings) -> Iterator[Town]:
    people = founded(settings)
    with place_on(settings) as place, TestClient(create_app(place.house)) as client:
        yield Town(place.house, people, client)


@pytest.fixture
def town(settings: Settings) -> Iterator[Town]:
    with town_on(settings) as town:
        yield town


@pytest.fixture
def audit(town: Town) -> Audit:
    return an_audit(town.as_, town.people)


def faults(checked: list[Checked]) -> dict[tuple[UUID, datetime], tuple[Fault, set[DataClass]]]:
    return {
        (one.trace.member_id, one.trace.at): (one.fault, set(one.classes))
        for page in checked
        for one in page.lawless
    }


def lived_in(town: Town, audit: Audit) -> tuple[str, str]:
    """Looks on every ground at one person, and some at another who is then erased."""
    ines, paul, lise = town.as_("ines"), town.as_("paul"), town.as_("lise")
    awa, binta = ines.pathway(), ines.pathway("Binta")
    ines.recorded(f"{awa}/notes", text="Suit un traitement.", data_class="health")
    consent = ines.consents(awa, town.people.ccas, "social")
    ask = {"service": "food_aid", "target_id": str(town.people.ccas)}
    ines.recorded(f"{awa}/referrals", ask=ask)
    lise.recorded(f"{awa}/emergency-access", reason="violence", words="Sur place.")
    mandate = audit.mandated(scope={"reach": "pathways", "ids": [awa.rpartition("/")[2]]})
    for somebody in (ines, paul, lise):
        for path in ("", "/timeline", "/notes"):
            assert somebody.reads(f"{awa}{path}").status_code == 200
    for asked in ({}, {"organisation_id": str(RELAIS)}):
        assert audit.odile.reads(f"/audit{awa}/timeline", **asked).status_code == 200
    ines.recorded(f"{awa}/sharing/consents/{consent}/withdrawal")
    audit.odile.recorded(f"/mandates/{mandate}/end")
    ines.reads(binta)
    erasure = ines.recorded(f"{binta}/erasures", reason="person_asked")
    maud = town.as_("maud")
    membership = {"membership_id": str(town.people["maud"].id)}
    maud.client.put("/v1/sessions/current/membership", json=membership, headers=maud.headers)
    maud.recorded(f"{binta}/erasures/{erasure}/approval")
    return awa, binta


def test_exactly_the_looks_without_a_ground_are_found(town: Town, audit: Audit) -> None:
    awa, binta = lived_in(town, audit)
    before = town.checked()
    assert faults(before) == {}
    assert sum(page.traces for page in before) == 12
    assert sum(page.not_checkable for page in before) == 1
    people, now = town.people, datetime.now(UTC)
    odile = people["ines"].model_copy(update={"id": UUID(audit.auditor_id)})
    identity, screening = {DataClass.IDENTITY}, {DataClass.SCREENING}
    seeded = {
        town.seed(awa, people["claire"]): (Fault.NO_GROUND, identity),
        town.seed(awa, people["paul"]): (Fault.NO_GROUND, identity),
        town.seed(awa, people["lise"]): (Fault.NO_GROUND, identity),
        town.seed(awa, people["ines"], classes=frozenset({*EVERYDAY, *screening})): (
            Fault.NO_GROUND,
            screening,
        ),
        town.seed(awa, people["ines"], member_id=uuid4()): (Fault.NO_HAT, identity),
        town.seed(awa, people["ines"], organisation_id=people.ccas): (Fault.NO_HAT, identity),
        town.seed(awa, people["ines"], at=now - LATER): (Fault.NO_PATHWAY, identity),
        town.seed(f"/pathways/{uuid4()}", people["ines"]): (Fault.NO_PATHWAY, identity),
        town.seed(awa, odile, grounds=frozenset({Ground.AUDIT_MANDATE})): (
            Fault.NO_MANDATE,
            identity,
        ),
        town.seed(awa, odile, mandate_id=uuid4()): (Fault.NO_MANDATE, identity),
        town.seed(awa, odile): (Fault.NO_GROUND, identity),
    }
    lawful = (
        town.seed(awa, people["ines"], classes=frozenset({*EVERYDAY, DataClass.HEALTH})),
        town.seed(
            awa, people.members["maud"][0], classes=frozenset(DataClass) - {DataClass.MENTAL_HEALTH}
        ),
        town.seed(awa, people["ines"], classes=frozenset()),
    )
    town.seed(binta, people["claire"])  # she was erased: nobody can tell any more
    after = town.checked()
    assert faults(after) == seeded
    assert not set(lawful) & set(seeded)
    assert sum(page.not_checkable for page in after) == 2


def test_a_coordinator_lists_emergencies_and_reads_no_more(town: Town, audit: Audit) -> None:
    awa, binta = town.as_("ines").pathway(), town.as_("ines").pathway("Binta")
    town.as_("lise").recorded(f"{awa}/emergency-access", reason="violence", words="Sur place.")
    dora = town.people["ines"].model_copy(update={"id": UUID(audit.dora_id)})
    listed = {"look": Look.LIST, "grounds": frozenset(), "classes": frozenset({DataClass.SOCIAL})}
    town.seed(awa, dora, **listed)
    lawless = {
        town.seed(binta, dora, **listed),
        town.seed(awa, dora, **listed | {"classes": frozenset(EVERYDAY)}),
        town.seed(awa, dora, **listed | {"look": Look.TIMELINE}),
    }
    assert set(faults(town.checked())) == lawless


def test_a_ground_that_stood_close_to_the_look_is_one(town: Town) -> None:
    ines, paul = town.as_("ines"), town.people["paul"]
    awa = ines.pathway()
    consent = ines.consents(awa, town.people.ccas, "social")
    ask = {"service": "food_aid", "target_id": str(town.people.ccas)}
    ines.recorded(f"{awa}/referrals", ask=ask)
    answer = ines.says(f"{awa}/sharing/consents/{consent}/withdrawal")
    withdrawn = datetime.fromisoformat(answer.json()["recorded_at"])
    moment = timedelta(milliseconds=1)
    town.seed(awa, paul, at=withdrawn + CLOSE - moment)
    late = town.seed(awa, paul, at=withdrawn + CLOSE + moment)
    assert set(faults(town.checked())) == {late}


def test_roles_and_departures_are_those_of_then(town: Town) -> None:
    claire, ines, maud = town.as_("claire"), town.people["ines"], town.people["maud"]
    awa = town.as_("ines").pathway()
    path = f"/organisations/{RELAIS}/members"
    claire.recorded(f"{path}/{maud.id}/roles", roles=["coordinator"])
    claire.recorded(f"{path}/{ines.id}/departure")
    now = datetime.now(UTC)
    town.seed(awa, ines, at=now)
    town.seed(awa, maud, at=now)
    gone, coordinating = town.seed(awa, ines), town.seed(awa, maud)
    assert {who: fault for who, (fault, _) in faults(town.checked()).items()} == {
        gone: Fault.NO_HAT,
        coordinating: Fault.NO_GROUND,
    }


def test_own_acts_that_were_erased_since_leave_a_look_undecided(town: Town) -> None:
    ines, by = town.as_("ines"), town.people["ines"]
    awa = ines.pathway()
    note = ines.recorded(f"{awa}/notes", text="À une autre.", data_class="screening")
    town.seed(awa, by, classes=frozenset({DataClass.SCREENING}))
    assert faults(town.checked()) == {}
    ines.recorded(f"{awa}/notes/{note}/wrong-file")
    resume_erasures(town.house.erasing)
    assert faults(town.checked()) == {}
    assert sum(page.not_checkable for page in town.checked()) == 1
    paul = town.seed(awa, town.people["paul"])
    assert set(faults(town.checked())) == {paul}
