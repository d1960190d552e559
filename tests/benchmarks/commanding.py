"""A command over HTTP, its session checked, on a stream of 20 facts, over 16 connections."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from api.composition import opened_installation
from application.accounts.sign_in import SignIn, sign_in
from tests.api.people import PASSWORD, settle
from tests.benchmarks import library
from tests.benchmarks.asking import commands_a_second, served
from tests.benchmarks.measure import Row, at_least, cost
from tests.benchmarks.places import Place, a_pathway_of

FACTS, PATHWAYS = 20, 64


@dataclass(frozen=True)
class Prepared:
    """Who asks, about which pathways, of Cordée and of the library."""

    token: str
    pathways: list[UUID]
    files: list[UUID]


def rows(place: Place) -> Iterator[Row]:
    prepared = prepare(place)
    settings = place.settings
    environment = {
        "CORDEE_DATA": str(settings.data),
        "CORDEE_DATABASE_URL": settings.database_url.get_secret_value(),
        "CORDEE_KEYS_URL": settings.keys_url.get_secret_value(),
        "CORDEE_CONNECTIONS": "9",  # to each database: two servers share one PostgreSQL
        "PATHWAY": str(prepared.pathways[0]),
        "LIBRARY_PLACE": place.library_place,
    }
    with (
        served("cordee", environment) as cordee,
        served("bare", environment) as bare,
        served("library", environment) as theirs,
    ):
        for port in (cordee, bare):
            commands_a_second(port, prepared.pathways, prepared.token)  # warms it up
        yield cost(
            f"HTTP command, 16 connections, {place.name}",
            ours=lambda: commands_a_second(cordee, prepared.pathways, prepared.token),
            reference=lambda: commands_a_second(bare, prepared.pathways, prepared.token),
            against="no store behind it",
            target=at_least(0.35),
            unit="/s",
        )
        yield cost(
            f"HTTP command, 16 connections, {place.name}",
            ours=lambda: commands_a_second(cordee, prepared.pathways, prepared.token),
            reference=lambda: commands_a_second(theirs, prepared.files, prepared.token),
            against="eventsourcing behind it",
            target=at_least(5),
            unit="/s",
            rounds=3,
        )


def prepare(place: Place) -> Prepared:
    with opened_installation(place.settings) as installation:
        ines = settle(installation.network, installation.desk)["ines"]
        asked = SignIn.model_validate({"email": "ines@cordee.example", "password": PASSWORD})
        token = sign_in(installation.desk, asked, address="127.0.0.1").token
        pathways = [a_pathway_of(installation.network, FACTS, by=ines) for _ in range(PATHWAYS)]
    files = [library.a_file(FACTS - 1) for _ in range(PATHWAYS)]
    for file in files:
        place.library.save(file)
    return Prepared(token, pathways, [file.id for file in files])
