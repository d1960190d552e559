"""A hundred canaries written through every free field of the API are found nowhere in clear.

Nor are they once their people are erased: not with today's keys and yesterday's events, and
yesterday's keys open nothing without the master key of then.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from pydantic import SecretStr

from domain.erasure import Erased
from tests.api.conftest import founded
from tests.canaries.life import Life, facts_of, living
from tests.canaries.places import NEEDLES, dumps, files, found_in, redis_dump, server_files
from tests.canaries.values import STEM
from tests.canaries.writing import free_fields
from tests.cli.cordee import Cordee
from tests.infrastructure.databases import on_postgres, on_sqlite
from tests.servers import postgres_server, redis_server


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[Life]:
    settings = on_sqlite(tmp_path / "data")
    people = founded(settings)
    with living(settings, tmp_path, people) as life:
        yield life


def test_no_canary_is_found_nor_brought_back_once_its_person_is_erased(embedded: Life) -> None:
    life = embedded
    life.tell_everything()
    assert len(life.writer.canaries.made) >= 100
    forgotten = set(free_fields()) - life.writer.written
    assert forgotten == set(), "write in them in tests/canaries/tour.py, or give the reason not to"
    yesterday = life.folder / "yesterday"
    life.runs("backup", str(yesterday))
    assert len(list(life.settings.data.glob("*.sqlite-wal"))) >= 4  # logs that are still open
    assert found_in(files(life.folder)) == set()
    life.erase_everybody()
    life.runs("keys", "rotate", "--yes")
    assert found_in(files(life.folder)) == set()
    nothing_comes_back(life, yesterday)


@pytest.mark.long
def test_no_canary_is_found_in_a_network(tmp_path: Path) -> None:
    """PostgreSQL with its write-ahead log, what Redis would dump, the logs of four processes."""
    with (
        postgres_server() as server,
        redis_server() as queue,
        on_postgres(server, tmp_path / "data") as places,
    ):
        settings = places.model_copy(update={"redis_url": SecretStr(queue.url)})
        with living(settings, tmp_path, founded(settings)) as life:
            life.tell_everything()
            life.runs("backup", str(tmp_path / "yesterday"))

            def everywhere() -> set[str]:
                left = chain(files(tmp_path), dumps(settings), server_files(server))
                return found_in(chain(left, redis_dump(queue, tmp_path)))

            assert everywhere() == set()
            life.erase_everybody()
            life.runs("keys", "rotate", "--yes")
            assert everywhere() == set()


def nothing_comes_back(life: Life, yesterday: Path) -> None:
    """Yesterday's events are opened with today's keys; yesterday's keys are tried too."""
    (today,) = life.settings.key_backups.iterdir()
    streams = {pathway.rpartition("/")[2] for pathway in life.pathways}
    back = another_place(life, "back")
    assert back.read("restore", str(yesterday), "--keys-from", str(today))["entries"] == 0
    told = facts_of(on_sqlite(back.data), streams)
    assert len(told) > 100
    assert all(isinstance(fact, Erased) for fact in told)
    another_place(life, "before").refuses("restore-would-lose", "restore", str(yesterday))


def another_place(life: Life, name: str) -> Cordee:
    """Another machine, with the master key of today."""
    data = life.folder / name
    data.mkdir(mode=0o700)
    shutil.copy(life.settings.master_key_path, data / "master.key")
    return Cordee(data)


@pytest.mark.parametrize("needle", sorted(NEEDLES))
def test_a_canary_that_leaks_is_found_in_each_spelling(tmp_path: Path, needle: bytes) -> None:
    (tmp_path / "leak").write_bytes(b"\xfe" + needle + b"\xfe")
    assert found_in(files(tmp_path)) == {"leak"}


def test_a_leak_is_found_in_a_write_ahead_log(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "leak.sqlite")
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute("CREATE TABLE leak (name TEXT)")
    connection.execute("INSERT INTO leak VALUES (?)", [f"{STEM}aa"])
    connection.commit()
    assert found_in(files(tmp_path)) == {"leak.sqlite-wal"}
    connection.close()
