"""The first steps of the documentation, run against a real server."""

import sqlite3
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest

from tests.cli.cordee import Cordee
from tests.cli.serving import served
from tests.docs.commands import Shell, run

DOCS = Path(__file__).parents[2] / "docs"
PLANNED = "SELECT count(*) FROM due_rows WHERE pathway_id = ?"
OVER = f"{PLANNED} AND state IN ('sent', 'suppressed')"
BRING_FORWARD = "UPDATE due_rows SET due_at = ?, look_at = ? WHERE pathway_id = ?"
BOOKED_AND_MOVED_TWICE = 3
AT_ANY_HOUR = """
version = "at-any-hour"
source = "The tests: they run at night and on Sundays too"
read_on = 2026-11-21
verified = false

[hours]
opens = 00:00:00
closes = 23:59:59
margin = "PT0S"
quiet_days = []
on_holidays = true

[[rules]]
id = "appointment-day-before"
on = "appointment"
before = { days = 1 }
at = 10:00:00
message_type = "at_least_once"
template = "appointment"
"""


def let_the_day_before_come(data: Path, shell: Shell) -> None:
    """Bring forward what is due for the person: the only clock that the test moves."""
    pathway = UUID(shell.run('echo "$PATHWAY"').strip()).hex
    now = int(datetime.now(UTC).timestamp() * 1_000_000)
    desk = sqlite3.connect(data / "desk.sqlite", isolation_level=None)
    wait_for(desk, PLANNED, pathway)
    desk.execute(BRING_FORWARD, (now, now, pathway))
    wait_for(desk, OVER, pathway)
    desk.close()


def wait_for(desk: sqlite3.Connection, counting: str, pathway: str) -> None:
    while desk.execute(counting, (pathway,)).fetchone() != (BOOKED_AND_MOVED_TWICE,):
        time.sleep(0.05)


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    file = tmp_path / "rules.toml"
    file.write_text(AT_ANY_HOUR, "utf-8")
    return file


def test_the_first_steps_work_word_for_word(demo: Cordee, rules: Path) -> None:
    settings = {"CORDEE_REMINDER_RULES": str(rules)}
    with served(demo.data, "--demo", environment=settings) as at:
        blocks = run(
            DOCS / "first-steps.md",
            environment={"CORDEE": at.url, "CORDEE_DATA": str(demo.data)},
            asides={"the day before comes": partial(let_the_day_before_come, demo.data)},
        )
    assert blocks >= 15
