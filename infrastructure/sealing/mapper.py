"""Seals events into rows and opens them, bound to their place and to who acted."""

import hmac
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import cast
from uuid import UUID

from cryptography.exceptions import InvalidTag
from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import JSONTranscoder, Mapper, StoredEvent

from application.ports import Context
from domain.data_classes import DataClass
from domain.erasure import Erased
from domain.kernel import DomainEvent
from infrastructure.event_store.rows import StoredRow
from infrastructure.evolution.fact_types import FactTypes
from infrastructure.sealing.body import (
    CIPHERTEXT,
    NONCE,
    NONCE_BYTES,
    SEALED,
    START,
    Format,
    associated_data,
    is_whole,
    key_id_of,
    padded,
    unpadded,
)
from infrastructure.sealing.errors import KeyUnknown, TamperedBody
from infrastructure.sealing.keyring import Keyring
from infrastructure.sealing.memory import Memory
from infrastructure.sealing.sealing_key import HIDDEN, IN_CLEAR, Gone, SealingKey

STREAMS = 100_000  # whose key id is remembered
AN_HOUR = 3_600  # seconds
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)

# The id of the key that a stream's events are sealed with, read from its rows; None before the
# first. A body of format `STREAM` names it.
StreamKeyOf = Callable[[UUID], bytes | None]


class SealedMapper(Mapper[UUID]):
    """The library's mapper, with a context: who acted, under which hat, for which command."""

    def __init__(
        self, *, store_id: UUID, keyring: Keyring, facts: FactTypes, stream_key_of: StreamKeyOf
    ) -> None:
        super().__init__(JSONTranscoder())
        self._store_id = store_id.bytes
        self._keyring = keyring
        self._facts = facts
        self._stream_key_of = stream_key_of
        self._stream_keys = Memory[UUID, bytes](size=STREAMS, seconds=AN_HOUR)
        self._fingerprints = keyring.secret("fingerprints")

    def seal(self, event: DomainEvent, context: Context) -> StoredRow:
        return self._sealed(event, context.actor_id, context.organisation_id, context.command_id)

    def open_all(self, rows: Iterable[StoredRow]) -> list[DomainEvent]:
        """Open rows; the keys that are not at hand are fetched in one round trip.

        Raises:
            TamperedBody: a body is not what was sealed at its place.
            KeyUnknown: a body names a key that is not known.
            UnknownSchema: a newer Cordée wrote one of the facts.
        """
        rows = list(rows)
        for row in rows:
            if not is_whole(row.state):
                raise TamperedBody.at(row)
        named = [key_id_of(row.state) for row in rows]
        keys = self._keyring.keys(set(named))
        events = [
            self._opened(row, keys.get(key_id)) for row, key_id in zip(rows, named, strict=True)
        ]
        self._remember_stream_keys(rows, keys)
        return events

    def to_stored_event(self, domain_event: DomainEventProtocol[UUID]) -> StoredEvent:
        event = cast("DomainEvent", domain_event)
        return self._sealed(event, event.actor_id, event.organisation_id, event.command_id)

    def to_domain_event(self, stored_event: StoredEvent) -> DomainEvent:
        (event,) = self.open_all([_with_context(stored_event)])
        return event

    def fingerprint(self, content: bytes) -> bytes:
        """Tells a repetition of a command from a reuse of its id, and nothing else."""
        return hmac.digest(self._fingerprints, content, "sha256")

    def stream_key(self, stream_id: UUID) -> SealingKey:
        """The key of a stream that has begun, to seal what is derived from its events."""
        return self._key_of(stream_id, has_begun=True)

    def forget(self, stream_id: UUID) -> None:
        """Look up the stream's key again before the next event is sealed."""
        self._stream_keys.forget(stream_id)

    def _sealed(
        self,
        event: DomainEvent,
        actor: UUID | None,
        organisation: UUID | None,
        command: UUID | None,
    ) -> StoredRow:
        fact = event.fact
        key, layout = self._key_for(event)
        row = StoredRow(
            event.originator_id,
            event.originator_version,
            SEALED if fact.data_class.hides_its_kind else fact.topic,
            bytes((layout,)) + key.id,
            actor=actor,
            organisation=organisation,
            command_id=command,
        )
        nonce = os.urandom(NONCE_BYTES)
        ciphertext = key.cipher(fact.data_class).encrypt(
            nonce, padded(self._facts.write(fact)), associated_data(row, self._store_id)
        )
        return row.sealed(row.state + nonce + ciphertext)

    def _key_for(self, event: DomainEvent) -> tuple[SealingKey, Format]:
        if event.fact.alone:
            return self._keyring.claim(), Format.ALONE
        has_begun = event.originator_version > 1
        return self._key_of(event.originator_id, has_begun=has_begun), Format.STREAM

    def _key_of(self, stream_id: UUID, *, has_begun: bool) -> SealingKey:
        """The stream's key; the first fact that is not sealed alone claims it.

        Where two writers begin a stream at once, or a key is gone, a stream has several: each
        body names its own, and erasing a stream destroys all that its bodies name.
        """
        key_id = self._stream_keys.get(stream_id)
        if key_id is None and has_begun:
            key_id = self._stream_key_of(stream_id)
        key = self._keyring.keys([key_id]).get(key_id) if key_id else None
        if not isinstance(key, SealingKey):
            key = self._keyring.claim()
        self._stream_keys.put(stream_id, key.id)
        return key

    def _opened(self, row: StoredRow, key: SealingKey | Gone | None) -> DomainEvent:
        if key is None:
            raise KeyUnknown.at(row)
        return DomainEvent(
            cast("UUID", row.originator_id),
            row.originator_version,
            self._erased(row, key)
            if isinstance(key, Gone)
            else self._facts.read(self._payload(row, key), row),
            row.id,
            row.recorded_at,
            row.actor,
            row.organisation,
            row.command_id,
        )

    def _remember_stream_keys(
        self, rows: Iterable[StoredRow], keys: Mapping[bytes, SealingKey | Gone]
    ) -> None:
        """The key of the stream that the rows name last is the one that goes on."""
        streams = {row.state[START]: row.originator_id for row in rows}
        for start, stream_id in streams.items():
            key_id = key_id_of(start)
            if start[0] == Format.STREAM and isinstance(keys[key_id], SealingKey):
                self._stream_keys.put(cast("UUID", stream_id), key_id)

    def _erased(self, row: StoredRow, gone: Gone) -> Erased:
        if gone.stream_id != row.originator_id:
            raise TamperedBody.at(row)  # it names the destroyed key of another stream
        self._stream_keys.forget(gone.stream_id)
        return Erased(
            occurred_at=row.recorded_at or LONG_AGO,
            data_class=DataClass.PROTECTION if row.topic == SEALED else DataClass.SOCIAL,
            was=row.topic,
            lost=gone.lost,
        )

    def _payload(self, row: StoredRow, key: SealingKey) -> bytes:
        body = row.state
        nonce, ciphertext = body[NONCE], body[CIPHERTEXT]
        place = associated_data(row, self._store_id)
        for data_class in HIDDEN if row.topic == SEALED else IN_CLEAR:
            try:
                return unpadded(key.cipher(data_class).decrypt(nonce, ciphertext, place))
            except InvalidTag:
                continue
        raise TamperedBody.at(row)


def _with_context(stored: StoredEvent) -> StoredRow:
    """What the library reads without its context was sealed without one."""
    if isinstance(stored, StoredRow):
        return stored
    return StoredRow(stored.originator_id, stored.originator_version, stored.topic, stored.state)
