"""Reminders under kills, lost queues and broken gateways: none lost, none twice unsaid."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import pytest
import redis
from pydantic import SecretStr

from application.reminders.send_reminder import LEASE
from domain.reminders.rules import MessageType
from infrastructure.settings import Settings
from tests.faults.reminders.checking import Evidence, faults, said_of
from tests.faults.reminders.gateway import Mood, MoodyGateway
from tests.faults.reminders.nursery import Plan, Role
from tests.faults.reminders.storms import Chaos, Figures, calm, nursery, rage, storm_on
from tests.faults.storms import save
from tests.infrastructure.databases import installed, on_postgres, on_sqlite
from tests.infrastructure.reminders.sms_gateway import sms_gateway
from tests.servers import Postgres, Redis, redis_server

NETWORK = (Role.SCHEDULER,) * 2 + (Role.WORKER,) * 3
EMBEDDED = (Role.EMBEDDED,) * 2
MOODS = {Mood.FINE: 0.9, Mood.SLOW: 0.02, Mood.CUT: 0.04, Mood.BROKEN: 0.04}
SLOW = 1.5  # seconds a slow gateway takes
HURRIED = 1.0  # seconds of a lease: a slow gateway and a paused worker go beyond it
KILLS, ROUNDS = 10_000, 20  # of the long storm


@dataclass(frozen=True)
class Weather:
    """What a storm is made of."""

    roles: tuple[Role, ...]
    kills: int
    knows_keys: bool = True
    message_type: MessageType = MessageType.AT_LEAST_ONCE
    pauses: tuple[float, float] = (0.0, 0.2)  # seconds between some progress and a kill
    lease: float = HURRIED
    seed: int = 1


def storm(settings: Settings, weather: Weather, chaos: Chaos) -> tuple[Evidence, Figures]:
    """People book, processes are killed, all calms down; what there is then to be seen."""
    due_at = datetime.now(UTC)
    gateway = MoodyGateway(knows_keys=weather.knows_keys, moods=MOODS, slow=SLOW)
    with (
        sms_gateway(gateway) as running,
        storm_on(installed(settings), gateway, due_at) as living,
    ):
        plan = Plan(
            roles=weather.roles,
            kills=weather.kills,
            pauses=weather.pauses,
            stops=0.02,
            lease=weather.lease,
            hurries=weather.lease == HURRIED,
            gateway=running.url,
            knows_keys=weather.knows_keys,
            due_at=due_at,
            message_type=weather.message_type,
            seed=weather.seed,
        )
        with nursery(settings, plan) as process:
            killed, paused = rage(living, process, chaos)
            calm(living, process)
        evidence = living.evidence()
        return evidence, Figures.of(living, evidence, killed=killed, paused=paused, chaos=chaos)


@contextmanager
def network(postgres: Postgres, folder: Path) -> Iterator[tuple[Settings, Redis]]:
    with redis_server() as server, on_postgres(postgres, folder) as settings:
        yield settings.model_copy(update={"redis_url": SecretStr(server.url)}), server


def befalling(postgres: Postgres, server: Redis) -> dict[str, Callable[[], None]]:
    """What may befall the servers."""

    def flush() -> None:
        with redis.Redis.from_url(server.url) as client:
            client.flushall()

    def restart_redis() -> None:
        server.kill()
        server.start()

    def restart_postgres() -> None:
        postgres.kill()
        postgres.start()

    return {"flushes": flush, "kills of redis": restart_redis, "of postgres": restart_postgres}


def storm_somewhere(postgres: Postgres, folder: Path, weather: Weather) -> tuple[Evidence, Figures]:
    """Where its roles belong, with what befalls servers there."""
    if weather.roles == EMBEDDED:
        return storm(on_sqlite(folder), weather, Chaos({}))
    with network(postgres, folder) as (settings, server):
        chaos = Chaos(befalling(postgres, server), pauses=(3.0, 12.0))
        return storm(settings, weather, chaos)


@pytest.mark.parametrize("knows_keys", [True, False])
def test_a_network_under_kills_keeps_its_promises(
    mortal: Postgres, tmp_path: Path, knows_keys: bool
) -> None:
    weather = Weather(NETWORK, kills=15, knows_keys=knows_keys)
    with network(mortal, tmp_path) as (settings, server):
        evidence, _ = storm(settings, weather, Chaos(befalling(mortal, server)))
    assert len(evidence.accepted) > 0
    assert faults(evidence) == []


@pytest.mark.parametrize("message_type", MessageType)
def test_an_embedded_house_under_kills_keeps_its_promises(
    tmp_path: Path, message_type: MessageType
) -> None:
    weather = Weather(EMBEDDED, kills=10, knows_keys=False, message_type=message_type)
    evidence, _ = storm(on_sqlite(tmp_path), weather, Chaos({}))
    assert len(evidence.accepted) > 0
    assert faults(evidence) == []


@pytest.mark.long
def test_ten_thousand_kills_lose_nothing_and_double_nothing_unsaid(
    mortal: Postgres, tmp_path: Path
) -> None:
    """Rounds in turn in both topologies, with a gateway that knows keys or not, at most once."""
    began, found, figures = monotonic(), list[str](), Figures()
    for number in range(ROUNDS):
        weather = Weather(
            EMBEDDED if number % 2 else NETWORK,
            kills=KILLS // ROUNDS,
            knows_keys=number // 2 % 2 == 0,
            message_type=list(MessageType)[number % 5 == 4],
            seed=number,
        )
        evidence, told = storm_somewhere(mortal, tmp_path / str(number), weather)
        found += [
            f"round {number}: {fault.broken.name} {said_of(fault.about, evidence)}"
            for fault in faults(evidence)
        ]
        figures = figures.and_of(told)
        seconds = round(monotonic() - began)
        save("reminders-killed", {**figures.said(), "faults": found, "seconds": seconds})
    assert found == []


@pytest.mark.long
def test_how_late_texts_leave_while_a_process_dies_each_second(
    mortal: Postgres, tmp_path: Path
) -> None:
    """With the leases of an installation; the figures are for the note, and no promise."""
    weather = Weather(NETWORK, kills=300, pauses=(0.5, 1.5), lease=LEASE.total_seconds())
    with network(mortal, tmp_path) as (settings, server):
        chaos = Chaos(befalling(mortal, server), pauses=(10.0, 30.0))
        evidence, told = storm(settings, weather, chaos)
    save("reminders-late", told.said())
    assert faults(evidence) == []
