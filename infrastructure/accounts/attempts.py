"""`Attempts` on the desk's tables; accounts and addresses are keyed tokens there."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, select

from application.accounts.ports import Tries
from infrastructure.accounts.blinding import Blinding
from infrastructure.accounts.tables import sign_in_attempts as attempts
from infrastructure.desk import Desk, inserting


class AttemptsInTables:
    def __init__(self, desk: Desk, blinding: Blinding) -> None:
        self._desk = desk
        self._blinding = blinding

    def of(self, email: str, address: str) -> Tries:
        query = select(attempts.c.failures, attempts.c.last_at, attempts.c.known).where(
            attempts.c.pair_token == self._pair(email, address)
        )
        with self._desk.reading() as connection:
            row = connection.execute(query).one_or_none()
        return Tries(*row) if row else Tries()

    def from_address(self, address: str, *, since: datetime) -> Tries:
        return self._since(since, attempts.c.address_token == self._address(address))

    def of_account(self, email: str, *, since: datetime) -> Tries:
        return self._since(since, attempts.c.account_token == self._blinding.email(email))

    def failed(self, email: str, address: str, *, at: datetime) -> None:
        more = {"failures": attempts.c.failures + 1, "last_at": at}
        self._upsert(email, address, at=at, first={"failures": 1, "known": False}, then=more)

    def succeeded(self, email: str, address: str, *, at: datetime) -> None:
        settled = {"failures": 0, "known": True}
        self._upsert(email, address, at=at, first=settled, then={**settled, "last_at": at})

    def sweep(self, before: datetime) -> int:
        with self._desk.writing() as connection:
            return connection.execute(delete(attempts).where(attempts.c.last_at < before)).rowcount

    def _upsert(
        self,
        email: str,
        address: str,
        *,
        at: datetime,
        first: Mapping[str, object],
        then: Mapping[str, object],
    ) -> None:
        row = {
            "pair_token": self._pair(email, address),
            "address_token": self._address(address),
            "account_token": self._blinding.email(email),
            "last_at": at,
            **first,
        }
        with self._desk.writing() as connection:
            connection.execute(
                inserting(connection, attempts)
                .values(row)
                .on_conflict_do_update(index_elements=[attempts.c.pair_token], set_=then)
            )

    def _since(self, since: datetime, which: ColumnElement[bool]) -> Tries:
        query = select(func.sum(attempts.c.failures), func.max(attempts.c.last_at)).where(
            which, attempts.c.last_at >= since
        )
        with self._desk.reading() as connection:
            failures, last_at = connection.execute(query).one()
        return Tries(int(failures or 0), last_at)

    def _address(self, address: str) -> bytes:
        return self._blinding.token("address", address)

    def _pair(self, email: str, address: str) -> bytes:
        return self._blinding.token("pair", email.casefold(), address)
