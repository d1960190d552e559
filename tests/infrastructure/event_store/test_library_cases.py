"""The recorder test cases that eventsourcing ships, run on our recorders."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from eventsourcing.persistence import AggregateRecorder, StoredEvent
from eventsourcing.tests.persistence import AggregateRecorderTestCase, ApplicationRecorderTestCase

from infrastructure.event_store.postgres_recorder import PostgresRecorder
from infrastructure.event_store.recorder import HistoryRecorder
from infrastructure.event_store.sqlite_recorder import SqliteRecorder
from infrastructure.migrations.migrate import migrate
from infrastructure.settings import Group
from tests.infrastructure.databases import on_postgres, on_sqlite
from tests.servers import Postgres


class OfStreamsOnly(AggregateRecorder):
    """Our recorder as the library wants one that keeps no order between streams."""

    def __init__(self, recorder: HistoryRecorder) -> None:
        self.recorder = recorder

    def insert_events(self, stored_events: Sequence[StoredEvent], **_: Any) -> None:
        self.recorder.insert_events(stored_events)

    def select_events(self, *args: Any, **bounds: Any) -> Sequence[StoredEvent]:
        names = [field.name for field in fields(StoredEvent)]
        rows = self.recorder.select_events(*args, **bounds)
        return [StoredEvent(**{name: getattr(row, name) for name in names}) for row in rows]


class OnSqlite:
    recorder: HistoryRecorder

    @pytest.fixture(autouse=True)
    def _recorder(self, tmp_path: Path) -> Iterator[None]:
        migrate(on_sqlite(tmp_path), Group.EVENTS)
        self.recorder = SqliteRecorder(on_sqlite(tmp_path).file_of(Group.EVENTS))
        yield
        self.recorder.close()


class OnPostgres:
    recorder: HistoryRecorder

    @pytest.fixture(autouse=True)
    def _recorder(self, postgres: Postgres, tmp_path: Path) -> Iterator[None]:
        with on_postgres(postgres, tmp_path) as settings:
            migrate(settings, Group.EVENTS)
            self.recorder = PostgresRecorder(settings.postgres_of(Group.EVENTS))
            yield
            self.recorder.close()


class StreamCases(AggregateRecorderTestCase):
    recorder: HistoryRecorder

    def create_recorder(self) -> AggregateRecorder:
        return OfStreamsOnly(self.recorder)


class HistoryCases(ApplicationRecorderTestCase[HistoryRecorder]):
    recorder: HistoryRecorder

    def create_recorder(self) -> HistoryRecorder:
        return self.recorder

    def test_insert_subscribe(self) -> None:
        self.optional_test_insert_subscribe()


class TestStreamsOnSqlite(OnSqlite, StreamCases): ...


class TestHistoryOnSqlite(OnSqlite, HistoryCases): ...


class TestStreamsOnPostgres(OnPostgres, StreamCases): ...


class TestHistoryOnPostgres(OnPostgres, HistoryCases): ...


del AggregateRecorderTestCase, ApplicationRecorderTestCase, StreamCases, HistoryCases  # abstract
