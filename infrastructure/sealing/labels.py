"""Seals the few words that lists show: erased with their stream's key, found again blindly.

key id (16) · nonce (12) · AES-256-GCM ciphertext and tag of the padded label
"""

import hmac
import os
from collections.abc import Sequence
from uuid import UUID

from cryptography.exceptions import InvalidTag

from domain.data_classes import DataClass
from infrastructure.sealing.body import END, NONCE_BYTES, unpadded
from infrastructure.sealing.keyring import Keyring
from infrastructure.sealing.mapper import SealedMapper
from infrastructure.sealing.sealing_key import SealingKey

KEY_ID = slice(0, 16)
NONCE = slice(16, 16 + NONCE_BYTES)
CIPHERTEXT = slice(16 + NONCE_BYTES, None)
STEP = 32  # bytes: lengths tell, so that a label is padded to the next multiple
TOKEN_BYTES = 16


class StreamLabels:
    """The views' `Labels`."""

    def __init__(self, mapper: SealedMapper, keyring: Keyring) -> None:
        self._mapper = mapper
        self._keyring = keyring

    def seal_all(self, labels: Sequence[tuple[UUID, str]]) -> Sequence[bytes]:
        streams = {stream_id for stream_id, _ in labels}
        keys = {stream_id: self._mapper.stream_key(stream_id) for stream_id in streams}
        return [_sealed(stream_id, label, keys[stream_id]) for stream_id, label in labels]

    def open_all(self, sealed: Sequence[tuple[UUID, bytes]]) -> Sequence[str | None]:
        keys = self._keyring.keys({label[KEY_ID] for _, label in sealed})
        return [_opened(stream_id, label, keys.get(label[KEY_ID])) for stream_id, label in sealed]


class NameTokens:
    """The views' `Blinds`: each organisation has a key of its own, derived from one secret."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._keys: dict[UUID, bytes] = {}

    def token(self, organisation_id: UUID, word: str) -> bytes:
        key = self._keys.get(organisation_id)
        if key is None:
            key = hmac.digest(self._secret, organisation_id.bytes, "sha256")
            self._keys[organisation_id] = key
        return hmac.digest(key, word.encode(), "sha256")[:TOKEN_BYTES]


def _sealed(stream_id: UUID, label: str, key: SealingKey) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    padded = label.encode() + END
    padded += bytes(-len(padded) % STEP)
    cipher = key.cipher(DataClass.IDENTITY)
    return key.id + nonce + cipher.encrypt(nonce, padded, _place(stream_id))


def _opened(stream_id: UUID, label: bytes, key: object) -> str | None:
    if not isinstance(key, SealingKey):
        return None
    cipher = key.cipher(DataClass.IDENTITY)
    try:
        return unpadded(cipher.decrypt(label[NONCE], label[CIPHERTEXT], _place(stream_id))).decode()
    except InvalidTag:
        return None


def _place(stream_id: UUID) -> bytes:
    return b"label" + stream_id.bytes
