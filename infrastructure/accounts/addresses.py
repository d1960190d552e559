"""Seals the e-mail address of each account under a key of its own, which can die alone."""

import secrets
from typing import Protocol
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from infrastructure.sealing.errors import SecretDestroyed

NONCE_BYTES = 12


class Secrets(Protocol):
    """Keys known by their purpose: a keyring."""

    def secret(self, purpose: str) -> bytes: ...

    def destroy_secret(self, purpose: str, *, of: UUID) -> int: ...


class Addresses:
    def __init__(self, keys: Secrets) -> None:
        self._keys = keys

    def seal(self, address: str, *, of: UUID) -> bytes:
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._cipher(of).encrypt(nonce, address.encode(), of.bytes)

    def open(self, sealed: bytes, *, of: UUID) -> str:
        """The address; empty once its key is gone."""
        try:
            opened = self._cipher(of).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], of.bytes)
        except (InvalidTag, SecretDestroyed):
            return ""
        return opened.decode()

    def destroy(self, of: UUID) -> int:
        """Have no copy of what was sealed for an account open again, once the epoch has ended."""
        return self._keys.destroy_secret(_purpose(of), of=of)

    def _cipher(self, account_id: UUID) -> AESGCM:
        return AESGCM(self._keys.secret(_purpose(account_id)))


def _purpose(account_id: UUID) -> str:
    return f"address of {account_id}"
