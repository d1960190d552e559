"""What `Inbox` promises, kept by the fake and by both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from application.inbox.ports import Addressee, Inbox, InboxItem, InboxKind, Kept, Place
from domain.data_classes import DataClass
from infrastructure.desk import Desk
from infrastructure.inbox.inbox import InboxInTables
from infrastructure.migrations.migrate import migrate
from infrastructure.settings import Group, Settings
from tests.fakes.inbox import InboxInMemory
from tests.infrastructure.databases import engine_on, on_postgres, on_sqlite

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
MASARAF, CCAS = UUID(int=101), UUID(int=102)
INES = Addressee(MASARAF, UUID(int=201))
MAUD = Addressee(MASARAF, UUID(int=202))
PAUL = Addressee(CCAS, UUID(int=203))
AWA, MOUSSA = UUID(int=1), UUID(int=2)


@pytest.fixture(params=["fake", "sqlite", "postgres"])
def inbox(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Inbox]:
    if request.param == "fake":
        yield InboxInMemory()
    elif request.param == "sqlite":
        with inbox_on(on_sqlite(tmp_path)) as inbox:
            yield inbox
    else:
        server = request.getfixturevalue("postgres")
        with on_postgres(server, tmp_path) as settings, inbox_on(settings) as inbox:
            yield inbox


@contextmanager
def inbox_on(settings: Settings) -> Iterator[Inbox]:
    migrate(settings, Group.DESK)
    with engine_on(settings, Group.DESK) as engine:
        yield InboxInTables(Desk(engine))


def item(number: int, *, to: Addressee = INES, at: datetime = NOON) -> InboxItem:
    return InboxItem(
        id=UUID(int=number),
        organisation_id=to.organisation_id,
        member_id=to.member_id,
        pathway_id=AWA,
        kind=InboxKind.REMINDER,
        cause="right_renewal",
        cause_id=UUID(int=9),
        occurrence=4,
        data_class=DataClass.SOCIAL,
        at=at,
        rule_id="renewal-window",
        due_id=UUID(int=number),
    )


def shown(inbox: Inbox, to: Addressee, *, unread: bool = False) -> list[int]:
    return [kept.item.id.int for kept in inbox.of(to, unread=unread, before=None, limit=100)]


def test_an_item_is_kept_as_it_was_put(inbox: Inbox) -> None:
    bare = replace(item(2), rule_id=None, due_id=None, kind=InboxKind.EMERGENCY_ACCESS)
    inbox.put(item(1), bare)
    assert inbox.find(UUID(int=1), INES) == Kept(item(1), None)
    assert inbox.find(UUID(int=2), INES) == Kept(bare, None)


def test_putting_it_again_changes_nothing(inbox: Inbox) -> None:
    inbox.put(item(1))
    inbox.read(UUID(int=1), INES.member_id, at=NOON)
    inbox.put(replace(item(1), at=NOON + HOUR), item(2))
    inbox.put()
    assert inbox.find(UUID(int=1), INES) == Kept(item(1), NOON)
    assert shown(inbox, INES) == [2, 1]


def test_only_whom_it_is_addressed_to_has_it(inbox: Inbox) -> None:
    inbox.put(item(1), replace(item(2), member_id=None), item(3, to=PAUL))
    assert shown(inbox, INES) == [2, 1]
    assert shown(inbox, MAUD) == [2]
    assert shown(inbox, PAUL) == [3]
    assert inbox.find(UUID(int=1), MAUD) is None
    assert inbox.find(UUID(int=2), PAUL) is None


def test_each_member_reads_for_themselves(inbox: Inbox) -> None:
    inbox.put(replace(item(1), member_id=None))
    inbox.read(UUID(int=1), INES.member_id, at=NOON)
    inbox.read(UUID(int=1), INES.member_id, at=NOON + HOUR)
    assert inbox.find(UUID(int=1), INES) == Kept(replace(item(1), member_id=None), NOON)
    assert (shown(inbox, INES, unread=True), shown(inbox, MAUD, unread=True)) == ([], [1])
    inbox.unread(UUID(int=1), INES.member_id)
    inbox.unread(UUID(int=1), INES.member_id)
    assert shown(inbox, INES, unread=True) == [1]


def test_the_newest_come_first_and_a_page_goes_on_after_the_last_one_shown(inbox: Inbox) -> None:
    inbox.put(item(1), item(2), item(3, at=NOON - HOUR), item(4, at=NOON + HOUR))
    first = inbox.of(INES, unread=False, before=None, limit=2)
    place = Place(first[-1].item.at, first[-1].item.id)
    rest = inbox.of(INES, unread=False, before=place, limit=2)
    assert [kept.item.id.int for kept in (*first, *rest)] == [4, 2, 1, 3]


def test_it_knows_which_reminders_somebody_is_to_see_to(inbox: Inbox) -> None:
    inbox.put(item(1), replace(item(2), kind=InboxKind.CALL))
    inbox.put(replace(item(3), kind=InboxKind.NOT_DELIVERED), replace(item(4), due_id=None))
    assert inbox.about([UUID(int=number) for number in (1, 2, 3, 4, 5)]) == {
        UUID(int=2),
        UUID(int=3),
    }
    assert inbox.about([]) == set()


def test_nothing_is_left_of_a_pathway_that_is_forgotten(inbox: Inbox) -> None:
    inbox.put(item(1), replace(item(2), pathway_id=MOUSSA))
    inbox.read(UUID(int=1), INES.member_id, at=NOON)
    assert inbox.forget(AWA) == 1
    assert shown(inbox, INES) == [2]
    inbox.put(item(1))
    assert inbox.find(UUID(int=1), INES) == Kept(item(1), None)


def test_old_ones_are_swept_some_at_a_time(inbox: Inbox) -> None:
    inbox.put(item(1), item(2, at=NOON - HOUR), item(3, at=NOON - 2 * HOUR))
    assert [inbox.sweep(NOON, limit=1) for _ in range(3)] == [1, 1, 0]
    assert shown(inbox, INES) == [1]
