"""An erasure killed at any of its steps is always brought to its end."""

import json
import os
import subprocess
import sys
from time import monotonic

import pytest

from infrastructure.composition import opened_store
from infrastructure.settings import Settings
from tests.faults.erasing import Plan
from tests.faults.storms import ROOT, save
from tests.infrastructure.databases import installed


def killed(settings: Settings, plan: Plan) -> dict[str, int]:
    with opened_store(installed(settings)):  # its first start makes the master key
        pass
    places = {
        "CORDEE_DATA": str(settings.data),
        "CORDEE_DATABASE_URL": settings.database_url.get_secret_value(),
        "CORDEE_KEYS_URL": settings.keys_url.get_secret_value(),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.erasing"],
        cwd=ROOT,
        env=os.environ | places,
        input=plan.model_dump_json(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, int] = json.loads(done.stdout)
    return told


def test_an_erasure_killed_at_some_of_its_steps_completes(settings: Settings) -> None:
    told = killed(settings, Plan(first=2, every=18))
    assert told["killed"] >= 4


@pytest.mark.long
def test_an_erasure_killed_at_each_of_its_steps_completes(settings: Settings) -> None:
    began = monotonic()
    told = killed(settings, Plan(first=1, every=1))
    assert told["killed"] >= told["steps"] - 2  # a run may take a step less than the one counted
    kind = "sqlite" if settings.embedded else "postgres"
    save(f"erasures-killed-{kind}", {**told, "seconds": round(monotonic() - began)})
