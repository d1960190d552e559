"""The keys at hand: claimed from the pool, fetched by id, remembered for ten minutes in clear."""

import os
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar
from uuid import UUID, uuid4, uuid5

from infrastructure.sealing.errors import EpochEnded, MasterKeyWrong, SecretDestroyed
from infrastructure.sealing.key_table import KeyTable, WrappedKey
from infrastructure.sealing.master_key import KEY_BYTES, MasterKeys
from infrastructure.sealing.memory import Memory
from infrastructure.sealing.pool import Pool
from infrastructure.sealing.sealing_key import Gone, SealingKey
from infrastructure.sealing.tables import KeyState

REMEMBERED = 50_000  # keys
CLEAR_FOR = 600  # seconds that a key stays in memory
T = TypeVar("T")
PURPOSES = UUID("6a6f1d0e-5b52-4c36-9f0e-9f2c1c5f8a11")  # namespace of keys known by a purpose


class Keyring:
    """Reads the master key file again, by `reread`, when the keys have been rotated since."""

    def __init__(
        self, table: KeyTable, master: MasterKeys, *, reread: Callable[[], MasterKeys] | None = None
    ) -> None:
        self._table = table
        self._master = master
        self._reread = reread
        self._memory = Memory[bytes, SealingKey | Gone](size=REMEMBERED, seconds=CLEAR_FOR)
        self._pool = Pool(self._make)

    def claim(self) -> SealingKey:
        """A new key, committed already, for one stream or one fact."""
        key = self._pool.claim()
        self._memory.put(key.id, key)
        return key

    def keys(self, key_ids: Iterable[bytes]) -> Mapping[bytes, SealingKey | Gone]:
        """These keys, those not remembered in one round trip; unknown ones are absent.

        Raises:
            MasterKeyWrong: a key was wrapped under an epoch that the master key file lacks.
        """
        known: dict[bytes, SealingKey | Gone] = {}
        missing: list[UUID] = []
        for key_id in key_ids:
            if key := self._memory.get(key_id):
                known[key_id] = key
            else:
                missing.append(UUID(bytes=key_id))
        if missing:
            for wrapped in self._table.fetch(missing):
                key = self._unwrapped(wrapped)
                known[wrapped.key_id.bytes] = key
                self._memory.put(wrapped.key_id.bytes, key)
        return known

    def secret(self, purpose: str) -> bytes:
        """The 256-bit key of a purpose, the same for every process of the network.

        Raises:
            SecretDestroyed: it was, for good.
        """
        key_id = uuid5(PURPOSES, purpose)
        found = self._table.fetch([key_id])
        if not found:
            self._in_this_epoch(
                lambda: self._table.add_if_absent(self._wrapped(key_id, KeyState.PURPOSE)[0])
            )
            found = self._table.fetch([key_id])
        (kept,) = found
        if kept.wrapped is None:
            raise SecretDestroyed
        return self._secret(kept, kept.wrapped)

    def destroy_secret(self, purpose: str, *, of: UUID) -> int:
        """Destroy the key of a purpose for good; the epoch it was wrapped under."""
        return self.destroy([uuid5(PURPOSES, purpose).bytes], stream_id=of)

    def destroy(self, key_ids: Iterable[bytes], *, stream_id: UUID) -> int:
        """Destroy keys of one stream for good; what they sealed reads as erased.

        Returns the newest epoch that any of them was wrapped under: copies of them die with it.
        """
        ids = list(key_ids)
        epoch = self._table.destroy((UUID(bytes=key_id) for key_id in ids), stream_id=stream_id)
        for key_id in ids:
            self._memory.forget(key_id)
        return epoch

    def expire(self) -> None:
        """Drop the keys that stayed in clear too long."""
        self._memory.expire()

    def close(self) -> None:
        self._pool.close()

    def _make(self, count: int) -> list[SealingKey]:
        return self._in_this_epoch(lambda: self._made(count))

    def _made(self, count: int) -> list[SealingKey]:
        made = [self._wrapped(uuid4(), KeyState.READY) for _ in range(count)]
        self._table.add(wrapped for wrapped, _ in made)
        return [SealingKey(wrapped.key_id.bytes, secret) for wrapped, secret in made]

    def _wrapped(self, key_id: UUID, state: KeyState) -> tuple[WrappedKey, bytes]:
        secret = os.urandom(KEY_BYTES)
        wrapped = self._master.wrap(key_id, secret)
        return WrappedKey(key_id, self._master.current, wrapped, state), secret

    def _unwrapped(self, key: WrappedKey) -> SealingKey | Gone:
        if key.wrapped is None:
            return Gone(key.stream_id, lost=key.state == KeyState.LOST)
        return SealingKey(key.key_id.bytes, self._secret(key, key.wrapped))

    def _secret(self, key: WrappedKey, wrapped: bytes) -> bytes:
        return self._in_this_epoch(lambda: self._master.unwrap(key.key_id, key.epoch, wrapped))

    def _in_this_epoch(self, work: Callable[[], T]) -> T:
        """Do something with the master keys, again with those of the file if these are past."""
        try:
            return work()
        except (EpochEnded, MasterKeyWrong):
            if self._reread is None:
                raise
            self._master = self._reread()
            return work()
