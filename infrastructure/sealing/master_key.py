"""The key-encryption keys, one an epoch, in a file outside every database."""

import fcntl
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from infrastructure.durability import make_durable
from infrastructure.sealing.errors import (
    MasterKeyDamaged,
    MasterKeyExposed,
    MasterKeyMissing,
    MasterKeyUnwritable,
    MasterKeyWrong,
)

KEY_BYTES = 32
NONCE_BYTES = 12
OTHERS = 0o077  # permission bits of the group and of everybody
NOTE = "Keep a copy apart from the backups: without it, no backup of Cordée can be read."


class MasterKeys:
    """Wraps data keys under the newest epoch and unwraps those of any epoch still held."""

    def __init__(self, epochs: Mapping[int, bytes]) -> None:
        self.current, self.oldest = max(epochs), min(epochs)
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
    _write(draft, {"1": secrets.token_hex(KEY_BYTES)})
    with suppress(FileExistsError):
        os.link(draft, path)  # unlike a rename, it never replaces
    draft.unlink()
    make_durable(path.parent)
    return read_master_keys(path)


def add_epoch(path: Path) -> MasterKeys:
    """Add the key of a new epoch to the file, whose lock is held.

    Raises:
        MasterKeyError: the file cannot be read, or not be replaced.
    """
    newest = read_master_keys(path).current + 1
    return _replace(path, _epochs(path.read_bytes()) | {str(newest): secrets.token_hex(KEY_BYTES)})


def keep_only(path: Path, epoch: int) -> MasterKeys:
    """Destroy the keys of all other epochs: the file, whose lock is held, holds one from now on.

    Left-over drafts are removed. Copies of the file elsewhere are their owners' to destroy.
    """
    kept = _replace(path, {str(epoch): _epochs(path.read_bytes())[str(epoch)]})
    for draft in path.parent.glob(f"{path.name}.*"):
        if draft != lock_of(path):
            draft.unlink(missing_ok=True)
    return kept


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep others from replacing the file until the end of the block.

    Raises:
        MasterKeyUnwritable: its folder may not be written to.
    """
    try:
        lock = lock_of(path).open("w")
    except OSError:
        raise MasterKeyUnwritable from None
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def lock_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.lock")


def _replace(path: Path, epochs: Mapping[str, str]) -> MasterKeys:
    """Put another file in its place, then write over what it was, by the handle still open."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        with path.open("r+b") as former:
            _write(draft, epochs)
            draft.replace(path)
            make_durable(path.parent)
            former.write(secrets.token_bytes(os.fstat(former.fileno()).st_size))
            former.flush()
            os.fsync(former.fileno())
    except OSError:
        raise MasterKeyUnwritable from None
    return read_master_keys(path)


def _write(draft: Path, epochs: Mapping[str, str]) -> None:
    draft.touch(mode=0o600, exist_ok=False)
    with draft.open("w") as file:
        json.dump({"note": NOTE, "epochs": epochs}, file, indent=2)
        file.flush()
        os.fsync(file.fileno())


def _epochs(content: bytes) -> dict[str, str]:
    epochs: dict[str, str] = json.loads(content)["epochs"]
    return epochs


def _place(key_id: UUID, epoch: int) -> bytes:
    return key_id.bytes + epoch.to_bytes(8)
