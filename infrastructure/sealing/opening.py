"""Open the keys of an installation, and learn the identity of its history."""

from functools import partial
from uuid import UUID

from sqlalchemy import Engine, column, select, table
from sqlalchemy.types import Uuid

from infrastructure.sealing.errors import MasterKeyMissing
from infrastructure.sealing.key_table import KeyTable
from infrastructure.sealing.keyring import Keyring
from infrastructure.sealing.master_key import MasterKeys, create_master_keys, read_master_keys
from infrastructure.settings import Settings

STORE_ID = select(column("store_id", Uuid)).select_from(table("store"))


def open_keyring(settings: Settings, keys: Engine) -> Keyring:
    """The keyring of an installation whose `keys` tables are migrated.

    Raises:
        MasterKeyError: the master key file is missing, readable by others, or another one.
    """
    held = KeyTable(keys)
    reread = partial(read_master_keys, settings.master_key_path)
    return Keyring(held, _master_keys(settings, held), reread=reread)


def store_id_of(events: Engine) -> UUID:
    """The identity that the first migration gave to this history."""
    with events.execution_options(reading=True).begin() as connection:
        store_id: UUID = connection.execute(STORE_ID).scalar_one()
        return store_id


def _master_keys(settings: Settings, held: KeyTable) -> MasterKeys:
    """The master keys; the first embedded start makes them, `cordee init` does elsewhere."""
    try:
        return read_master_keys(settings.master_key_path)
    except MasterKeyMissing:
        if not settings.embedded or not held.is_empty():
            raise
    return create_master_keys(settings.master_key_path)
