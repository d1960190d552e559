"""`Accounts` on the desk's tables."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import IntegrityError

from application.accounts.ports import Account, Hat
from application.accounts.refusals import EmailTaken
from infrastructure.accounts.blinding import Blinding
from infrastructure.accounts.tables import accounts, hats
from infrastructure.desk import Desk, inserting


class AccountsInTables:
    def __init__(self, desk: Desk, blinding: Blinding) -> None:
        self._desk = desk
        self._blinding = blinding

    def open(self, account: Account, *, email: str, at: datetime) -> None:
        row = {
            "id": account.id,
            "email_token": self._blinding.email(email),
            "email_sealed": self._blinding.seal(email, of=account.id),
            "password_hash": account.password_hash,
            "opened_at": at,
        }
        try:
            with self._desk.writing() as connection:
                connection.execute(insert(accounts).values(row))
        except IntegrityError:
            raise EmailTaken from None

    def find(self, email: str) -> Account | None:
        query = select(accounts.c.id, accounts.c.password_hash).where(
            accounts.c.email_token == self._blinding.email(email)
        )
        with self._desk.reading() as connection:
            row = connection.execute(query).one_or_none()
        return Account(row.id, row.password_hash) if row else None

    def replace_password(self, account_id: UUID, password_hash: str) -> None:
        with self._desk.writing() as connection:
            connection.execute(
                update(accounts)
                .where(accounts.c.id == account_id)
                .values(password_hash=password_hash)
            )

    def give_hat(self, account_id: UUID, hat: Hat) -> None:
        rank = select(func.count()).where(hats.c.account_id == account_id).scalar_subquery()
        with self._desk.writing() as connection:
            connection.execute(
                inserting(connection, hats)
                .values(
                    membership_id=hat.membership_id,
                    account_id=account_id,
                    organisation_id=hat.organisation_id,
                    rank=rank,
                )
                .on_conflict_do_nothing()
            )

    def hats(self, account_id: UUID) -> list[Hat]:
        query = (
            select(hats.c.membership_id, hats.c.organisation_id)
            .where(hats.c.account_id == account_id)
            .order_by(hats.c.rank, hats.c.membership_id)
        )
        with self._desk.reading() as connection:
            return [Hat(*row) for row in connection.execute(query)]
