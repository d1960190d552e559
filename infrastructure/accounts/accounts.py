"""`Accounts` on the desk's tables."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from application.accounts.ports import Account, Membership
from application.accounts.refusals import EmailTaken, MembershipTaken
from infrastructure.accounts.addresses import Addresses
from infrastructure.accounts.blinding import Blinding
from infrastructure.accounts.tables import (
    accounts,
    memberships,
    password_resets,
    sessions,
    sign_in_attempts,
)
from infrastructure.desk import Desk, inserting
from infrastructure.digests.tables import digests


class AccountsInTables:
    def __init__(self, desk: Desk, blinding: Blinding, addresses: Addresses) -> None:
        self._desk = desk
        self._blinding = blinding
        self._addresses = addresses

    def open(self, account: Account, *, email: str, at: datetime) -> None:
        row = {
            "id": account.id,
            "email_token": self._blinding.email(email),
            "email_sealed": self._addresses.seal(email, of=account.id),
            "password_hash": account.password_hash,
            "opened_at": at,
        }
        try:
            with self._desk.writing() as connection:
                connection.execute(insert(accounts).values(row))
        except IntegrityError:
            raise EmailTaken from None

    def is_empty(self) -> bool:
        with self._desk.reading() as connection:
            return connection.execute(select(accounts.c.id).limit(1)).first() is None

    def find(self, email: str) -> Account | None:
        return self._one(accounts.c.email_token == self._blinding.email(email))

    def get(self, account_id: UUID) -> Account | None:
        return self._one(accounts.c.id == account_id)

    def address(self, account_id: UUID) -> str:
        query = select(accounts.c.email_sealed).where(accounts.c.id == account_id)
        with self._desk.reading() as connection:
            sealed = connection.execute(query).scalar_one_or_none()
        return self._addresses.open(sealed, of=account_id) if sealed else ""

    def replace_password(self, account_id: UUID, password_hash: str) -> None:
        with self._desk.writing() as connection:
            connection.execute(
                update(accounts)
                .where(accounts.c.id == account_id)
                .values(password_hash=password_hash)
            )

    def give_membership(self, account_id: UUID, membership: Membership) -> None:
        rank = select(func.count()).where(memberships.c.account_id == account_id).scalar_subquery()
        with self._desk.writing() as connection:
            connection.execute(
                inserting(connection, memberships)
                .values(
                    membership_id=membership.membership_id,
                    account_id=account_id,
                    organisation_id=membership.organisation_id,
                    rank=rank,
                )
                .on_conflict_do_nothing()
            )
            if _holder(connection, membership.membership_id) != account_id:
                raise MembershipTaken

    def holder(self, membership_id: UUID) -> UUID | None:
        with self._desk.reading() as connection:
            return _holder(connection, membership_id)

    def memberships(self, account_id: UUID) -> list[Membership]:
        query = (
            select(memberships.c.membership_id, memberships.c.organisation_id)
            .where(memberships.c.account_id == account_id)
            .order_by(memberships.c.rank, memberships.c.membership_id)
        )
        with self._desk.reading() as connection:
            return [Membership(*row) for row in connection.execute(query)]

    def forget_membership(self, membership_id: UUID) -> None:
        """Take a membership from its account; with the last one, everything of the account goes."""
        with self._desk.reading() as connection:
            account_id = _holder(connection, membership_id)
        if account_id is None:
            return
        if self._has_only(account_id, membership_id):
            self._addresses.destroy(account_id)  # first: what is left is then found again
        with self._desk.writing() as connection:
            connection.execute(
                delete(memberships).where(memberships.c.membership_id == membership_id)
            )
            if not _holds_any(connection, account_id):
                _forget(connection, account_id)

    def _has_only(self, account_id: UUID, membership_id: UUID) -> bool:
        return {one.membership_id for one in self.memberships(account_id)} == {membership_id}

    def _one(self, which: ColumnElement[bool]) -> Account | None:
        query = select(accounts.c.id, accounts.c.password_hash).where(which)
        with self._desk.reading() as connection:
            row = connection.execute(query).one_or_none()
        return Account(row.id, row.password_hash) if row else None


def _holder(connection: Connection, membership_id: UUID) -> UUID | None:
    query = select(memberships.c.account_id).where(memberships.c.membership_id == membership_id)
    return connection.execute(query).scalar_one_or_none()


def _holds_any(connection: Connection, account_id: UUID) -> bool:
    query = select(memberships.c.membership_id).where(memberships.c.account_id == account_id)
    return connection.execute(query.limit(1)).first() is not None


def _forget(connection: Connection, account_id: UUID) -> None:
    token = select(accounts.c.email_token).where(accounts.c.id == account_id).scalar_subquery()
    for gone in (
        delete(sign_in_attempts).where(sign_in_attempts.c.account_token == token),
        delete(sessions).where(sessions.c.account_id == account_id),
        delete(password_resets).where(password_resets.c.account_id == account_id),
        delete(digests).where(digests.c.account_id == account_id),
        delete(accounts).where(accounts.c.id == account_id),
    ):
        connection.execute(gone)
