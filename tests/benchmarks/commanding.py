"""A command over HTTP, its session checked, on a stream of 20 facts, over 16 connections."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from tests.benchmarks import library
from tests.benchmarks.asking import commands_a_second, served
from tests.benchmarks.measure import Row, at_least, cost
from tests.benchmarks.people import Somebody, somebody
from tests.benchmarks.places import Place, a_pathway_of

FACTS, PATHWAYS = 20, 64


@dataclass(frozen=True)
class Prepared:
    """Who asks, about which pathways, of Cordée and of the library."""

    asker: Somebody
    pathways: list[UUID]
    files: list[UUID]


def rows(place: Place) -> Iterator[Row]:
    prepared = prepare(place)
    token = prepared.asker.token
    environment = {**prepared.asker.environment, "PATHWAY": str(prepared.pathways[0])}
    with (
        served("cordee", environment) as cordee,
        served("bare", environment) as bare,
        served("library", environment) as theirs,
    ):
        for port in (cordee, bare):
            commands_a_second(port, prepared.pathways, token)  # warms it up
        yield cost(
            f"HTTP command, 16 connections, {place.name}",
            ours=lambda: commands_a_second(cordee, prepared.pathways, token),
            reference=lambda: commands_a_second(bare, prepared.pathways, token),
            against="the same doors on no history",
            target=at_least(0.35),
            unit="/s",
        )
        yield cost(
            f"HTTP command, 16 connections, {place.name}",
            ours=lambda: commands_a_second(cordee, prepared.pathways, token),
            reference=lambda: commands_a_second(theirs, prepared.files, token),
            against="eventsourcing behind the route",
            target=at_least(5),
            unit="/s",
            rounds=3,
        )


def prepare(place: Place) -> Prepared:
    asker = somebody(place)
    pathways = [a_pathway_of(place.network, FACTS, by=asker.member) for _ in range(PATHWAYS)]
    files = [library.a_file(FACTS - 1) for _ in range(PATHWAYS)]
    for file in files:
        place.library.save(file)
    return Prepared(asker, pathways, [file.id for file in files])
