"""The first steps of the documentation, run against a real server."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest

from tests.cli.cordee import Cordee
from tests.cli.serving import served
from tests.docs.commands import Shell, run

DOCS = Path(__file__).parents[2] / "docs"
RECORDED = "SELECT max(position) FROM events"
READ = "SELECT position FROM followers WHERE name = 'reminders'"
UNFINISHED = (
    "SELECT count(*) FROM due_rows WHERE pathway_id = ? AND state NOT IN ('sent', 'suppressed')"
)
BRING_FORWARD = "UPDATE due_rows SET due_at = ?, look_at = ? WHERE pathway_id = ?"
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
    with closing(sqlite3.connect(data / "desk.sqlite", isolation_level=None)) as desk:
        recorded = recorded_in(data)
        wait_until(lambda: number(desk, READ) >= recorded)
        desk.execute(BRING_FORWARD, (now, now, pathway))
        wait_until(lambda: number(desk, UNFINISHED, pathway) == 0)


def recorded_in(data: Path) -> int:
    """How far the history goes: what was said until now is to be planned."""
    with closing(sqlite3.connect(data / "events.sqlite")) as events:
        return number(events, RECORDED)


def number(database: sqlite3.Connection, query: str, *asked: str) -> int:
    found: int = database.execute(query, asked).fetchone()[0]
    return found


def wait_until(is_so: Callable[[], bool]) -> None:
    while not is_so():
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
