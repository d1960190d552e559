"""The key-encryption keys, one an epoch, in a file outside every database."""

import json
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from infrastructure.durability import make_durable
from infrastructure.sealing.errors import (
    MasterKeyDamaged,
    MasterKeyExposed,
    MasterKeyMissing,
    MasterKeyWrong,
)

KEY_BYTES = 32
NONCE_BYTES = 12
OTHERS = 0o077  # permission bits of the group and of everybody
NOTE = "Keep a copy apart from the backups: without it, no backup of Cordée can be read."


class MasterKeys:
    """Wraps data keys under the newest epoch and unwraps those of any epoch still held."""

    def __init__(self, epochs: Mapping[int, bytes]) -> None:
        self.current = max(epochs)
        self._wrappers = {epoch: AESGCM(key) for epoch, key in epochs.items()}

    def holds(self, epoch: int) -> bool:
        return epoch in self._wrappers

    def wrap(self, key_id: UUID, secret: bytes) -> bytes:
        """The secret sealed under the current epoch, for this key id only."""
        nonce = os.urandom(NONCE_BYTES)
        place = _place(key_id, self.current)
        return nonce + self._wrappers[self.current].encrypt(nonce, secret, place)

    def unwrap(self, key_id: UUID, epoch: int, wrapped: bytes) -> bytes:
        """The secret of a key.

        Raises:
            MasterKeyWrong: its epoch is not in the file, or is not the key that wrapped it.
        """
        if epoch not in self._wrappers:
            raise MasterKeyWrong
        nonce, sealed = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
        try:
            return self._wrappers[epoch].decrypt(nonce, sealed, _place(key_id, epoch))
        except InvalidTag:
            raise MasterKeyWrong from None


def read_master_keys(path: Path) -> MasterKeys:
    """Read the file.

    Raises:
        MasterKeyMissing: it is not there.
        MasterKeyExposed: others than its owner may read it.
        MasterKeyDamaged: it holds something else.
    """
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_mode & OTHERS:
                raise MasterKeyExposed
            content = file.read()
    except FileNotFoundError:
        raise MasterKeyMissing from None
    try:
        epochs = {int(epoch): bytes.fromhex(key) for epoch, key in _epochs(content).items()}
        return MasterKeys(epochs)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise MasterKeyDamaged from None


def create_master_keys(path: Path) -> MasterKeys:
    """Make the file, readable by its owner only; whoever comes second reads the first one's."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    content = {"note": NOTE, "epochs": {"1": secrets.token_hex(KEY_BYTES)}}
    draft.touch(mode=0o600, exist_ok=False)
    with draft.open("w") as file:
        json.dump(content, file, indent=2)
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileExistsError):
        os.link(draft, path)  # unlike a rename, it never replaces
    draft.unlink()
    make_durable(path.parent)
    return read_master_keys(path)


def _epochs(content: bytes) -> dict[str, str]:
    epochs: dict[str, str] = json.loads(content)["epochs"]
    return epochs


def _place(key_id: UUID, epoch: int) -> bytes:
    return key_id.bytes + epoch.to_bytes(8)
