"""The history in a SQLite file: one writer, many readers, every commit flushed to the disk."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from eventsourcing.persistence import IntegrityError, OperationalError

from application.ports import Recorded
from infrastructure.event_store.appends import Append
from infrastructure.event_store.recorder import Answer, HistoryRecorder
from infrastructure.event_store.rows import StoredRow
from infrastructure.event_store.sqlite_files import SqliteFile

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
NO_BOUND = 2**62
PURGED_AT_ONCE = 1_000  # answers, so that no writer waits for long

ROWS = (
    "SELECT stream_id, version, topic, body, position, actor, organisation, command_id,"
    " recorded_at FROM events"
)
OF_STREAM = f"{ROWS} WHERE stream_id = ? AND version > ? AND version <= ? ORDER BY version"
IN_ORDER = f"{ROWS} WHERE position >= ? AND position <= ?"
TAIL = "SELECT position, recorded_at FROM events ORDER BY position DESC LIMIT 1"
HEAD = "SELECT version, position FROM events WHERE stream_id = ? ORDER BY version DESC LIMIT 1"
IDS = "SELECT DISTINCT stream_id FROM events WHERE stream_id > ? ORDER BY stream_id LIMIT ?"
ANSWER = (
    "SELECT caller, fingerprint, stream_id, version, position, recorded_at FROM commands"
    " WHERE command_id = ?"
)
BEFORE = "SELECT 1 FROM events WHERE stream_id = ? AND version = ?"
INSERT = (
    "INSERT INTO events (stream_id, version, topic, body, actor, organisation, command_id,"
    " recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
INSERT_ANSWER = "INSERT INTO commands VALUES (?, ?, ?, ?, ?, ?, ?)"
PURGE = (
    "DELETE FROM commands WHERE recorded_at < ? AND rowid IN"
    " (SELECT rowid FROM commands ORDER BY rowid LIMIT ?)"
)


class SqliteRecorder(HistoryRecorder):
    def __init__(self, path: Path) -> None:
        super().__init__()
        self._file = SqliteFile(path)

    def _commit(self, appends: Sequence[Append]) -> Sequence[Recorded | Exception]:
        try:
            with self._file.writing() as connection:
                recorded_at = _instant(connection)
                return [_settled(connection, append, recorded_at) for append in appends]
        except OperationalError as error:
            return [OperationalError(str(error)) for _ in appends]

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredRow]:
        statement = f"{OF_STREAM} {'DESC' if desc else 'ASC'} LIMIT ?"
        bounds = (-1 if gt is None else gt, NO_BOUND if lte is None else lte)
        return self._rows(
            statement, (_blob(originator_id), *bounds, -1 if limit is None else limit)
        )

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[StoredRow]:
        of_topics = f" AND topic IN ({', '.join('?' * len(topics))})" if topics else ""
        first = (start or 0) + (0 if inclusive_of_start else 1)
        return self._rows(
            f"{IN_ORDER}{of_topics} ORDER BY position LIMIT ?",
            (first, NO_BOUND if stop is None else stop, *topics, limit),
        )

    def max_notification_id(self) -> int | None:
        with self._file.reading() as connection:
            tail = connection.execute(TAIL).fetchone()
        return tail[0] if tail else None

    def select_streams(self, stream_ids: Iterable[UUID]) -> Sequence[StoredRow]:
        return [row for stream_id in stream_ids for row in self.select_events(stream_id)]

    def heads(self, stream_ids: Iterable[UUID]) -> Mapping[UUID, tuple[int, int]]:
        with self._file.reading() as connection:
            heads = {one: connection.execute(HEAD, (one.bytes,)).fetchone() for one in stream_ids}
        return {stream_id: head for stream_id, head in heads.items() if head}

    def stream_ids(self, *, after: UUID | None, limit: int) -> list[UUID]:
        with self._file.reading() as connection:
            found = connection.execute(IDS, (after.bytes if after else b"", limit)).fetchall()
        return [UUID(bytes=stream_id) for (stream_id,) in found]

    def answer_to(self, command_id: UUID) -> Answer | None:
        with self._file.reading() as connection:
            return _answer(connection, command_id)

    def forget_answers(self, *, older_than: timedelta) -> int:
        before = _microseconds(datetime.now(UTC) - older_than)
        return sum(self._forget_some(before))

    def close(self) -> None:
        self._file.close()

    def _forget_some(self, before: int) -> Iterator[int]:
        forgotten = PURGED_AT_ONCE
        while forgotten == PURGED_AT_ONCE:
            with self._file.writing() as connection:
                forgotten = connection.execute(PURGE, (before, PURGED_AT_ONCE)).rowcount
            yield forgotten

    def _rows(self, statement: str, parameters: tuple[Any, ...]) -> list[StoredRow]:
        with self._file.reading() as connection:
            return _stored_rows(connection.execute(statement, parameters))


def _stored_rows(found: Iterable[tuple[Any, ...]]) -> list[StoredRow]:
    uuid = Uuids().__getitem__
    return [
        StoredRow(
            uuid(stream),
            version,
            topic,
            body,
            position,
            uuid(actor),
            uuid(hat),
            uuid(command),
            _datetime(at),
        )
        for stream, version, topic, body, position, actor, hat, command, at in found
    ]


def _settled(
    connection: sqlite3.Connection, append: Append, recorded_at: int
) -> Recorded | Exception:
    """Store one append of a group, or say why not; a savepoint keeps the others out of it."""
    if append.command_id and (answer := _answer(connection, append.command_id)):
        return answer.given_to(append.actor, append.fingerprint)
    if (
        append.first > 1
        and not connection.execute(BEFORE, (append.stream_id.bytes, append.first - 1)).fetchone()
    ):
        return IntegrityError("the stream does not end there")
    connection.execute("SAVEPOINT one")
    try:
        return _store(connection, append, recorded_at)
    except sqlite3.IntegrityError as error:
        connection.execute("ROLLBACK TO one")
        return IntegrityError(str(error))
    finally:
        connection.execute("RELEASE one")


def _store(connection: sqlite3.Connection, append: Append, recorded_at: int) -> Recorded:
    stream, actor = append.stream_id.bytes, _blob(append.actor)
    about = (actor, _blob(append.organisation), command := _blob(append.command_id), recorded_at)
    position = 0
    for row in append.rows:
        place = (stream, row.originator_version, row.topic, row.state)
        position = connection.execute(INSERT, (*place, *about)).lastrowid or 0
    if command:
        answer = (command, actor, append.fingerprint, stream, append.last, position, recorded_at)
        connection.execute(INSERT_ANSWER, answer)
    return Recorded(append.stream_id, append.last, position, _datetime(recorded_at))


def _instant(connection: sqlite3.Connection) -> int:
    """Now, but always later than what was recorded last, whatever the clock says."""
    tail = connection.execute(TAIL).fetchone()
    return max(_microseconds(datetime.now(UTC)), tail[1] + 1 if tail else 0)


def _answer(connection: sqlite3.Connection, command_id: UUID) -> Answer | None:
    found = connection.execute(ANSWER, (command_id.bytes,)).fetchone()
    if not found:
        return None
    caller, fingerprint, stream, version, position, recorded_at = found
    recorded = Recorded(UUID(bytes=stream), version, position, _datetime(recorded_at))
    return Answer(UUID(bytes=caller) if caller else None, fingerprint, recorded)


def _blob(value: UUID | str | None) -> bytes | None:
    return (value if isinstance(value, UUID) else UUID(value)).bytes if value else None


class Uuids(dict[bytes | None, Any]):
    """Each id of a reading, made once: most rows share theirs, and making one is slow."""

    def __missing__(self, value: bytes | None) -> UUID | None:
        made = self[value] = UUID(bytes=value) if value else None
        return made


def _microseconds(instant: datetime) -> int:
    return (instant - EPOCH) // MICROSECOND


def _datetime(microseconds: int) -> datetime:
    return EPOCH + timedelta(microseconds=microseconds)
