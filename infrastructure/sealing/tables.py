"""The tables of the `keys` group; made by its migrations."""

from enum import StrEnum

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, String, Table, Uuid


class KeyState(StrEnum):
    READY = "ready"  # made ahead; no body is known to name it
    USED = "used"  # a body names it
    PURPOSE = "purpose"  # known by a purpose, not by a body; never swept
    DESTROYED = "destroyed"  # on purpose: its bodies are erased
    LOST = "lost"  # in a restore: its bodies are erased too, and somebody accepted that


metadata = MetaData()

keys = Table(
    "keys",
    metadata,
    Column("key_id", Uuid, primary_key=True),
    Column("wrapped", LargeBinary),  # nonce and ciphertext; null once destroyed or lost
    Column("epoch", Integer, nullable=False),  # which key-encryption key wraps it
    Column("state", String(9), nullable=False),
    Column("made_at", BigInteger, nullable=False),  # seconds since 1970, UTC
    Column("stream_id", Uuid),  # once destroyed or lost: whose bodies may name it
)

sweep = Table(
    "key_sweep",
    metadata,
    Column("position", BigInteger, nullable=False),  # events up to here have been looked at
)

key_epoch = Table(
    "key_epoch",
    metadata,
    Column("epoch", Integer, nullable=False),  # no key is wrapped under an older one any more
)
