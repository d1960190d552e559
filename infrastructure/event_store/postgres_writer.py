"""One call of `append_events` for a group of commands, on a connection of the writer's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from struct import Struct
from uuid import UUID

import psycopg
from eventsourcing.persistence import OperationalError
from psycopg.errors import error_from_result
from psycopg.pq import ConnStatus, ExecStatus, Format
from psycopg.pq.abc import PGresult

from infrastructure.event_store.appends import Append
from infrastructure.event_store.postgres_arrays import (
    BIGINT,
    BIGINT_OID,
    BYTES_OID,
    TEXT_OID,
    UUID_OID,
    array,
)
from infrastructure.event_store.postgres_connections import connect

NAME = b"append"
CALL = (
    b"SELECT verdict, last_position, instant FROM append_events($1, $2, $3, $4, $5, $6, $7, $8, $9)"
)
FORMATS = [Format.BINARY] * 9
PLACE = Struct("!qq")  # position, microseconds since the epoch of PostgreSQL
POSTGRES_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


class Verdict(StrEnum):
    STORED = "stored"
    ANSWERED = "answered"  # its command was recorded before
    CONFLICT = "conflict"


VERDICTS = {verdict.encode(): verdict for verdict in Verdict}


@dataclass(frozen=True, slots=True)
class Written:
    verdict: Verdict
    position: int  # of the last row, where it was stored
    recorded_at: datetime


class OutcomeUnknown(OperationalError):
    """The connection was lost while the server was at work: what it did must be asked."""


class Writer:
    """For one thread at a time; connects when it is needed, and again after a loss."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: psycopg.Connection | None = None

    def write(self, appends: Sequence[Append]) -> list[Written]:
        """Store each append, or say why not, in one durable transaction.

        Raises:
            OutcomeUnknown: whether they are stored must be asked.
            OperationalError: nothing was stored.
            psycopg.DatabaseError: nothing was stored; the server cannot take one of them.
        """
        connection = self._connection = self._connection or self._connect()
        parameters = _parameters(appends)
        try:
            result = connection.pgconn.exec_prepared(NAME, parameters, FORMATS, Format.BINARY)
            _check(result)
        except psycopg.Error as error:
            if connection.pgconn.status != ConnStatus.OK:
                self.close()
                raise OutcomeUnknown(str(error)) from error
            if isinstance(error, psycopg.OperationalError):
                raise OperationalError(str(error)) from error
            raise
        return [_written(result, row) for row in range(result.ntuples)]

    def close(self) -> None:
        if self._connection:
            self._connection.close()
            self._connection = None

    def _connect(self) -> psycopg.Connection:
        connection = connect(self._url)
        prepared = connection.pgconn.prepare(NAME, CALL)
        if prepared.status != ExecStatus.COMMAND_OK:
            connection.close()
            raise OperationalError(str(error_from_result(prepared)))
        return connection


def _check(result: PGresult) -> None:
    if result.status != ExecStatus.TUPLES_OK:
        raise error_from_result(result)


def _parameters(appends: Sequence[Append]) -> list[bytes]:
    rows = [row for append in appends for row in append.rows]
    return [
        array(UUID_OID, [_bytes(append.command_id) for append in appends]),
        array(UUID_OID, [_bytes(append.actor) for append in appends]),
        array(UUID_OID, [_bytes(append.organisation) for append in appends]),
        array(BYTES_OID, [append.fingerprint for append in appends]),
        array(UUID_OID, [append.stream_id.bytes for append in appends]),
        array(BIGINT_OID, [BIGINT.pack(append.first) for append in appends]),
        array(BIGINT_OID, [BIGINT.pack(len(append.rows)) for append in appends]),
        array(TEXT_OID, [row.topic.encode() for row in rows]),
        array(BYTES_OID, [row.state for row in rows]),
    ]


def _written(result: PGresult, row: int) -> Written:
    verdict, position, instant = (result.get_value(row, column) or b"" for column in range(3))
    at, since = PLACE.unpack(position + instant)
    return Written(VERDICTS[verdict], at, POSTGRES_EPOCH + timedelta(microseconds=since))


def _bytes(value: UUID | None) -> bytes | None:
    return value.bytes if value else None
