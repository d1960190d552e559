"""`Inbox` on the desk's tables."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, delete, or_, select

from application.inbox.ports import TO_SEE_TO, Addressee, InboxItem, InboxKind, Kept, Place
from domain.data_classes import DataClass
from infrastructure.desk import Desk, inserting
from infrastructure.inbox.tables import items, reads

columns = items.c


class InboxInTables:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def put(self, *items_told: InboxItem) -> None:
        if not items_told:
            return
        with self._desk.writing() as connection:
            new = inserting(connection, items).values([asdict(item) for item in items_told])
            connection.execute(new.on_conflict_do_nothing(index_elements=["id"]))

    def of(self, to: Addressee, *, unread: bool, before: Place | None, limit: int) -> list[Kept]:
        query = _kept(to).order_by(columns.at.desc(), columns.id.desc()).limit(limit)
        if unread:
            query = query.where(reads.c.read_at.is_(None))
        if before is not None:
            query = query.where(_earlier(before))
        with self._desk.reading() as connection:
            return [_as_kept(row) for row in connection.execute(query).mappings()]

    def find(self, item_id: UUID, to: Addressee) -> Kept | None:
        with self._desk.reading() as connection:
            query = _kept(to).where(columns.id == item_id)
            row = connection.execute(query).mappings().one_or_none()
        return _as_kept(row) if row else None

    def about(self, due_ids: Collection[UUID]) -> set[UUID]:
        query = select(columns.due_id).where(
            columns.due_id.in_(due_ids), columns.kind.in_(TO_SEE_TO)
        )
        with self._desk.reading() as connection:
            return set(connection.execute(query).scalars())

    def read(self, item_id: UUID, member_id: UUID, *, at: datetime) -> None:
        row = {"item_id": item_id, "member_id": member_id, "read_at": at}
        with self._desk.writing() as connection:
            new = inserting(connection, reads).values(row)
            connection.execute(new.on_conflict_do_nothing(index_elements=["item_id", "member_id"]))

    def unread(self, item_id: UUID, member_id: UUID) -> None:
        theirs = (reads.c.item_id == item_id, reads.c.member_id == member_id)
        with self._desk.writing() as connection:
            connection.execute(delete(reads).where(*theirs))

    def forget(self, pathway_id: UUID) -> int:
        with self._desk.writing() as connection:
            return _deleted(connection, columns.pathway_id == pathway_id)

    def sweep(self, before: datetime, *, limit: int) -> int:
        old = select(columns.id).where(columns.at < before).order_by(columns.at).limit(limit)
        with self._desk.writing() as connection:
            found = connection.execute(old).scalars().all()
            return _deleted(connection, columns.id.in_(found))


def _kept(to: Addressee) -> Any:
    theirs = and_(reads.c.item_id == columns.id, reads.c.member_id == to.member_id)
    return (
        select(items, reads.c.read_at)
        .select_from(items.outerjoin(reads, theirs))
        .where(
            columns.organisation_id == to.organisation_id,
            or_(columns.member_id.is_(None), columns.member_id == to.member_id),
        )
    )


def _earlier(place: Place) -> ColumnElement[bool]:
    same = and_(columns.at == place.at, columns.id < place.id)
    return or_(columns.at < place.at, same)


def _deleted(connection: Connection, which: ColumnElement[bool]) -> int:
    """Also who read them, so that nothing is left of a pathway."""
    connection.execute(delete(reads).where(reads.c.item_id.in_(select(columns.id).where(which))))
    return connection.execute(delete(items).where(which)).rowcount


def _as_kept(row: RowMapping) -> Kept:
    told = {column.name: row[column.name] for column in columns}
    told |= {"kind": InboxKind(row["kind"]), "data_class": DataClass(row["data_class"])}
    return Kept(InboxItem(**told), row["read_at"])
