"""What our recorders promise beyond the library's cases, on each database."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from uuid import UUID, uuid4

import psycopg
import pytest
from eventsourcing.persistence import (
    DatabaseError,
    IntegrityError,
    OperationalError,
    ProgrammingError,
)
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from sqlalchemy import text

from application.ports import Recorded
from application.refusals import CommandReused
from infrastructure.composition import open_recorder
from infrastructure.event_store.appends import MOST_EVENTS, Append
from infrastructure.event_store.postgres_connections import Readers
from infrastructure.event_store.postgres_recorder import PostgresRecorder
from infrastructure.event_store.recorder import HistoryRecorder
from infrastructure.event_store.rows import StoredRow
from infrastructure.migrations.migrate import migrate
from infrastructure.settings import Group, Settings
from tests.infrastructure.databases import engine_on, on_postgres, on_sqlite
from tests.servers import Postgres

LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('cordee.events.' || current_schema(), 0))"
WAITERS = (
    "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SESSIONS = "SELECT FROM pg_stat_activity WHERE application_name = %s"
FUTURE = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def recorder(settings: Settings) -> Iterator[HistoryRecorder]:
    migrate(settings, Group.EVENTS)
    recorder = open_recorder(settings)
    yield recorder
    recorder.close()


def an_append(
    stream_id: UUID | None = None, versions: Sequence[int] = (1,), topic: str = "sealed"
) -> Append:
    stream, command_id = stream_id or uuid4(), uuid4()
    rows = [StoredRow(stream, n, topic, b"body", command_id=command_id) for n in versions]
    return Append.of(rows, b"fingerprint")


def group(recorder: HistoryRecorder, *appends: Append) -> Sequence[Recorded | Exception]:
    """What becomes of appends that share a commit."""
    return recorder._commit(appends)  # noqa: SLF001 (only here is it sure that they share one)


def test_what_shares_a_commit_has_one_instant_and_places_in_order(
    recorder: HistoryRecorder,
) -> None:
    outcomes = group(recorder, an_append(), an_append(versions=(1, 2, 3)), an_append())
    recorded = [each for each in outcomes if isinstance(each, Recorded)]
    assert [(each.position, each.version) for each in recorded] == [(1, 1), (4, 3), (5, 1)]
    assert len({each.recorded_at for each in recorded}) == 1


def test_a_conflict_fails_nobody_else(recorder: HistoryRecorder) -> None:
    stream_id, taken = uuid4(), an_append()
    recorder.append(an_append(stream_id))
    first = recorder.append(taken)
    outcomes = group(
        recorder,
        an_append(),
        an_append(stream_id),  # its version is taken
        an_append(stream_id, versions=(3,)),  # a version would be missing
        an_append(stream_id, versions=(2, 3)),
        taken,  # answered before
        replace(taken, fingerprint=b"something else"),
        an_append(stream_id, versions=(4,)),  # after what was stored just before
    )
    assert [type(each) for each in outcomes] == [
        Recorded,
        IntegrityError,
        IntegrityError,
        Recorded,
        Recorded,
        CommandReused,
        Recorded,
    ]
    assert outcomes[4] == replace(first, repeated=True)
    assert recorder.heads([stream_id]) == {stream_id: (4, 6)}
    assert [event.id for event in recorder.select_notifications(1, 100)] == [1, 2, 3, 4, 5, 6]


def test_a_command_that_gathered_twice_is_stored_once(recorder: HistoryRecorder) -> None:
    append = an_append()
    first, again = group(recorder, append, append)
    assert isinstance(first, Recorded)
    assert again == replace(first, repeated=True)
    assert recorder.max_notification_id() == 1


def test_time_never_goes_back(settings: Settings, recorder: HistoryRecorder) -> None:
    first = recorder.append(an_append())
    plant_in_the_future(settings)
    second, third = recorder.append(an_append()), recorder.append(an_append())
    assert first.recorded_at < FUTURE < second.recorded_at < third.recorded_at


def plant_in_the_future(settings: Settings) -> None:
    """As if the clock had been ahead for a while."""
    embedded = settings.embedded
    row = {
        "stream": uuid4().bytes if embedded else uuid4(),
        "at": (FUTURE - EPOCH) // timedelta(microseconds=1) if embedded else FUTURE,
    }
    with engine_on(settings, Group.EVENTS) as engine, engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO events (position, stream_id, version, topic, recorded_at, body)"
                " VALUES (2, :stream, 1, 'sealed', :at, '')"
            ),
            row,
        )


def test_positions_may_have_gaps(settings: Settings, recorder: HistoryRecorder) -> None:
    plant_in_the_future(settings)
    recorded = recorder.append(an_append())
    assert recorded.position == 3
    assert [event.id for event in recorder.select_notifications(None, 10)] == [2, 3]


def test_answers_are_forgotten_after_their_time(recorder: HistoryRecorder) -> None:
    append = an_append()
    command_id = append.command_id
    assert command_id
    recorder.append(append)
    assert recorder.forget_answers(older_than=timedelta(days=30)) == 0
    assert recorder.answer_to(command_id)
    assert recorder.forget_answers(older_than=timedelta(seconds=-1)) == 1
    assert recorder.answer_to(command_id) is None


def test_many_answers_are_forgotten_at_once(recorder: HistoryRecorder) -> None:
    for _ in range(80):
        group(recorder, *(an_append() for _ in range(32)))
    assert recorder.forget_answers(older_than=timedelta(seconds=-1)) == 2_560


@pytest.mark.parametrize(
    ("versions", "refusal"),
    [
        ((1, 3), IntegrityError),
        ((1, 1), IntegrityError),
        (range(1, MOST_EVENTS + 2), ProgrammingError),
    ],
)
def test_an_append_is_whole_and_bounded(versions: Sequence[int], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        an_append(versions=versions)


def test_an_append_is_to_one_stream() -> None:
    rows = [StoredRow(uuid4(), n, "sealed", b"body") for n in (1, 2)]
    with pytest.raises(ProgrammingError):
        Append.of(rows)


def test_a_history_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    recorder = open_recorder(on_sqlite(tmp_path))
    for asked in (recorder.max_notification_id, lambda: recorder.append(an_append())):
        with pytest.raises(OperationalError):
            asked()
    assert list(tmp_path.iterdir()) == []


class TestOnPostgres:
    """What only a server and its connections make possible."""

    @pytest.fixture
    def settings(self, postgres: Postgres, tmp_path: Path) -> Iterator[Settings]:
        with on_postgres(postgres, tmp_path) as settings:
            yield settings

    def test_what_the_server_cannot_take_fails_alone(self, recorder: HistoryRecorder) -> None:
        outcomes = group(recorder, an_append(), an_append(topic="\0"), an_append())
        assert [type(each) for each in outcomes] == [Recorded, DatabaseError, Recorded]

    def test_an_append_whose_connection_died_is_asked_again_and_stored_once(
        self, settings: Settings, recorder: HistoryRecorder
    ) -> None:
        with ThreadPoolExecutor(1) as threads, psycopg.connect(url(settings)) as other:
            other.execute(LOCK)
            recorded = threads.submit(recorder.append, an_append())
            died = terminate_the_waiter(other)
            assert the_waiter(other, but=died)
            other.commit()
            assert recorded.result().position == 1
        assert recorder.max_notification_id() == 1

    def test_what_has_no_command_id_is_not_asked_again(
        self, settings: Settings, recorder: HistoryRecorder
    ) -> None:
        nameless = StoredRow(uuid4(), 1, "sealed", b"body")
        with ThreadPoolExecutor(1) as threads, psycopg.connect(url(settings)) as other:
            other.execute(LOCK)
            recorded = threads.submit(recorder.insert_events, [nameless])
            terminate_the_waiter(other)
            with pytest.raises(OperationalError):
                recorded.result()
        assert recorder.max_notification_id() is None

    def test_writers_see_each_other_whatever_isolation_the_server_would_give(
        self, settings: Settings, recorder: HistoryRecorder
    ) -> None:
        options = conninfo_to_dict(url(settings))["options"]
        options = f"{options} -c default_transaction_isolation=serializable"
        other = PostgresRecorder(make_conninfo(url(settings), options=options))
        appends = [an_append() for _ in range(50)]
        more = [an_append() for _ in range(50)]
        with closing(other), ThreadPoolExecutor(2) as threads:
            both = [
                threads.submit(list, map(r.append, a))
                for r, a in ((recorder, appends), (other, more))
            ]
            for done in both:
                done.result()
        assert recorder.max_notification_id() == 100

    def test_a_reading_that_outlives_the_recorder_leaves_no_connection(
        self, settings: Settings, postgres: Postgres
    ) -> None:
        name, under_way = f"reader-{uuid4().hex}", Event()
        readers = Readers(make_conninfo(url(settings), application_name=name), most=2)

        def slowly(cursor: psycopg.Cursor) -> None:
            under_way.set()
            cursor.execute("SELECT pg_sleep(0.1)")

        with ThreadPoolExecutor(1) as threads:
            reading = threads.submit(readers.read, slowly)
            assert under_way.wait(10)
            readers.close()
            reading.result()
        with psycopg.connect(postgres.url(), autocommit=True) as other:
            while other.execute(SESSIONS, [name]).fetchall():
                pass

    def test_an_answer_lost_on_its_way_is_found_again(
        self, settings: Settings, recorder: HistoryRecorder
    ) -> None:
        append = an_append()
        with closing(open_recorder(settings)) as elsewhere:
            recorded = elsewhere.append(append)
        assert recorder.append(append) == replace(recorded, repeated=True)


def url(settings: Settings) -> str:
    return settings.postgres_of(Group.EVENTS)


def the_waiter(other: psycopg.Connection, *, but: int = 0) -> int:
    """The process of the server that waits for the lock of writers."""
    while True:
        for (process,) in other.execute(WAITERS):
            if process != but:
                return int(process)


def terminate_the_waiter(other: psycopg.Connection) -> int:
    process = the_waiter(other)
    other.execute("SELECT pg_terminate_backend(%s)", [process])
    return process
