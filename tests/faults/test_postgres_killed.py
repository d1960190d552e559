"""PostgreSQL and its writers killed at random: what was told is what is stored and followed."""

import random
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

from infrastructure.composition import opened_store
from infrastructure.settings import Settings
from tests.faults.checking import Evidence, faults
from tests.faults.following import asked, follow
from tests.faults.journal import Told
from tests.faults.nursery import Plan
from tests.faults.storms import everything, kills_of, nursery, save, told_to
from tests.infrastructure.databases import installed, on_postgres
from tests.servers import Postgres


@pytest.fixture
def installation(mortal: Postgres, tmp_path: Path) -> Iterator[Settings]:
    with on_postgres(mortal, tmp_path) as settings:
        yield installed(settings)


def plan(folder: Path, *, commands: int, most_kills: int | None = None) -> Plan:
    journals = folder / "journals"
    journals.mkdir()
    return Plan(
        journals=journals,
        processes=4,
        threads=4,
        commands=commands,
        streams=40,
        pauses=(0.5, 4.0) if most_kills is None else (0.2, 0.5),
        spares_after=most_kills,
    )


def storm(
    server: Postgres, settings: Settings, plan: Plan, *, most_kills: int | None = None
) -> tuple[Evidence, Counter[str]]:
    """Writers at work under random kills of theirs and of the server, and a follower."""
    kills, done = Counter[str](), Event()
    with (
        opened_store(settings) as store,
        ThreadPoolExecutor(1) as threads,
        nursery(settings, plan) as process,
    ):
        follower = threads.submit(follow, store.log, done)
        try:
            while process.poll() is None and kills["server"] != most_kills:
                done.wait(random.uniform(0.3, 0.6 if most_kills else 12.0))
                server.kill()
                server.start()
                kills["server"] += 1
            kills["writers"] = kills_of(process)
        finally:
            done.set()
        stored = asked(lambda: everything(store.log))
        return Evidence(told_to(plan), stored, follower.result()), kills


def test_kills_lose_nothing(mortal: Postgres, installation: Settings, tmp_path: Path) -> None:
    few = plan(tmp_path, commands=120, most_kills=3)
    evidence, kills = storm(mortal, installation, few, most_kills=2)
    assert kills["server"] == 2
    assert kills["writers"] > 0
    assert len(evidence.told) == 16 * 120
    assert faults(evidence) == []


@pytest.mark.long
def test_kills_under_long_load_lose_nothing(
    mortal: Postgres, installation: Settings, tmp_path: Path
) -> None:
    began = monotonic()
    evidence, kills = storm(mortal, installation, plan(tmp_path, commands=5_000))
    found = faults(evidence)
    told = Counter(line.told for line in evidence.told)
    save(
        "postgres-and-writers-killed",
        {
            "writers": 16,
            "commands": len(evidence.told),
            "recorded": told[Told.RECORDED],
            "refused": told[Told.REFUSED],
            "events": len(evidence.stored),
            "followed": len(evidence.followed),
            "kills_of_the_server": kills["server"],
            "kills_of_writers": kills["writers"],
            "faults": [asdict(fault) for fault in found],
            "seconds": round(monotonic() - began),
        },
    )
    assert len(evidence.told) == 16 * 5_000
    assert found == []
