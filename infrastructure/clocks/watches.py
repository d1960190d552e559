"""`Watches` on the desk's table."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID

from sqlalchemy import Update, delete, func, select, update

from application.clocks.ports import Look
from infrastructure.clocks.tables import watches
from infrastructure.desk import Desk, inserting
from infrastructure.reminders.tables import followers

FOLLOWER = "clocks"
AT_ONCE = 500  # rows in one statement

columns = watches.c


class WatchesInTables:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def followed_up_to(self) -> int:
        query = select(followers.c.position).where(followers.c.name == FOLLOWER)
        with self._desk.reading() as connection:
            position: int = connection.execute(query).scalar_one()
        return position

    def watch(
        self, pathway_ids: Iterable[UUID], *, at: datetime, read_from: int, read_to: int
    ) -> bool:
        with self._desk.writing() as connection:
            if connection.execute(_read_on(read_from, read_to)).rowcount != 1:
                return False
            rest = iter(sorted(set(pathway_ids)))
            while some := list(islice(rest, AT_ONCE)):
                rows = [{"pathway_id": pathway_id, "look_at": at} for pathway_id in some]
                new = inserting(connection, watches).values(rows)
                sooner = {"look_at": new.excluded.look_at}
                connection.execute(
                    new.on_conflict_do_update(index_elements=["pathway_id"], set_=sooner)
                )
            return True

    def take(self, *, now: datetime, lease: timedelta, limit: int) -> list[Look]:
        waiting = (
            select(columns.pathway_id)
            .where(columns.look_at <= now)
            .order_by(columns.look_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        with self._desk.writing() as connection:
            found = connection.execute(waiting).scalars().all()
            until = now + lease
            taken = update(watches).where(columns.pathway_id.in_(found)).values(look_at=until)
            connection.execute(taken)
        return [Look(pathway_id, until) for pathway_id in found]

    def late(self, now: datetime) -> int:
        """How many pathways should have been looked at by now."""
        waiting = select(func.count()).select_from(watches).where(columns.look_at <= now)
        with self._desk.reading() as connection:
            many: int = connection.execute(waiting).scalar_one()
        return many

    def put_back(self, look: Look, *, at: datetime | None) -> bool:
        still = (columns.pathway_id == look.pathway_id, columns.look_at == look.until)
        with self._desk.writing() as connection:
            if at is None:
                return connection.execute(delete(watches).where(*still)).rowcount == 1
            again = update(watches).where(*still).values(look_at=at)
            return connection.execute(again).rowcount == 1


def _read_on(read_from: int, read_to: int) -> Update:
    """Move this follower's place, unless another process moved it."""
    return (
        update(followers)
        .where(followers.c.name == FOLLOWER, followers.c.position == read_from)
        .values(position=read_to)
    )
