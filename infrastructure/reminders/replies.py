"""`Replies` on the desk's table: of links and numbers, only keyed tokens are stored."""

import base64
import hmac
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, insert, select

from application.reminders.replies import Awaited
from domain.reminders.triggers import Trigger
from infrastructure.accounts.blinding import Blinding
from infrastructure.desk import Desk
from infrastructure.reminders.tables import awaited_replies as replies

LINK_BYTES = 10  # 80 bits, not to be guessed: sixteen signs, which a text message has room for
LINKS = "/r/"
KEPT = tuple(one.name for one in fields(Awaited) if one.name not in {"reach", "went_to"})


class RepliesInTables:
    """`public_url` is where people reach this installation; empty: messages carry no link."""

    def __init__(self, desk: Desk, secret: bytes, *, public_url: str = "") -> None:
        self._desk = desk
        self._secret = secret
        self._blinding = Blinding(secret)
        self._public_url = public_url.rstrip("/")

    def expect(self, *awaited: Awaited, key: UUID) -> str:
        token = self._token_for(key)
        digest = self._digest(token)
        with self._desk.writing() as connection:
            connection.execute(delete(replies).where(replies.c.token_digest == digest))
            connection.execute(insert(replies), [self._row(one, digest) for one in awaited])
        return f"{self._public_url}{LINKS}{token}" if self._public_url else ""

    def find(self, token: str) -> tuple[Awaited, ...]:
        query = (
            select(replies)
            .where(replies.c.token_digest == self._digest(token.lower()))
            .order_by(replies.c.until, replies.c.due_id)
        )
        with self._desk.reading() as connection:
            return tuple(map(_awaited, connection.execute(query)))

    def token_of(self, reach: str) -> bytes:
        return self._blinding.token("reach", reach.casefold())

    def sent_to(self, reach: str) -> set[UUID]:
        query = select(replies.c.pathway_id).where(replies.c.reach_token == self.token_of(reach))
        with self._desk.reading() as connection:
            return set(connection.execute(query.distinct()).scalars())

    def forget(self, pathway_id: UUID) -> int:
        with self._desk.writing() as connection:
            return connection.execute(
                delete(replies).where(replies.c.pathway_id == pathway_id)
            ).rowcount

    def sweep(self, before: datetime) -> int:
        with self._desk.writing() as connection:
            return connection.execute(delete(replies).where(replies.c.until < before)).rowcount

    def _row(self, awaited: Awaited, digest: bytes) -> dict[str, Any]:
        row = {name: getattr(awaited, name) for name in KEPT}
        return row | {"token_digest": digest, "reach_token": self.token_of(awaited.reach)}

    def _token_for(self, key: UUID) -> str:
        drawn = hmac.digest(self._secret, b"link" + key.bytes, "sha256")[:LINK_BYTES]
        return base64.b32encode(drawn).decode().lower()

    def _digest(self, token: str) -> bytes:
        return self._blinding.token("link", token)


def _awaited(row: Row[Any]) -> Awaited:
    kept = {name: getattr(row, name) for name in KEPT}
    return Awaited(**kept | {"cause": Trigger(row.cause), "went_to": row.reach_token})
