"""After a restore, what may have left since the backup is not sent again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from application.reminders.plan_reminders import plan_reminders
from application.reminders.ports import DueState
from infrastructure.backup.backup import backup
from infrastructure.backup.restore import restore
from infrastructure.composition import opened_store
from infrastructure.desk import EPOCH
from infrastructure.reminders.opening import open_outbox
from infrastructure.reminders.restored import held_back_until, hold_back
from infrastructure.settings import Group, Settings
from tests.infrastructure.databases import engine_on, installed
from tests.workers.house import House, at_any_hour, house, wait_until
from tests.workers.running import embedded
from workers.composition import opened_reminding


@contextmanager
def reopened(living: House, settings: Settings) -> Iterator[House]:
    """The same house where it was restored, with an outbox that knows nothing."""
    with opened_store(settings) as store:
        pack = at_any_hour(living.due_at)
        with opened_reminding(settings, store, pack=pack) as reminding:
            outbox = open_outbox(settings, store.keyring.secret)
            yield replace(
                living,
                settings=settings,
                reminding=replace(reminding, postbox=outbox),
                outbox=outbox,
            )


def plan(living: House) -> None:
    while plan_reminders(living.reminding).read:
        pass


@pytest.mark.parametrize("planned", [True, False])
def test_what_left_since_the_backup_is_not_sent_again(
    settings: Settings, request: pytest.FixtureRequest, tmp_path: Path, *, planned: bool
) -> None:
    with house(settings) as living:
        living.book()
        living.book(after=5)
        if planned:
            plan(living)
        backup(settings, tmp_path / "yesterday")
        with embedded(living):
            wait_until(lambda: len(living.sent()) == 1)
        backup(settings, tmp_path / "today")
        elsewhere = request.getfixturevalue("elsewhere")
        restore(elsewhere, tmp_path / "yesterday", keys_from=tmp_path / "today")
        with reopened(living, elsewhere) as back:
            assert back.sent() == []  # yesterday's history does not know
            plan(back)
            assert back.reminding.rows.claim(limit=10, lease=timedelta(minutes=1)) == []
            assert back.counts() == {DueState.UNCERTAIN: 1, DueState.WAITING: 1}


def test_what_todays_history_says_was_sent_stays_so(
    settings: Settings, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    with house(settings) as living:
        living.book()
        backup(settings, tmp_path / "yesterday")
        with embedded(living):
            wait_until(lambda: len(living.sent()) == 1)
        backup(settings, tmp_path / "today")
        elsewhere = request.getfixturevalue("elsewhere")
        restore(elsewhere, tmp_path / "today", keys_from=tmp_path / "yesterday")
        with reopened(living, elsewhere) as back:
            plan(back)
            with embedded(back):
                wait_until(lambda: back.counts() == {DueState.SENT: 1})
            assert list(back.outbox.letters()) == []
            assert len(back.sent()) == 1


def test_what_is_held_back_is_known_to_the_microsecond(settings: Settings) -> None:
    at = datetime(2026, 3, 4, 10, 0, 0, 999_999, tzinfo=UTC)
    with engine_on(installed(settings), Group.DESK) as engine, engine.begin() as desk:
        assert held_back_until(desk) == EPOCH
        for moment in (at - timedelta(days=1), at):
            hold_back(desk, at=moment)
            assert held_back_until(desk) == moment
