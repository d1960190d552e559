"""The layout of a sealed body.

format (1) · key id (16) · nonce (12) · AES-256-GCM ciphertext and tag of the padded payload

The associated data binds everything that stands in clear beside it, each item at a fixed width
but the topic, which comes last: no two rows have the same.
"""

from enum import IntEnum
from struct import Struct
from typing import cast
from uuid import UUID

from infrastructure.event_store.rows import StoredRow

SEALED = "sealed"  # the row topic of a fact whose kind is hidden
START = slice(0, 17)
NONCE = slice(17, 29)
NONCE_BYTES = 12
CIPHERTEXT = slice(29, None)
SHORTEST = 29 + 16  # bytes: the header and the tag
STEP = 128  # bytes: lengths tell, so that a payload is padded to the next multiple
END = b"\x80"  # what follows the payload, before zeros (ISO/IEC 7816-4)
NOBODY = bytes(16)

PLACE = Struct(">17s16s16sQB16s16s16s")


class Format(IntEnum):
    """The first byte: which key a body names."""

    STREAM = 1  # the key of its stream
    ALONE = 2  # a key of its own


def key_id_of(body: bytes) -> bytes:
    return body[1:17]


def is_whole(body: bytes) -> bool:
    """Whether this may be a body at all."""
    return len(body) >= SHORTEST and body[0] in (Format.STREAM, Format.ALONE)


def padded(payload: bytes) -> bytes:
    return payload + END + bytes(-(len(payload) + 1) % STEP)


def unpadded(payload: bytes) -> bytes:
    return payload.rstrip(b"\0")[:-1]  # authenticated before: the end is there


def associated_data(row: StoredRow, store_id: bytes) -> bytes:
    """What a body is sealed with and opens with: its own start, and its place."""
    actor, organisation, command_id = row.actor, row.organisation, row.command_id
    present = (actor is not None) | (organisation is not None) << 1 | (command_id is not None) << 2
    place = PLACE.pack(
        row.state[START],
        store_id,
        cast("UUID", row.originator_id).bytes,
        row.originator_version,
        present,
        NOBODY if actor is None else actor.bytes,
        NOBODY if organisation is None else organisation.bytes,
        NOBODY if command_id is None else command_id.bytes,
    )
    return place + row.topic.encode()
