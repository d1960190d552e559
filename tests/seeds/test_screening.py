"""The rapid tests of the demo, taken through the use cases."""

from datetime import UTC, datetime

import pytest

from application.network import Network
from domain.organisation.organisation import Organisation
from domain.organisation.screening.facts import AnonymousTestsCounted, KitLotRecalled
from domain.pathway.pathway import Pathway
from domain.pathway.screening.facts import RapidTestPerformed
from domain.pathway.screening.rapid_test import RapidTest
from domain.screening.words import LaboratoryResult, RapidTestResult
from seeds.loading import Plan, load_networks, load_people, load_screening
from seeds.rules.shipped import screening_rules, shipped_rules
from tests.fakes.event_log import EventLogInMemory

NOW = datetime(2026, 11, 21, 18, tzinfo=UTC)
PLAN = Plan(people=24, now=NOW)

pytestmark = pytest.mark.xdist_group("stories")


@pytest.fixture(scope="module")
def log() -> EventLogInMemory:
    log = EventLogInMemory()
    network = Network(
        log=log, clock=lambda: NOW, rules=shipped_rules(), screening=screening_rules()
    )
    load_networks(network)
    load_people(network, PLAN, PLAN.persons(), told=lambda _: None, threads=1)
    load_screening(network, PLAN)
    before = len(log.events)
    load_screening(network, PLAN)
    assert len(log.events) == before, "a step that was taken is taken once"
    return log


@pytest.fixture(scope="module")
def pathways(log: EventLogInMemory) -> list[Pathway]:
    ids = {
        event.originator_id: None
        for event in log.events
        if isinstance(event.fact, RapidTestPerformed)
    }
    return [log.load(Pathway, pathway_id) for pathway_id in ids]


def made(pathways: list[Pathway]) -> list[list[RapidTest]]:
    return [list(pathway.rapid_tests.by_id.values()) for pathway in pathways]


def test_one_positive_is_followed_to_confirmation(pathways: list[Pathway]) -> None:
    (positive,) = [
        test
        for tests in made(pathways)
        for test in tests
        if test.result is RapidTestResult.POSITIVE
    ]
    assert positive.last is not None
    assert positive.last.result is LaboratoryResult.CONFIRMED
    assert positive.last.told_at is not None


def test_one_invalid_is_repeated(pathways: list[Pathway]) -> None:
    (pair,) = [tests for tests in made(pathways) if len(tests) > 1]
    assert [test.result for test in pair] == [RapidTestResult.INVALID, RapidTestResult.NEGATIVE]
    assert pair[1].repeats == pair[0].id


def test_no_test_of_the_demo_waits_for_anything(pathways: list[Pathway]) -> None:
    assert len(pathways) == 3
    for pathway in pathways:
        assert {pathway.rapid_tests.next_step(one) for one in pathway.rapid_tests.by_id} == {None}


def test_a_lot_is_recalled_after_some_used_it(log: EventLogInMemory) -> None:
    (recalled,) = [event for event in log.events if isinstance(event.fact, KitLotRecalled)]
    assert isinstance(recalled.fact, KitLotRecalled)
    lots = log.load(Organisation, recalled.originator_id).kit_lots
    assert len(lots.by_id) == 3
    counted = [event.fact for event in log.events if isinstance(event.fact, AnonymousTestsCounted)]
    assert recalled.fact.lot_id in {one.lot_id for one in counted}
