"""The access matrix as of a date: what a cell allowed then is what an auditor is told of it now."""

import random
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from application.audits.opening import AuditAsked
from application.audits.replay_pathway import replay_pathway
from application.network import Network
from application.ports import Context
from domain.access import CLASSES_OF_THE_LAW
from domain.kernel import Aggregate, Fact
from domain.mandates.register import REGISTER, Register
from domain.members import Member, MemberStatus, Profession, Role
from domain.organisation.enrolment import Hat, MemberEnrolled
from domain.organisation.organisation import Organisation
from domain.pathway.grounds.facts import ObjectionRaised
from domain.pathway.pathway import Pathway
from seeds.rules.shipped import shipped_rules
from tests.domain.access.cells import OPEN_TO_CHILD_PROTECTION, VIEWER, Cell
from tests.domain.access.retold import MARK, all_cells, expected, steps_of
from tests.domain.mandates.people import AUDITOR, GRANTED, asked
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, MEDIATOR, PASS, RELAIS
from tests.domain.scenario import PATHWAY
from tests.fakes.event_log import EventLogInMemory
from tests.fakes.traces import TracesInMemory

LATER = MARCH_5 + timedelta(days=7)
SAMPLED = 600
AN_AUDITOR = Member(
    id=AUDITOR,
    organisation_id=PASS,
    profession=Profession.DOCTOR,
    status=MemberStatus.EMPLOYEE,
    roles=frozenset({Role.AUDITOR}),
)


class LogOfThen(EventLogInMemory):
    """Records at the instant that the test says."""

    def at(
        self, when: datetime, aggregate: Aggregate, facts: list[Fact], *, by: UUID = MEDIATOR
    ) -> None:
        aggregate = self.load(type(aggregate), aggregate.id)
        before = len(self.events)
        self.append(aggregate.next(facts), Context(uuid4(), by, RELAIS))
        self.events[before:] = [one._replace(recorded_at=when) for one in self.events[before:]]


def seen_then(cell: Cell) -> bool:
    """Whether the replay of a cell as of then tells its viewer's organisation of it."""
    log = LogOfThen()
    rules = OPEN_TO_CHILD_PROTECTION if cell.ground == "protection_on" else CLASSES_OF_THE_LAW
    network = Network(log=log, clock=lambda: LATER, rules=shipped_rules(), classes_met=rules)
    log.at(MARCH_4, Organisation(CCAS), [enrolled(cell.profession)])
    for step in steps_of(cell, {}):
        by = VIEWER if step.by_viewer else MEDIATOR
        log.at(MARCH_4, Pathway(PATHWAY), step.facts, by=by)
    log.at(LATER, Pathway(PATHWAY), [objection()])  # since then they see nothing
    log.at(LATER, Register(REGISTER), [asked(), GRANTED])
    about = AuditAsked(PATHWAY, MARCH_5, CCAS, VIEWER)
    replay = replay_pathway(network, TracesInMemory(), about, AN_AUDITOR)
    return any(MARK in entry.event.fact.model_dump_json() for entry in replay.entries)


def enrolled(profession: Profession) -> Fact:
    hat = Hat(profession=profession, status=MemberStatus.VOLUNTEER, roles=(Role.CASEWORKER,))
    return MemberEnrolled(occurred_at=MARCH_4, membership_id=VIEWER, human_id=VIEWER, hat=hat)


def objection() -> Fact:
    return ObjectionRaised(
        occurred_at=LATER, objection_id=UUID(int=0xB2), organisation_id=None, member_id=VIEWER
    )


def wrong_among(cells: list[Cell]) -> list[Cell]:
    return [cell for cell in cells if seen_then(cell) is not expected(cell)]


def test_cells_are_replayed_as_they_were() -> None:
    assert wrong_among(random.Random(20_261_122).sample(all_cells(), SAMPLED)) == []


@pytest.mark.long
def test_every_cell_is_replayed_as_it_was() -> None:
    assert wrong_among(all_cells()) == []
