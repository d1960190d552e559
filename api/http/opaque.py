"""What callers hold without being able to read it: marks, positions, cursors."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

KEY_BYTES = 32
LONGEST = 400  # characters of a token of ours, a draft excepted
LONGEST_DRAFT = 1 << 20  # characters; what is longer was refused before it was read


class Purpose(StrEnum):
    """A token made for one purpose does not open for another."""

    MARK = "mark"  # what somebody saw of an item: the ETag
    POSITION = "position"  # how far the history had come
    CURSOR = "cursor"  # where the next page begins
    DRAFT = "draft"  # what was typed into a form whose session had ended


class NotOurs(ValueError):
    """This token was not made here, or not for this."""


class Opaque:
    """Deterministic authenticated encryption: the same content gives the same token."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESSIV(key)

    def close(self, content: bytes, *, purpose: Purpose) -> str:
        sealed = self._cipher.encrypt(content, [purpose.encode()])
        return urlsafe_b64encode(sealed).rstrip(b"=").decode()

    def open(self, token: str, *, purpose: Purpose) -> bytes:
        """Read a token of ours.

        Raises:
            NotOurs: it is none.
        """
        longest = LONGEST_DRAFT if purpose is Purpose.DRAFT else LONGEST
        if len(token) > longest or not token.isascii():
            raise NotOurs
        try:
            sealed = urlsafe_b64decode(token + "=" * (-len(token) % 4))
            return self._cipher.decrypt(sealed, [purpose.encode()])
        except (NotBase64, ValueError, InvalidTag):
            raise NotOurs from None

    def etag(self, mark: str) -> str:
        """A mark as an ETag; strong: the same one, nothing that the reader may see has changed."""
        return f'"{self.close(bytes.fromhex(mark), purpose=Purpose.MARK)}"'

    def mark(self, etag: str) -> str:
        """The mark behind an ETag.

        Raises:
            NotOurs: it is none of ours.
        """
        return self.open(etag.strip().strip('"'), purpose=Purpose.MARK).hex()
