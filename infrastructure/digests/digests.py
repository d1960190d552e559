"""`Digests` on the desk's table."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, select, update

from application.digests.ports import DigestChoice, DigestDue
from infrastructure.desk import Desk, inserting
from infrastructure.digests.tables import digests

HOUR = 60  # minutes

columns = digests.c


class DigestsInTables:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def choose(self, account_id: UUID, choice: DigestChoice, *, day: date, at: datetime) -> None:
        row = {
            "account_id": account_id,
            "language": choice.language,
            "zone": choice.zone,
            "minute": choice.at.hour * HOUR + choice.at.minute,
            "day": day.toordinal(),
            "look_at": at,
        }
        with self._desk.writing() as connection:
            new = inserting(connection, digests).values(row)
            connection.execute(new.on_conflict_do_update(index_elements=["account_id"], set_=row))

    def choice(self, account_id: UUID) -> DigestChoice | None:
        query = select(digests).where(columns.account_id == account_id)
        with self._desk.reading() as connection:
            row = connection.execute(query).one_or_none()
        return _choice(row) if row else None

    def end(self, account_id: UUID) -> None:
        with self._desk.writing() as connection:
            connection.execute(delete(digests).where(columns.account_id == account_id))

    def take(self, *, now: datetime, lease: timedelta, limit: int) -> list[DigestDue]:
        waiting = (
            select(digests)
            .where(columns.look_at <= now)
            .order_by(columns.look_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        until = now + lease
        with self._desk.writing() as connection:
            found = connection.execute(waiting).all()
            ids = [row.account_id for row in found]
            taken = update(digests).where(columns.account_id.in_(ids)).values(look_at=until)
            connection.execute(taken)
        return [
            DigestDue(row.account_id, _choice(row), date.fromordinal(row.day), until)
            for row in found
        ]

    def put_off(self, due: DigestDue, *, day: date, at: datetime) -> bool:
        still = (columns.account_id == due.account_id, columns.look_at == due.until)
        again = update(digests).where(*still).values(day=day.toordinal(), look_at=at)
        with self._desk.writing() as connection:
            return connection.execute(again).rowcount == 1


def _choice(row: Row[Any]) -> DigestChoice:
    hour, minute = divmod(row.minute, HOUR)
    return DigestChoice(language=row.language, at=time(hour, minute), zone=row.zone)
