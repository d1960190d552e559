"""What the doors are given: the only module of this folder that knows the infrastructure."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from application.accounts.members import MembersInHistory
from application.accounts.ports import Desk
from application.network import Network
from infrastructure.accounts.accounts import AccountsInTables
from infrastructure.accounts.attempts import AttemptsInTables
from infrastructure.accounts.blinding import Blinding
from infrastructure.accounts.passwords import Argon2Passwords
from infrastructure.accounts.sessions import SessionsInTables
from infrastructure.composition import Store, opened_engine, opened_store
from infrastructure.desk import Desk as Tables
from infrastructure.sealing.keyring import Keyring
from infrastructure.settings import Group, Settings
from seeds.rules.shipped import shipped_rules


@dataclass(frozen=True, slots=True)
class Installation:
    """An installation with its history and its accounts open."""

    settings: Settings
    store: Store
    network: Network
    desk: Desk


@contextmanager
def opened_installation(settings: Settings) -> Iterator[Installation]:
    """Open an installation whose tables are migrated, until the end of the block.

    Raises:
        MasterKeyError: the master key file is missing, readable by others, or another one.
        StoreUnavailable: a database cannot be reached.
    """
    with opened_store(settings) as store, opened_engine(settings, Group.DESK) as engine:
        network = Network(log=store.log, clock=_now, rules=shipped_rules())
        yield Installation(settings, store, network, _desk(Tables(engine), store.keyring, network))


def _desk(tables: Tables, keyring: Keyring, network: Network) -> Desk:
    blinding = Blinding(keyring.secret("accounts"))
    return Desk(
        accounts=AccountsInTables(tables, blinding),
        sessions=SessionsInTables(tables),
        attempts=AttemptsInTables(tables, blinding),
        passwords=Argon2Passwords(),
        members=MembersInHistory(network.log),
        clock=network.clock,
    )


def _now() -> datetime:
    return datetime.now(UTC)
