"""The history in PostgreSQL: one statement an append, whoever writes, wherever they run."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg
from eventsourcing.persistence import DatabaseError, IntegrityError, OperationalError

from application.ports import Recorded
from infrastructure.event_store.appends import Append
from infrastructure.event_store.postgres_connections import Readers
from infrastructure.event_store.postgres_writer import OutcomeUnknown, Verdict, Writer, Written
from infrastructure.event_store.recorder import Answer, HistoryRecorder
from infrastructure.event_store.rows import StoredRow

NO_BOUND = 2**62

ROWS = (
    "SELECT stream_id, version, topic, body, position, actor, organisation, command_id,"
    " recorded_at FROM events"
)
OF_STREAM = f"{ROWS} WHERE stream_id = %b AND version > %b::bigint AND version <= %b::bigint"
OF_STREAMS = f"{ROWS} WHERE stream_id = ANY(%b) ORDER BY stream_id, version"
IN_ORDER = f"{ROWS} WHERE position >= %b::bigint AND position <= %b::bigint"
TAIL = "SELECT position FROM events ORDER BY position DESC LIMIT 1"
HEADS = (
    "SELECT asked, head.version, head.position FROM unnest(%b::uuid[]) AS asked"
    " CROSS JOIN LATERAL (SELECT version, position FROM events WHERE stream_id = asked"
    " ORDER BY version DESC LIMIT 1) AS head"
)
IDS = (
    "SELECT DISTINCT stream_id FROM events WHERE %b::uuid IS NULL OR stream_id > %b"
    " ORDER BY stream_id LIMIT %b::bigint"
)
ANSWER = (
    "SELECT caller, fingerprint, stream_id, version, position, recorded_at FROM commands"
    " WHERE command_id = %b"
)
PURGE = "DELETE FROM commands WHERE recorded_at < clock_timestamp() - %b::interval"


class PostgresRecorder(HistoryRecorder):
    def __init__(self, url: str, *, connections: int = 10) -> None:
        super().__init__()
        self._writer = Writer(url)
        self._readers = Readers(url, most=connections)

    def _commit(self, appends: Sequence[Append]) -> Sequence[Recorded | Exception]:
        try:
            return self._settled(appends)
        except OutcomeUnknown:
            return self._ask_again(appends)

    def _ask_again(self, appends: Sequence[Append]) -> Sequence[Recorded | Exception]:
        """Send these again: what is stored answers by its command id, and is not stored twice."""
        lost = OutcomeUnknown("the connection was lost")
        named = [append for append in appends if append.command_id]
        try:
            outcomes = iter(self._settled(named) if named else ())
        except OutcomeUnknown:
            return [OutcomeUnknown(*lost.args) for _ in appends]
        return [
            next(outcomes) if append.command_id else OutcomeUnknown(*lost.args)
            for append in appends
        ]

    def _settled(self, appends: Sequence[Append]) -> Sequence[Recorded | Exception]:
        try:
            written = self._writer.write(appends)
        except OutcomeUnknown:
            raise
        except OperationalError as error:
            return [OperationalError(str(error)) for _ in appends]
        except psycopg.DatabaseError as error:  # one of them is at fault: not the others
            if len(appends) == 1:
                return [DatabaseError(str(error))]
            return [outcome for append in appends for outcome in self._settled([append])]
        return [self._outcome(*each) for each in zip(appends, written, strict=True)]

    def _outcome(self, append: Append, written: Written) -> Recorded | Exception:
        match written.verdict:
            case Verdict.STORED:
                return Recorded(
                    append.stream_id, append.last, written.position, written.recorded_at
                )
            case Verdict.CONFLICT:
                return IntegrityError("the stream does not end there")
            case Verdict.ANSWERED:
                return self._first_answer(append)

    def _first_answer(self, append: Append) -> Recorded | Exception:
        try:
            answer = self.answer_to(append.command_id) if append.command_id else None
        except OperationalError as error:
            return OperationalError(str(error))
        if answer is None:  # forgotten in between
            return OperationalError("the first answer was just forgotten")
        return answer.given_to(append.actor, append.fingerprint)

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredRow]:
        bounds = (-1 if gt is None else gt, NO_BOUND if lte is None else lte)
        order = "ORDER BY version DESC" if desc else "ORDER BY version"
        return self._rows(
            f"{OF_STREAM} {order} LIMIT %b::bigint",
            (originator_id, *bounds, NO_BOUND if limit is None else limit),
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
        of_topics, wanted = (
            (" AND topic = ANY(%b::text[])", (list(topics),)) if topics else ("", ())
        )
        first = (start or 0) + (0 if inclusive_of_start else 1)
        return self._rows(
            f"{IN_ORDER}{of_topics} ORDER BY position LIMIT %b::bigint",
            (first, NO_BOUND if stop is None else stop, *wanted, limit),
        )

    def max_notification_id(self) -> int | None:
        tail = self._readers.read(lambda cursor: cursor.execute(TAIL).fetchone())
        return tail[0] if tail else None

    def select_streams(self, stream_ids: Iterable[UUID]) -> Sequence[StoredRow]:
        asked = list(stream_ids)
        return self._rows(OF_STREAMS, (asked,)) if asked else []

    def heads(self, stream_ids: Iterable[UUID]) -> Mapping[UUID, tuple[int, int]]:
        asked = list(stream_ids)
        return {
            stream_id: (version, position)
            for stream_id, version, position in self._fetch(HEADS, (asked,))
        }

    def stream_ids(self, *, after: UUID | None, limit: int) -> list[UUID]:
        return [stream_id for (stream_id,) in self._fetch(IDS, (after, after, limit))]

    def answer_to(self, command_id: UUID) -> Answer | None:
        for caller, fingerprint, *recorded in self._fetch(ANSWER, (command_id,)):
            return Answer(caller, fingerprint, Recorded(*recorded))
        return None

    def forget_answers(self, *, older_than: timedelta) -> int:
        return self._readers.read(lambda cursor: cursor.execute(PURGE, (older_than,)).rowcount)

    def close(self) -> None:
        self._writer.close()
        self._readers.close()

    def _rows(self, statement: str, parameters: tuple[Any, ...]) -> list[StoredRow]:
        return [StoredRow(*row) for row in self._fetch(statement, parameters)]

    def _fetch(self, statement: str, parameters: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        return self._readers.read(lambda cursor: cursor.execute(statement, parameters).fetchall())
