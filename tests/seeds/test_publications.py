"""The attack on what would be published of the demo: two releases of a year, then the next year."""

from datetime import UTC, datetime

import pytest

from application.network import Network
from application.publication.counting import count_year
from domain.publication.attacking import attacked
from domain.publication.hiding import protected
from domain.publication.release import Tables
from infrastructure.publication.highs import highs
from seeds.loading import Plan, load_networks, load_people
from seeds.networks.networks import demo
from seeds.rules.shipped import shipped_rules
from tests.domain.publication.towns import naive
from tests.fakes.event_log import EventLogInMemory

NOW = datetime(2026, 11, 21, 18, tzinfo=UTC)
PLAN = Plan(now=NOW)
TOLD_LATER = 60  # people whose pathways are recorded after the first release
COMMUNES = tuple(commune for network in demo().networks for commune in network.communes)

pytestmark = [pytest.mark.long, pytest.mark.xdist_group("stories")]


@pytest.fixture(scope="module")
def counted() -> dict[str, Tables]:
    """The tables of 2025 as they were known first, and once more people were told; and of 2026."""
    log = EventLogInMemory()
    network = Network(log=log, clock=lambda: NOW, rules=shipped_rules())
    load_networks(network)
    persons = PLAN.persons()
    load_people(network, PLAN, persons[:-TOLD_LATER], told=lambda _: None, threads=1)
    first = log.head()
    load_people(network, PLAN, persons[-TOLD_LATER:], told=lambda _: None, threads=1)
    return {
        "first": count_year(log, 2025, COMMUNES, position=first).tables,
        "again": count_year(log, 2025, COMMUNES, position=log.head()).tables,
        "next": count_year(log, 2026, COMMUNES, position=log.head()).tables,
    }


def test_no_hidden_number_of_consecutive_releases_is_recovered(counted: dict[str, Tables]) -> None:
    first = protected(counted["first"], (), highs).tables
    again = protected(counted["again"], (first,), highs).tables
    following = protected(counted["next"], (), highs).tables
    for releases in ([first], [first, again], [following]):
        found = attacked(releases, highs)
        assert found.targets > 100
        assert found.recovered == ()
    assert all(any(table.numbers) for table in first.tables), "each table tells something"


def test_the_same_attack_recovers_numbers_of_a_naive_release(counted: dict[str, Tables]) -> None:
    assert attacked([naive(counted["again"])], highs).recovered
