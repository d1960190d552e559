"""Append to a new stream, and load 200 facts, decide and append one."""

from collections.abc import Callable, Iterator
from uuid import UUID

from infrastructure.composition import opened_store
from tests.benchmarks import library
from tests.benchmarks.measure import Row, at_least, at_most, cost, microseconds_each
from tests.benchmarks.places import Place, a_pathway_of, append_one, plan

TIMES = 300
COLD = 40  # pathways, each loaded once by a log that never saw it
FACTS = 200


def rows(place: Place) -> Iterator[Row]:
    network = place.network
    yield cost(
        f"sealed append, new stream, {place.name}",
        ours=lambda: each(lambda: append_one(place)),
        reference=lambda: each(place.floor),
        against="floor",
        target=at_most(1.5),
    )
    yield cost(
        f"sealed append, new stream, {place.name}",
        ours=lambda: 1e6 / each(lambda: append_one(place)),
        reference=lambda: 1e6 / each(lambda: library.append_new(place.library)),
        against="eventsourcing in clear",
        target=at_least(2.5),
        unit="/s",
    )
    pathways = [a_pathway_of(network, FACTS) for _ in range(COLD)]
    warm = pathways[0]
    yield cost(
        f"load {FACTS} + decide + append, warm, {place.name}",
        ours=lambda: each(lambda: plan(network, warm)),
        reference=lambda: each(place.floor),
        against="floor",
        target=at_most(2),
    )
    yield cost(
        f"load {FACTS} + decide + append, cold, {place.name}",
        ours=lambda: cold(place, pathways),
        reference=lambda: each(place.floor),
        against="floor",
        target=at_most(6),
    )


def each(work: Callable[[], object]) -> float:
    return microseconds_each(work, times=TIMES)


def cold(place: Place, pathways: list[UUID]) -> float:
    """The cost of a first decision on each pathway, in a process that has read none of them."""
    with opened_store(place.settings) as store:
        network = place.network_of(store)
        left = iter(pathways)
        return microseconds_each(lambda: plan(network, next(left)), times=len(pathways))
