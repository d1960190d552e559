from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from application.network import Network
from application.pathways.looking import PathwayAsked
from application.pathways.read_pathway import read_pathway
from application.pathways.read_story import Story, read_story
from application.pathways.read_timeline import read_timeline
from application.ports import Context
from application.refusals import StoreUnavailable
from application.traces.trace import Look
from domain.data_classes import DataClass
from domain.dates import PartialDate
from domain.kernel import Fact
from domain.members import Member, Profession
from domain.pathway.notes import NoteAdded, NoteCorrected, NoteEnteredInError
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.pathway.person import DeathReported, DeathReportedInError
from seeds.rules.shipped import shipped_rules
from tests.application.duplicates.scene import AWA as NAMED_AWA
from tests.application.duplicates.scene import Scene
from tests.application.test_reading_a_pathway import AWA, IN_A_CLINIC, INES, RENAMED, member
from tests.domain.pathway.people import CCAS, MARCH_5, RELAIS, opened
from tests.fakes.event_log import EventLogInMemory
from tests.fakes.traces import TracesInMemory

NOTE, ANOTHER = UUID(int=31), UUID(int=32)


@pytest.fixture
def network() -> Network:
    return Network(log=EventLogInMemory(), clock=lambda: datetime.now(UTC), rules=shipped_rules())


@pytest.fixture
def traces() -> TracesInMemory:
    return TracesInMemory()


def tell(network: Network, *facts: Fact) -> None:
    pathway = network.log.load(Pathway, AWA)
    network.log.append(pathway.next(facts), Context(uuid4(), INES.id, INES.organisation_id))


def story(network: Network, traces: TracesInMemory, by: Member = INES) -> Story:
    return read_story(network, traces, PathwayAsked(AWA), by)


def noted(text: str, *, note_id: UUID = NOTE) -> NoteAdded:
    return NoteAdded(occurred_at=MARCH_5, note_id=note_id, written_by=RELAIS, text=text)


def test_a_story_is_the_pathway_and_its_timeline_under_one_trace(
    network: Network, traces: TracesInMemory
) -> None:
    tell(network, opened(), RENAMED)
    told = story(network, traces)
    assert [trace.look for trace in traces.kept] == [Look.TIMELINE]
    assert told.seen == read_pathway(network, traces, PathwayAsked(AWA), INES)
    assert told.entries == read_timeline(network, traces, PathwayAsked(AWA), INES)


def test_a_story_that_cannot_be_traced_is_not_told(
    network: Network, traces: TracesInMemory
) -> None:
    tell(network, opened())
    traces.broken = True
    with pytest.raises(StoreUnavailable):
        story(network, traces)


def test_there_is_no_story_without_a_ground(network: Network, traces: TracesInMemory) -> None:
    tell(network, opened())
    with pytest.raises(PathwayNotOpened):
        story(network, traces, member(Profession.DOCTOR, of=CCAS))
    assert traces.kept == []


def test_what_is_hidden_is_in_no_part_of_a_story(network: Network, traces: TracesInMemory) -> None:
    tell(network, opened())
    before = story(network, traces)
    context = Context(uuid4(), UUID(int=7), RELAIS)
    network.log.append(network.log.load(Pathway, AWA).next([IN_A_CLINIC]), context)
    after = story(network, traces)
    assert (after.entries, after.seen.events) == (before.entries, before.seen.events)


def test_linked_pathways_are_told_together_each_on_its_own_grounds() -> None:
    scene = Scene()
    awa, hawa = scene.person(scene.ines, NAMED_AWA), scene.person(scene.ines)
    scene.link(awa, hawa, scene.ines)
    scene.noted(hawa, scene.ines)
    asked = PathwayAsked(awa)
    told = read_story(scene.town.network, scene.traces, asked, scene.ines)
    assert {trace.pathway_id for trace in scene.traces.kept} == {awa, hawa}
    assert list(told.entries) == scene.timeline(awa, scene.ines)
    assert {event.originator_id for event in told.seen.events} == {awa}


def test_a_correction_names_what_it_corrects_by_its_place_among_what_is_seen(
    network: Network, traces: TracesInMemory
) -> None:
    died = DeathReported(occurred_at=MARCH_5, died=PartialDate(year=2026))
    tell(network, opened(), died, RENAMED)
    tell(network, DeathReportedInError(occurred_at=MARCH_5, corrects=2))
    assert story(network, traces).corrections == {3: 1}


def test_what_is_said_again_corrects_what_was_said_last_and_an_error_what_began(
    network: Network, traces: TracesInMemory
) -> None:
    again = NoteCorrected(occurred_at=MARCH_5, note_id=NOTE, written_by=RELAIS, text="Chez Ada.")
    withdrawn = NoteEnteredInError(occurred_at=MARCH_5, note_id=NOTE, withdrawn_by=RELAIS)
    tell(network, opened(), noted("Chez elle."), noted("Autre.", note_id=ANOTHER))
    tell(network, again, again, withdrawn)
    assert story(network, traces).corrections == {3: 1, 4: 3, 5: 1}


def test_a_correction_of_what_is_not_seen_names_nothing(
    network: Network, traces: TracesInMemory
) -> None:
    """Told in a class that the reader meets, of something in a class that they do not."""
    hidden = noted("Suit un traitement.").model_copy(update={"data_class": DataClass.HEALTH})
    tell(network, opened())
    context = Context(uuid4(), UUID(int=7), RELAIS)
    pathway = network.log.load(Pathway, AWA)
    network.log.append(pathway.next([hidden]), context)
    tell(network, NoteEnteredInError(occurred_at=MARCH_5, note_id=NOTE, withdrawn_by=RELAIS))
    assert story(network, traces).corrections == {}
