"""What `Watches` promises, kept by the fake and by both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from application.clocks.ports import Look, Watches
from infrastructure.clocks.watches import WatchesInTables
from infrastructure.desk import Desk
from infrastructure.migrations.migrate import migrate
from infrastructure.settings import Group, Settings
from tests.fakes.watches import WatchesInMemory
from tests.infrastructure.databases import engine_on, on_postgres, on_sqlite

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
AWA, MOUSSA = UUID(int=1), UUID(int=2)


@pytest.fixture(params=["fake", "sqlite", "postgres"])
def watches(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Watches]:
    if request.param == "fake":
        yield WatchesInMemory()
    elif request.param == "sqlite":
        with watches_on(on_sqlite(tmp_path)) as watches:
            yield watches
    else:
        server = request.getfixturevalue("postgres")
        with on_postgres(server, tmp_path) as settings, watches_on(settings) as watches:
            yield watches


@contextmanager
def watches_on(settings: Settings) -> Iterator[Watches]:
    migrate(settings, Group.DESK)
    with engine_on(settings, Group.DESK) as engine:
        yield WatchesInTables(Desk(engine))


def watched(watches: Watches, *pathway_ids: UUID, at: datetime = NOON) -> None:
    position = watches.followed_up_to()
    assert watches.watch(pathway_ids, at=at, read_from=position, read_to=position + 1)


def taken(watches: Watches, *, now: datetime = NOON, limit: int = 100) -> list[Look]:
    return watches.take(now=now, lease=HOUR, limit=limit)


def test_a_pathway_is_looked_at_by_one_until_the_lease_ends(watches: Watches) -> None:
    watched(watches, AWA)
    assert taken(watches, now=NOON - HOUR) == []
    assert taken(watches) == [Look(AWA, NOON + HOUR)]
    assert taken(watches) == []
    assert taken(watches, now=NOON + HOUR) == [Look(AWA, NOON + 2 * HOUR)]


def test_no_more_are_taken_than_asked_the_first_ones_first(watches: Watches) -> None:
    watched(watches, AWA)
    watched(watches, MOUSSA, at=NOON - HOUR)
    assert [look.pathway_id for look in taken(watches, limit=1)] == [MOUSSA]


def test_a_pathway_is_looked_at_again_when_it_is_said_or_never(watches: Watches) -> None:
    watched(watches, AWA, MOUSSA)
    looks = {look.pathway_id: look for look in taken(watches)}
    assert watches.put_back(looks[AWA], at=NOON + 2 * HOUR)
    assert watches.put_back(looks[MOUSSA], at=None)
    assert [look.pathway_id for look in taken(watches, now=NOON + 3 * HOUR)] == [AWA]


def test_what_moved_meanwhile_is_not_put_off(watches: Watches) -> None:
    watched(watches, AWA)
    (look,) = taken(watches)
    watched(watches, AWA, at=NOON)
    assert not watches.put_back(look, at=None)
    (again,) = taken(watches)
    (lost,) = taken(watches, now=NOON + HOUR)
    assert not watches.put_back(again, at=NOON)
    assert watches.put_back(lost, at=None)


def test_two_who_follow_the_history_go_through_it_once(watches: Watches) -> None:
    assert watches.watch([AWA], at=NOON, read_from=0, read_to=7)
    assert not watches.watch([MOUSSA], at=NOON, read_from=0, read_to=9)
    assert watches.followed_up_to() == 7
    assert [look.pathway_id for look in taken(watches)] == [AWA]


def test_any_number_of_them_is_watched_at_once(watches: Watches) -> None:
    many = [UUID(int=number) for number in range(1_100)]
    watched(watches, *many)
    assert len(taken(watches, limit=2_000)) == len(many)
