from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from application.network import Network
from application.pathways.looking import PathwayAsked
from application.pathways.read_pathway import read_pathway
from application.pathways.read_timeline import read_timeline
from application.ports import Context
from application.refusals import StoreUnavailable
from application.traces.trace import Look, Purpose
from domain.access import Ground
from domain.data_classes import DataClass
from domain.erasure import Erased
from domain.kernel import Fact
from domain.members import Member, MemberStatus, Profession, Role
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.pathway.person import CalledOtherwise, Housing, LivingSituationDescribed
from domain.pathway.sharing.facts import OrganisationJoined, OrganisationLeft
from seeds.rules.shipped import shipped_rules
from tests.domain.pathway.people import CCAS, MARCH_5, MEDIATOR, RELAIS, opened
from tests.fakes.event_log import EventLogInMemory
from tests.fakes.traces import TracesInMemory

AWA = UUID("11111111-1111-4111-8111-111111111111")
RENAMED = CalledOtherwise(occurred_at=MARCH_5, called="Awa D.")
IN_A_CLINIC = LivingSituationDescribed(
    occurred_at=MARCH_5, data_class=DataClass.HEALTH, housing=Housing.INSTITUTION
)


def member(profession: Profession, *, of: UUID = RELAIS, member_id: UUID = MEDIATOR) -> Member:
    return Member(
        id=member_id,
        organisation_id=of,
        profession=profession,
        status=MemberStatus.EMPLOYEE,
        roles=frozenset({Role.CASEWORKER}),
    )


INES = member(Profession.MEDIATOR)
ABEL = member(Profession.NURSE, member_id=UUID(int=7))


@pytest.fixture
def network() -> Network:
    return Network(log=EventLogInMemory(), clock=lambda: datetime.now(UTC), rules=shipped_rules())


@pytest.fixture
def traces() -> TracesInMemory:
    return TracesInMemory()


def tell(network: Network, *facts: Fact, by: Member = INES) -> datetime:
    pathway = network.log.load(Pathway, AWA)
    return network.log.append(
        pathway.next(facts), Context(uuid4(), by.id, by.organisation_id)
    ).recorded_at


def test_a_timeline_tells_facts_in_order_with_who_and_why(
    network: Network, traces: TracesInMemory
) -> None:
    tell(network, opened(), RENAMED)
    first, second = read_timeline(network, traces, PathwayAsked(AWA), ABEL)
    assert (first.fact, second.fact) == (opened(), RENAMED)
    assert (first.actor_id, first.organisation_id) == (INES.id, RELAIS)
    assert first.ground is Ground.CARE_TEAM


def test_a_look_is_traced_before_it_is_answered(network: Network, traces: TracesInMemory) -> None:
    tell(network, opened(), IN_A_CLINIC)
    read_timeline(network, traces, PathwayAsked(AWA, purpose=Purpose.HANDOVER), ABEL)
    (trace,) = traces.kept
    assert (trace.member_id, trace.pathway_id) == (ABEL.id, AWA)
    assert (trace.look, trace.purpose) == (Look.TIMELINE, Purpose.HANDOVER)
    assert trace.classes == {DataClass.IDENTITY, DataClass.HEALTH}
    assert trace.grounds == {Ground.CARE_TEAM}


def test_what_cannot_be_traced_is_not_shown(network: Network, traces: TracesInMemory) -> None:
    tell(network, opened())
    traces.broken = True
    for read in (read_timeline, read_pathway):
        with pytest.raises(StoreUnavailable):
            read(network, traces, PathwayAsked(AWA), INES)


def test_outside_the_circle_there_is_no_pathway(network: Network, traces: TracesInMemory) -> None:
    tell(network, opened())
    stranger = member(Profession.DOCTOR, of=CCAS)
    for pathway_id in (AWA, uuid4()):
        with pytest.raises(PathwayNotOpened):
            read_timeline(network, traces, PathwayAsked(pathway_id), stranger)
    assert traces.kept == []


def test_a_hidden_fact_is_in_no_timeline_and_moves_nothing(
    network: Network, traces: TracesInMemory
) -> None:
    tell(network, opened())
    tell(network, IN_A_CLINIC, by=ABEL)
    assert [entry.fact for entry in read_timeline(network, traces, PathwayAsked(AWA), INES)] == [
        opened()
    ]
    assert read_pathway(network, traces, PathwayAsked(AWA), INES).pathway.person.housing is None
    assert (
        read_pathway(network, traces, PathwayAsked(AWA), ABEL).pathway.person.housing
        is Housing.INSTITUTION
    )


def test_a_pathway_is_read_as_it_was_recorded_then(
    network: Network, traces: TracesInMemory
) -> None:
    then = tell(network, opened())
    tell(network, RENAMED)
    before = read_pathway(network, traces, PathwayAsked(AWA, as_of=then), INES)
    now = read_pathway(network, traces, PathwayAsked(AWA), INES)
    assert (before.pathway.person.called, now.pathway.person.called) == ("Awa", "Awa D.")


def test_the_past_brings_back_nothing_to_whoever_left_the_circle(
    network: Network, traces: TracesInMemory
) -> None:
    joined = OrganisationJoined(occurred_at=MARCH_5, joined_id=CCAS)
    then = tell(network, opened(), joined)
    rose = member(Profession.SOCIAL_WORKER, of=CCAS, member_id=UUID(int=8))
    assert read_timeline(network, traces, PathwayAsked(AWA, as_of=then), rose)
    tell(network, OrganisationLeft(occurred_at=MARCH_5, left_id=CCAS))
    with pytest.raises(PathwayNotOpened):
        read_timeline(network, traces, PathwayAsked(AWA, as_of=then), rose)


def test_what_was_erased_is_not_told(network: Network, traces: TracesInMemory) -> None:
    tell(network, opened(), Erased(occurred_at=MARCH_5, was="note-added"))
    assert [entry.fact for entry in read_timeline(network, traces, PathwayAsked(AWA), INES)] == [
        opened()
    ]
