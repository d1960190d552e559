"""`Sessions` on the desk's tables; only digests of tokens are stored."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Row, delete, insert, select, update

from application.accounts.ports import Membership, Session
from infrastructure.accounts.blinding import digest_of
from infrastructure.accounts.tables import sessions
from infrastructure.desk import EPOCH, Desk

FIND = (
    "SELECT id, account_id, opened_at, expires_at, membership_id, organisation_id"
    " FROM sessions WHERE token_digest = ?"
)


class SessionsInTables:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open(self, token: str, session: Session) -> None:
        membership = session.membership
        row = {
            "token_digest": digest_of(token),
            "id": session.id,
            "account_id": session.account_id,
            "opened_at": session.opened_at,
            "expires_at": session.expires_at,
            "membership_id": membership.membership_id if membership else None,
            "organisation_id": membership.organisation_id if membership else None,
        }
        with self._desk.writing() as connection:
            connection.execute(insert(sessions).values(row))

    def find(self, token: str) -> Session | None:
        row = self._desk.ask(FIND, digest_of(token))
        if row is None:
            return None
        session_id, account_id, opened_at, expires_at, *held = row
        return Session(
            _uuid(session_id),
            _uuid(account_id),
            _instant(opened_at),
            _instant(expires_at),
            _held(*held),
        )

    def act_under(self, token: str, membership: Membership) -> None:
        with self._desk.writing() as connection:
            connection.execute(
                update(sessions)
                .where(sessions.c.token_digest == digest_of(token))
                .values(
                    membership_id=membership.membership_id,
                    organisation_id=membership.organisation_id,
                )
            )

    def close(self, token: str) -> None:
        self._delete(sessions.c.token_digest == digest_of(token))

    def close_others(self, account_id: UUID, *, but: str) -> None:
        others = sessions.c.token_digest != digest_of(but)
        self._delete(sessions.c.account_id == account_id, others)

    def of_account(self, account_id: UUID, *, at: datetime) -> list[Session]:
        living = select(sessions).where(
            sessions.c.account_id == account_id, sessions.c.expires_at > at
        )
        query = living.order_by(sessions.c.opened_at.desc(), sessions.c.id)
        with self._desk.reading() as connection:
            return [_session(row) for row in connection.execute(query)]

    def close_one(self, session_id: UUID, *, of: UUID) -> bool:
        return bool(self._delete(sessions.c.id == session_id, sessions.c.account_id == of))

    def close_all(self, account_id: UUID) -> int:
        return self._delete(sessions.c.account_id == account_id)

    def close_everybodys(self) -> int:
        return self._delete()

    def sweep(self, before: datetime) -> int:
        return self._delete(sessions.c.expires_at < before)

    def _delete(self, *which: ColumnElement[bool]) -> int:
        with self._desk.writing() as connection:
            return connection.execute(delete(sessions).where(*which)).rowcount


def _session(row: Row[tuple[object, ...]]) -> Session:
    membership = Membership(row.membership_id, row.organisation_id) if row.membership_id else None
    return Session(row.id, row.account_id, row.opened_at, row.expires_at, membership)


def _held(membership_id: str | UUID | None, organisation_id: str | UUID) -> Membership | None:
    return Membership(_uuid(membership_id), _uuid(organisation_id)) if membership_id else None


def _uuid(value: str | UUID) -> UUID:
    """SQLite has it as text."""
    return value if isinstance(value, UUID) else UUID(value)


def _instant(microseconds: int) -> datetime:
    return EPOCH + timedelta(microseconds=microseconds)
