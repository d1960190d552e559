"""Random actors beside a model that knows nothing of the code: no read without a ground."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from random import Random
from time import monotonic
from uuid import UUID

import pytest

from domain.access import Sight
from domain.data_classes import DataClass
from domain.kernel import DomainEvent, Fact
from domain.members import Member, MemberStatus, Profession, Role
from domain.pathway.grounds.words import Consent, EmergencyReason, Recipients, Scope, TeamBasis
from domain.pathway.notes import NoteAdded
from domain.pathway.pathway import Pathway
from tests.domain.access.reading import MET
from tests.domain.pathway.people import CCAS, MARCH_5, NOTE, PASS, RELAIS, opened
from tests.domain.scenario import PATHWAY, known
from tests.faults.storms import save

OTHERS = (CCAS, PASS)
CLASSES = tuple(each for each in DataClass if each is not DataClass.IDENTITY)
EMERGENCY = timedelta(hours=3)


def _member(number: int, organisation_id: UUID, profession: Profession) -> Member:
    return Member(
        id=UUID(int=number),
        organisation_id=organisation_id,
        profession=profession,
        status=MemberStatus.EMPLOYEE,
        roles=frozenset({Role.CASEWORKER}),
    )


ACTORS = (
    _member(1, RELAIS, Profession.MEDIATOR),
    _member(2, CCAS, Profession.SOCIAL_WORKER),
    _member(3, CCAS, Profession.NURSE),
    _member(4, PASS, Profession.DOCTOR),
    _member(5, PASS, Profession.MEDIATOR),
)


class Town:
    """The pathway as decisions make it, and what a few sets say of it."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.now = MARCH_5
        self.pathway = known(opened())
        self.team, self.circle = {RELAIS}, {RELAIS}
        self.consents: dict[UUID, tuple[UUID, DataClass, datetime | None]] = {}
        self.objections: dict[UUID, UUID] = {}  # whom
        self.exchanges: list[tuple[int, UUID, DataClass]] = []  # before which version
        self.emergencies: dict[UUID, datetime] = {}  # until, by member

    def step(self) -> None:
        acts: tuple[Callable[[], None], ...] = (
            *(self.join, self.leave, self.declare, self.give, self.give, self.withdraw),
            *(self.object_to, self.lift, self.lift, self.exchange, self.rush, self.wait),
        )
        self.random.choice(acts)()

    def record(self, facts: Fact | Iterable[Fact]) -> None:
        told = [facts] if isinstance(facts, Fact) else facts
        self.pathway = self.pathway.after(self.pathway.next(told))

    def join(self) -> None:
        who, in_team = self.random.choice(OTHERS), self.random.random() < 0.3
        if who not in self.circle:
            self.record(
                self.pathway.sharing.let_in(
                    organisation_id=who,
                    at=self.now,
                    data_class=DataClass.SOCIAL,
                    in_care_team=in_team,
                    seen=self.pathway.sharing,
                )
            )
            self.circle.add(who)
            self.team |= {who} if in_team else set()

    def leave(self) -> None:
        who = self.random.choice(OTHERS)
        if who in self.circle and self.random.random() < 0.4:
            sharing = self.pathway.sharing
            self.record(sharing.leave(organisation_id=who, at=self.now, seen=sharing))
            self.circle.remove(who)
            self.team.discard(who)

    def declare(self) -> None:
        who = self.random.choice(OTHERS)
        if who in self.circle - self.team and self.random.random() < 0.3:
            basis = TeamBasis.COORDINATION
            self.record(
                self.pathway.team.declare(
                    organisation_id=who, basis=basis, at=self.now, data_class=DataClass.SOCIAL
                )
            )
            self.team.add(who)

    def give(self) -> None:
        key, data_class = UUID(int=self.random.getrandbits(64)), self.random.choice(CLASSES)
        member = self.random.choice(ACTORS)
        to = self.random.choice((member.id, member.organisation_id))
        recipients = (
            Recipients(members=(to,)) if to == member.id else Recipients(organisations=(to,))
        )
        until = self.random.choice((None, self.now + timedelta(hours=5)))
        scope = Scope(recipients=recipients, classes=(data_class,))
        consent = Consent(scope=scope, until=until)
        self.record(
            self.pathway.consents.give(
                consent_id=key, consent=consent, at=self.now, data_class=None
            )
        )
        self.consents[key] = to, data_class, until

    def withdraw(self) -> None:
        if self.consents:
            key = self.random.choice(list(self.consents))
            self.record(self.pathway.consents.withdraw(consent_id=key, at=self.now))
            del self.consents[key]

    def object_to(self) -> None:
        actor = self.random.choice(ACTORS)
        organisation = actor.organisation_id if self.random.random() < 0.4 else None
        whom = organisation or actor.id
        if whom not in self.objections.values():
            key = UUID(int=self.random.getrandbits(64))
            self.record(
                self.pathway.objections.object_to(
                    objection_id=key,
                    organisation_id=organisation,
                    member_id=None if organisation else actor.id,
                    at=self.now,
                )
            )
            self.objections[key] = whom

    def lift(self) -> None:
        if self.objections:
            key = self.random.choice(list(self.objections))
            self.record(self.pathway.objections.lift(objection_id=key, at=self.now))
            del self.objections[key]

    def exchange(self) -> None:
        actor, data_class = self.random.choice(ACTORS), self.random.choice(CLASSES)
        if self.random.random() < 0.2:
            self.record(
                self.pathway.exchanges.exchange(
                    exchange_id=UUID(int=self.random.getrandbits(64)),
                    by=RELAIS,
                    with_members=(actor.id,),
                    classes=(data_class,),
                    seen=frozenset(DataClass),
                    at=self.now,
                )
            )
            self.exchanges.append((self.pathway.version, actor.id, data_class))

    def rush(self) -> None:
        actor = self.random.choice(ACTORS)
        if actor.id not in self.objections.values():
            self.record(
                self.pathway.emergencies.take(
                    access_id=UUID(int=self.random.getrandbits(64)),
                    member_id=actor.id,
                    organisation_id=actor.organisation_id,
                    reason=EmergencyReason.VIOLENCE,
                    words="...",
                    lasting=timedelta(days=1),
                    now=self.now,
                )
            )
            self.emergencies[actor.id] = self.now + EMERGENCY

    def wait(self) -> None:
        self.now += timedelta(hours=self.random.choice((1, 2)))

    def may_read(self, actor: Member, data_class: DataClass, version: int) -> bool:
        """What the sets say."""
        here = actor.organisation_id
        if {actor.id, here} & set(self.objections.values()):
            return False
        if data_class not in MET[actor.profession]:
            return False
        if self.emergencies.get(actor.id, self.now) > self.now or here in self.team:
            return True
        return here in self.circle and (
            any(
                to in {actor.id, here}
                and told is data_class
                and (until is None or self.now < until)
                for to, told, until in self.consents.values()
            )
            or any(
                to == actor.id and told is data_class and version < before
                for before, to, told in self.exchanges
            )
        )

    def check(self) -> None:
        for actor in ACTORS:
            sight = Sight(self.pathway, actor, at=self.now)
            for data_class in CLASSES:
                for version in (1, self.pathway.version):
                    seen = sight.of(_note(data_class, version)) is not None
                    assert seen is self.may_read(actor, data_class, version)


def _note(data_class: DataClass, version: int) -> DomainEvent:
    fact = NoteAdded(
        occurred_at=MARCH_5, data_class=data_class, note_id=NOTE, written_by=RELAIS, text="..."
    )
    return DomainEvent(PATHWAY, version, fact)


def drive(seed: int, *, steps: int) -> Pathway:
    town = Town(seed)
    for _ in range(steps):
        town.step()
        town.check()
    return town.pathway


@pytest.mark.parametrize("seed", range(6))
def test_nobody_reads_without_a_ground_and_a_revocation_holds_at_once(seed: int) -> None:
    assert drive(seed, steps=60).version > 20


@pytest.mark.long
def test_nobody_reads_without_a_ground_over_a_hundred_thousand_steps() -> None:
    began, facts = monotonic(), 0
    for seed in range(1_000):
        facts += drive(1_000 + seed, steps=100).version
    looks = 1_000 * 100 * len(ACTORS) * len(CLASSES) * 2
    figures = {"steps": 100_000, "facts": facts, "looks": looks, "without a ground": 0}
    save("random-actors", {**figures, "seconds": round(monotonic() - began)})
