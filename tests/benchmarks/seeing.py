"""What deciding access and tracing it cost, on a long pathway with many consents."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from statistics import median
from uuid import UUID, uuid4

from application.pathways.looking import PathwayAsked
from application.pathways.read_timeline import TimelineEntry, read_timeline
from application.ports import Context
from domain.access import Ground, Sight
from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.members import Member, MemberStatus, Profession, Role
from domain.pathway.grounds.facts import SharingConsentGiven
from domain.pathway.grounds.words import Consent, Recipients, Scope
from domain.pathway.pathway import Pathway
from domain.pathway.sharing.facts import OrganisationJoined
from infrastructure.composition import opened_engine
from infrastructure.settings import Group
from infrastructure.traces.trace_table import TraceTable
from tests.benchmarks.measure import ROUNDS, Row, at_most, bound, cost, microseconds_each
from tests.benchmarks.places import Place
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, MEDIATOR, RELAIS, opened
from tests.domain.scenario import PATHWAY

FACTS, CONSENTS = 200, 20
LIMIT = 1_000.0  # microseconds
TIMES = 50


def rows(place: Place) -> Iterator[Row]:
    """The sight alone, which touches no store; then a whole read, with and without it."""
    yield sight(place)
    with opened_engine(place.settings, Group.TRACES) as engine:
        yield timeline(place, TraceTable(engine))


def sight(place: Place) -> Row:
    empty = Pathway(PATHWAY)
    events = empty.next(_facts())
    pathway, viewer = empty.after(events), _viewer()

    def see() -> None:
        Sight(pathway, viewer, at=MARCH_5).visible(events)

    ours = median(microseconds_each(see, times=TIMES) for _ in range(ROUNDS))
    name = f"sight of {FACTS} facts with {CONSENTS} consents, beside {place.name}"
    return bound(name, ours=ours, limit=LIMIT, unit="µs")


def timeline(place: Place, traces: TraceTable) -> Row:
    """Read, decided fact by fact and traced durably, beside read and told to anybody."""
    pathway_id, viewer = uuid4(), _viewer()
    network = replace(place.network, clock=lambda: MARCH_5)
    facts = Pathway(pathway_id).next(_facts())
    network.log.append(facts, Context(uuid4(), MEDIATOR, RELAIS))

    def with_sight() -> None:
        if len(read_timeline(network, traces, PathwayAsked(pathway_id), viewer)) != FACTS:
            raise RuntimeError("not all of it is seen")

    def without() -> None:
        for event in network.log.stream(pathway_id):
            TimelineEntry(
                pathway_id=event.originator_id,
                fact=event.fact,
                recorded_at=event.recorded_at,
                actor_id=event.actor_id,
                organisation_id=event.organisation_id,
                ground=Ground.CONSENT,
            )

    return cost(
        f"timeline of {FACTS} facts with sight and trace, {place.name}",
        ours=lambda: microseconds_each(with_sight, times=TIMES),
        reference=lambda: microseconds_each(without, times=TIMES),
        against="the same read without",
        target=at_most(1.5),
    )


def _facts() -> Iterator[Fact]:
    yield opened()
    yield OrganisationJoined(occurred_at=MARCH_4, joined_id=CCAS, in_care_team=False)
    for number in range(CONSENTS):
        classes = (DataClass.SOCIAL, DataClass.HEALTH)
        scope = Scope(recipients=Recipients(organisations=(CCAS,)), classes=classes)
        yield SharingConsentGiven(
            occurred_at=MARCH_4,
            data_class=DataClass.HEALTH,
            consent_id=UUID(int=number),
            consent=Consent(scope=scope, until=MARCH_5 + timedelta(days=number)),
        )
    for _ in range(FACTS - CONSENTS - 2):
        yield OrganisationJoined(occurred_at=MARCH_4, joined_id=CCAS, in_care_team=False)


def _viewer() -> Member:
    return Member(
        id=UUID(int=1),
        organisation_id=CCAS,
        profession=Profession.NURSE,
        status=MemberStatus.EMPLOYEE,
        roles=frozenset({Role.CASEWORKER}),
    )
