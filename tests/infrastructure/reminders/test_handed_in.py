"""What `HandedIn` promises, kept by the fake and by both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from application.refusals import StoreUnavailable
from application.reminders.ports import DueRows, DueState
from application.reminders.postbox import Letter
from application.reminders.reports import Became, HandedIn, Report
from domain.pathway.reminders import Channel
from domain.reminders.due import Due
from infrastructure.accounts.blinding import Blinding
from infrastructure.desk import Desk
from infrastructure.migrations.migrate import migrate
from infrastructure.reminders.due_rows import DueRowsInTables
from infrastructure.reminders.handed_in import HandedInTable, NotingPostbox
from infrastructure.reminders.tables import letter_names
from infrastructure.settings import Group, Settings
from tests.fakes.due_rows import DueRowsInMemory
from tests.fakes.handed_in import HandedInInMemory
from tests.fakes.postbox import PostboxInMemory
from tests.infrastructure.databases import engine_on, on_postgres, on_sqlite
from tests.infrastructure.reminders.test_due_rows import HOUR, due

NAME = "m-33639980001"
LONG_AGO = datetime.now(UTC) - timedelta(days=1)
LATER = datetime.now(UTC) + timedelta(days=1)


@dataclass(frozen=True)
class Tables:
    rows: DueRows
    handed_in: HandedIn

    def found(self, told: Report) -> list[Due]:
        key = self.handed_in.key_of(told)
        return self.handed_in.reminders_in(key) if key else []

    def left(self) -> Due:
        """A row that left, alone."""
        row = due()
        position = self.rows.planned_up_to()
        assert self.rows.plan([row], read_from=position, read_to=position + 1)
        assert self.rows.claim(limit=10, lease=HOUR) == [row.id]
        taken = self.rows.take(row.id, lease=HOUR)
        assert taken is not None
        self.rows.finish(taken, DueState.SENT)
        return row


@pytest.fixture(params=["fake", "sqlite", "postgres"])
def tables(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Tables]:
    if request.param == "fake":
        rows = DueRowsInMemory()
        yield Tables(rows, HandedInInMemory(rows))
    elif request.param == "sqlite":
        with tables_on(on_sqlite(tmp_path)) as tables:
            yield tables
    else:
        server = request.getfixturevalue("postgres")
        with on_postgres(server, tmp_path) as settings, tables_on(settings) as tables:
            yield tables


@contextmanager
def tables_on(settings: Settings) -> Iterator[Tables]:
    migrate(settings, Group.DESK)
    with engine_on(settings, Group.DESK) as engine:
        desk = Desk(engine)
        yield Tables(DueRowsInTables(desk), HandedInTable(desk, Blinding(bytes(32))))


def report(
    *, key: UUID | None = None, name: str | None = None, channel: Channel = Channel.TEXT
) -> Report:
    return Report("w-1", key, name, channel, Became.DELIVERED, "not-delivered", LATER)


def test_a_report_finds_what_left_by_key_or_by_name(tables: Tables) -> None:
    row = tables.left()
    tables.handed_in.note(NAME, key=row.id, channel=Channel.TEXT)
    tables.handed_in.note(NAME, key=row.id, channel=Channel.TEXT)
    assert tables.found(report(key=row.id)) == [row]
    assert tables.found(report(name=NAME)) == [row]


def test_a_report_of_something_else_finds_nothing(tables: Tables) -> None:
    row = tables.left()
    tables.handed_in.note(NAME, key=row.id, channel=Channel.TEXT)
    assert tables.found(report()) == []
    assert tables.found(report(key=uuid4())) == []
    assert tables.found(report(name="m-2")) == []
    assert tables.found(report(name=NAME, channel=Channel.EMAIL)) == []


def test_what_is_over_ends_as_the_report_says(tables: Tables) -> None:
    row = tables.left()
    tables.handed_in.arrived(row.id)
    assert tables.rows.counts()[DueState.DELIVERED] == 1
    tables.handed_in.go_on(row.id, reason="expired")
    assert tables.rows.counts()[DueState.DELIVERED] == 1


def test_what_came_back_is_handed_out_again_at_once(tables: Tables) -> None:
    row = tables.left()
    assert tables.handed_in.go_on(row.id, reason="expired")
    assert tables.rows.claim(limit=10, lease=HOUR) == [row.id]
    taken = tables.rows.take(row.id, lease=HOUR)
    assert taken is not None
    assert (taken.failure, taken.tries, taken.cuts) == ("expired", 1, 0)
    assert not tables.handed_in.go_on(row.id, reason="expired")
    assert tables.rows.is_own(taken)


def test_what_is_still_on_its_way_is_left_to_its_worker(tables: Tables) -> None:
    row = due()
    assert tables.rows.plan([row], read_from=0, read_to=1)
    tables.handed_in.arrived(row.id)
    tables.handed_in.go_on(row.id, reason="expired")
    assert tables.rows.counts()[DueState.WAITING] == 1


def test_names_are_forgotten_after_a_while(tables: Tables) -> None:
    row = tables.left()
    tables.handed_in.note(NAME, key=row.id, channel=Channel.TEXT)
    assert tables.handed_in.sweep(LONG_AGO) == 0
    assert tables.handed_in.sweep(LATER) == 1
    assert tables.found(report(name=NAME)) == []


def test_names_are_forgotten_with_their_pathway_and_stand_nowhere_in_clear(
    tmp_path: Path,
) -> None:
    settings = on_sqlite(tmp_path)
    with tables_on(settings) as tables, engine_on(settings, Group.DESK) as engine:
        row = tables.left()
        tables.handed_in.note(NAME, key=row.id, channel=Channel.TEXT)
        assert NAME.encode() not in settings.file_of(Group.DESK).read_bytes()
        tables.rows.forget(row.pathway_id)
        with engine.connect() as connection:
            assert connection.execute(select(letter_names)).all() == []


class Unreachable(HandedInInMemory):
    def note(self, name: str, *, key: UUID, channel: Channel) -> None:  # noqa: ARG002 (the port's)
        raise StoreUnavailable


def test_a_letter_whose_name_cannot_be_noted_left_nevertheless() -> None:
    letter = Letter(uuid4(), Channel.TEXT, "+33639980001", "Rappel", "Rappel")
    inner = PostboxInMemory(knows_keys=False)
    rows = DueRowsInMemory()
    assert NotingPostbox(inner, Unreachable(rows)).deliver(letter) == f"m-{letter.key}"
    noted = HandedInInMemory(rows)
    NotingPostbox(inner, noted).deliver(letter)
    assert noted.names.keys() == {(Channel.TEXT, f"m-{letter.key}")}
    assert NotingPostbox(inner, noted).channels == inner.channels
    assert NotingPostbox(inner, noted).keyed == inner.keyed
