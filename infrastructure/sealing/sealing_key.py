"""One random key, and the keys of each data class derived from it."""

from dataclasses import dataclass
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from domain.data_classes import DataClass

# The classes that a row, in clear or hidden, may have: tried in this order; most in clear are
# social.
IN_CLEAR = tuple(one for one in reversed(DataClass) if not one.hides_its_kind)
HIDDEN = tuple(one for one in DataClass if one.hides_its_kind)


class SealingKey:
    """Each class has its own cipher, so that a body never says its class."""

    __slots__ = ("_ciphers", "_secret", "id")

    def __init__(self, key_id: bytes, secret: bytes) -> None:
        self.id = key_id
        self._secret = secret
        self._ciphers: dict[DataClass, AESGCM] = {}

    def cipher(self, data_class: DataClass) -> AESGCM:
        cipher = self._ciphers.get(data_class)
        if cipher is None:
            derived = HKDF(SHA256(), 32, salt=None, info=data_class.encode()).derive(self._secret)
            cipher = self._ciphers[data_class] = AESGCM(derived)
        return cipher


@dataclass(frozen=True, slots=True)
class Gone:
    """A key that was destroyed, or lost in a restore."""

    stream_id: UUID | None  # the only stream whose bodies may name it
    lost: bool = False
