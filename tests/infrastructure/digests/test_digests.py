"""What `Digests` promises, kept by the fake and by both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from application.digests.ports import DigestChoice, DigestDue, Digests
from infrastructure.desk import Desk
from infrastructure.digests.digests import DigestsInTables
from infrastructure.migrations.migrate import migrate
from infrastructure.settings import Group, Settings
from tests.fakes.digests import DigestsInMemory
from tests.infrastructure.databases import engine_on, on_postgres, on_sqlite

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
TODAY = date(2026, 3, 4)
INES, PAUL = UUID(int=1), UUID(int=2)
CHOICE = DigestChoice(language="fr", at=time(7, 30), zone="Europe/Paris")


@pytest.fixture(params=["fake", "sqlite", "postgres"])
def digests(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Digests]:
    if request.param == "fake":
        yield DigestsInMemory()
    elif request.param == "sqlite":
        with digests_on(on_sqlite(tmp_path)) as digests:
            yield digests
    else:
        server = request.getfixturevalue("postgres")
        with on_postgres(server, tmp_path) as settings, digests_on(settings) as digests:
            yield digests


@contextmanager
def digests_on(settings: Settings) -> Iterator[Digests]:
    migrate(settings, Group.DESK)
    with engine_on(settings, Group.DESK) as engine:
        yield DigestsInTables(Desk(engine))


def taken(digests: Digests, now: datetime = NOON, limit: int = 10) -> list[DigestDue]:
    return list(digests.take(now=now, lease=HOUR, limit=limit))


def test_the_last_choice_stands_until_it_ends(digests: Digests) -> None:
    assert digests.choice(INES) is None
    other = CHOICE.model_copy(update={"language": "en", "at": time(18)})
    for choice in (CHOICE, other):
        digests.choose(INES, choice, day=TODAY, at=NOON)
    assert digests.choice(INES) == other
    for _ in range(2):
        digests.end(INES)
    assert digests.choice(INES) is None
    assert taken(digests) == []


def test_each_is_taken_by_one_until_its_lease_ends_the_first_one_first(digests: Digests) -> None:
    digests.choose(INES, CHOICE, day=TODAY, at=NOON)
    digests.choose(PAUL, CHOICE, day=TODAY, at=NOON - HOUR)
    assert taken(digests, NOON - 2 * HOUR) == []
    assert taken(digests, limit=1) == [DigestDue(PAUL, CHOICE, TODAY, NOON + HOUR)]
    assert taken(digests) == [DigestDue(INES, CHOICE, TODAY, NOON + HOUR)]
    assert taken(digests) == []
    assert len(taken(digests, NOON + HOUR)) == 2


def test_the_next_one_is_when_it_is_said(digests: Digests) -> None:
    digests.choose(INES, CHOICE, day=TODAY, at=NOON)
    (due,) = taken(digests)
    tomorrow = TODAY + timedelta(days=1)
    assert digests.put_off(due, day=tomorrow, at=NOON + 24 * HOUR)
    assert taken(digests, NOON + 23 * HOUR) == []
    (next_one,) = taken(digests, NOON + 24 * HOUR)
    assert next_one.day == tomorrow


def test_what_was_chosen_anew_meanwhile_is_not_put_off(digests: Digests) -> None:
    digests.choose(INES, CHOICE, day=TODAY, at=NOON)
    (due,) = taken(digests)
    digests.choose(INES, CHOICE, day=TODAY, at=NOON)
    assert not digests.put_off(due, day=TODAY, at=NOON + 24 * HOUR)
    assert len(taken(digests)) == 1
