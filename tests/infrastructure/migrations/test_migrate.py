from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from infrastructure.migrations.migrate import migrate
from infrastructure.settings import Group, Settings
from tests.infrastructure.databases import engine_on, on_sqlite

AN_EVENT = text(
    "INSERT INTO events (position, stream_id, version, topic, recorded_at, body)"
    " VALUES (:position, :stream, 1, 'sealed', :at, :body)"
)


def values(settings: Settings) -> dict[str, object]:
    embedded = settings.embedded
    return {
        "position": 1,
        "stream": b"s" * 16 if embedded else "11111111-1111-4111-8111-111111111111",
        "at": 0 if embedded else "2026-03-04T10:00:00Z",
        "body": b"body",
    }


def test_every_group_has_its_own_history_of_versions(settings: Settings) -> None:
    migrate(settings)
    for group in Group:
        assert f"{group}_version" in tables(settings, group)


def test_migrating_again_changes_nothing(settings: Settings) -> None:
    migrate(settings)
    before = tables(settings, Group.EVENTS)
    migrate(settings)
    assert tables(settings, Group.EVENTS) == before


def test_an_older_version_can_be_made_then_brought_to_the_newest(settings: Settings) -> None:
    migrate(settings, Group.EVENTS, to="events_0001")
    assert "store" not in tables(settings, Group.EVENTS)
    migrate(settings, Group.EVENTS)
    assert "store" in tables(settings, Group.EVENTS)


def test_processes_that_start_at_once_migrate_once(settings: Settings) -> None:
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as processes:
        for done in [processes.submit(migrate, settings) for _ in range(4)]:
            done.result()
    assert {"events", "commands"} <= tables(settings, Group.EVENTS)


@pytest.mark.parametrize(
    "statement", ["UPDATE events SET topic = 'other'", "DELETE FROM events", "TRUNCATE events"]
)
def test_the_database_refuses_to_rewrite_history(settings: Settings, statement: str) -> None:
    if settings.embedded and statement.startswith("TRUNCATE"):
        pytest.skip("SQLite has no TRUNCATE")
    migrate(settings, Group.EVENTS)
    with engine_on(settings, Group.EVENTS) as engine:
        with engine.begin() as connection:
            connection.execute(AN_EVENT, values(settings))
        with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
            connection.execute(text(statement))
        with engine.connect() as connection:
            assert connection.execute(text("SELECT topic FROM events")).scalars().all() == [
                "sealed"
            ]


@pytest.mark.parametrize("position", [1, 2])
def test_sqlite_refuses_to_replace_an_event(tmp_path: Path, position: int) -> None:
    settings = on_sqlite(tmp_path)
    migrate(settings, Group.EVENTS)
    with engine_on(settings, Group.EVENTS) as engine:
        with engine.begin() as connection:
            connection.execute(AN_EVENT, values(settings))
        replacing = text(AN_EVENT.text.replace("INSERT", "INSERT OR REPLACE"))
        with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
            connection.execute(replacing, {**values(settings), "position": position})


def tables(settings: Settings, group: Group) -> set[str]:
    with engine_on(settings, group) as engine:
        return set(inspect(engine).get_table_names())
