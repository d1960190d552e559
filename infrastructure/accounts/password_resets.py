"""`PasswordResets` on the desk's tables; only digests of codes are stored."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, func, insert, select, update

from application.accounts.ports import ResetAsked
from infrastructure.accounts.blinding import digest_of
from infrastructure.accounts.tables import password_resets as resets
from infrastructure.desk import Desk

AT_ONCE = 100  # sent in one look
WAITS = resets.c.code_digest.is_(None)


class PasswordResetsInTables:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask(self, asked: ResetAsked) -> None:
        row = {
            "id": asked.id,
            "account_id": asked.account_id,
            "language": asked.language,
            "asked_at": asked.asked_at,
        }
        with self._desk.writing() as connection:
            connection.execute(insert(resets).values(row))

    def waiting(self) -> list[ResetAsked]:
        query = select(resets).where(WAITS).order_by(resets.c.asked_at).limit(AT_ONCE)
        with self._desk.reading() as connection:
            return [
                ResetAsked(row.id, row.account_id, row.language, row.asked_at)
                for row in connection.execute(query)
            ]

    def sent_to(self, account_id: UUID, *, since: datetime) -> int:
        lately = resets.c.account_id == account_id, resets.c.asked_at >= since, ~WAITS
        query = select(func.count()).where(*lately)
        with self._desk.reading() as connection:
            return connection.execute(query).scalar_one()

    def take(self, reset_id: UUID, *, code: str, expires_at: datetime) -> bool:
        sent = {"code_digest": digest_of(code), "expires_at": expires_at}
        taken = update(resets).where(resets.c.id == reset_id, WAITS).values(sent)
        with self._desk.writing() as connection:
            return connection.execute(taken).rowcount == 1

    def put_back(self, reset_id: UUID) -> None:
        waits = {"code_digest": None, "expires_at": None}
        with self._desk.writing() as connection:
            connection.execute(update(resets).where(resets.c.id == reset_id).values(waits))

    def drop(self, reset_id: UUID) -> None:
        self._delete(resets.c.id == reset_id)

    def account_of(self, code: str, *, at: datetime) -> UUID | None:
        with self._desk.reading() as connection:
            query = select(resets.c.account_id).where(_valid(code, at))
            return connection.execute(query).scalar_one_or_none()

    def use(self, code: str, *, at: datetime) -> bool:
        with self._desk.writing() as connection:
            query = select(resets.c.account_id).where(_valid(code, at))
            account_id = connection.execute(query).scalar_one_or_none()
            gone = delete(resets).where(_valid(code, at))
            if account_id is None or connection.execute(gone).rowcount != 1:
                return False
            connection.execute(delete(resets).where(resets.c.account_id == account_id))
        return True

    def sweep(self, before: datetime) -> int:
        return self._delete(resets.c.asked_at < before)

    def _delete(self, which: ColumnElement[bool]) -> int:
        with self._desk.writing() as connection:
            return connection.execute(delete(resets).where(which)).rowcount


def _valid(code: str, at: datetime) -> ColumnElement[bool]:
    return and_(resets.c.code_digest == digest_of(code), resets.c.expires_at > at)
