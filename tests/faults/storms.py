"""Bring a nursery up on an installation, and gather what it left."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from application.ports import EventLog
from domain.kernel import DomainEvent
from infrastructure.settings import Settings
from tests.faults.checking import Evidence
from tests.faults.journal import Line, read
from tests.faults.nursery import Plan

ROOT = Path(__file__).parents[2]
EVIDENCE = ROOT / "build" / "evidence"
PAGE = 5_000


@contextmanager
def nursery(settings: Settings, plan: Plan) -> Iterator[subprocess.Popen[str]]:
    """A nursery at work; it is not left behind."""
    secrets = {
        "CORDEE_DATA": str(settings.data),
        "CORDEE_DATABASE_URL": settings.database_url.get_secret_value(),
        "CORDEE_KEYS_URL": settings.keys_url.get_secret_value(),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.nursery"],
        cwd=ROOT,
        env=os.environ | secrets,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        assert process.stdin is not None
        process.stdin.write(plan.model_dump_json())
        process.stdin.close()
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, 9)
        process.wait()
        if process.stdout:
            process.stdout.close()


def kills_of(process: subprocess.Popen[str]) -> int:
    """Wait for the end of a nursery's work; how many writers it killed."""
    assert process.stdout is not None
    kills = process.stdout.read()
    assert process.wait() == 0
    return int(kills)


def evidence(log: EventLog, plan: Plan, followed: list[DomainEvent]) -> Evidence:
    return Evidence(told_to(plan), everything(log), followed)


def told_to(plan: Plan) -> list[Line]:
    return [line for path in sorted(plan.journals.iterdir()) for line in read(path)]


def everything(log: EventLog) -> list[DomainEvent]:
    events: list[DomainEvent] = []
    while newer := log.after(events[-1].position if events else 0, limit=PAGE):
        events += newer
    return events


def save(name: str, figures: dict[str, object]) -> None:
    """Keep the figures of a long run."""
    EVIDENCE.mkdir(parents=True, exist_ok=True)
    (EVIDENCE / f"{name}.json").write_text(json.dumps(figures, indent=1) + "\n")
