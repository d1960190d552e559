"""`kill -9` of SQLite writers, over and over: nothing acknowledged is lost, no file is damaged."""

import sqlite3
from dataclasses import asdict
from pathlib import Path
from time import monotonic

import pytest

from infrastructure.composition import opened_store
from infrastructure.settings import Group
from tests.faults.checking import Evidence, faults
from tests.faults.nursery import Plan
from tests.faults.storms import everything, kills_of, nursery, save, told_to
from tests.infrastructure.databases import installed, on_sqlite

ROUNDS = 10


def storm(folder: Path, *, kills: int, dies_before_append: float = 0.0, seed: int = 1) -> Evidence:
    """Writers killed in one installation, then read as whoever starts it again reads it."""
    settings = installed(on_sqlite(folder / "data"))
    plan = Plan(
        journals=folder / "journals",
        processes=2,
        threads=2,
        commands=500,
        streams=3,
        pauses=(0.5, 1.0) if dies_before_append else (0.0, 0.05),
        kills=kills,
        dies_before_append=dies_before_append,
        seed=seed,
    )
    plan.journals.mkdir(parents=True)
    with opened_store(settings):  # its first start makes the master key
        pass
    with nursery(settings, plan) as process:
        assert kills_of(process) >= kills
    for group in (Group.EVENTS, Group.KEYS):
        with sqlite3.connect(settings.file_of(group)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()
    with opened_store(settings) as store:
        stored = everything(store.log)
    return Evidence(told_to(plan), stored, followed=stored)


@pytest.mark.parametrize("dies_before_append", [0.0, 0.02])
def test_a_killed_writer_loses_nothing(tmp_path: Path, dies_before_append: float) -> None:
    evidence = storm(tmp_path, kills=12, dies_before_append=dies_before_append)
    assert len(evidence.told) > 0
    assert faults(evidence) == []


@pytest.mark.long
@pytest.mark.parametrize("dies_before_append", [0.0, 0.02])
def test_ten_thousand_killed_writers_lose_nothing(
    tmp_path: Path, dies_before_append: float
) -> None:
    began, told, found = monotonic(), 0, []
    for round_ in range(ROUNDS):
        evidence = storm(
            tmp_path / str(round_),
            kills=10_000 // ROUNDS,
            dies_before_append=dies_before_append,
            seed=round_,
        )
        told += len(evidence.told)
        found += faults(evidence)
    save(
        "sqlite-writers-killed" + ("-before-append" if dies_before_append else ""),
        {
            "kills": 10_000,
            "acknowledged": told,
            "faults": [asdict(fault) for fault in found],
            "seconds": round(monotonic() - began),
        },
    )
    assert found == []
