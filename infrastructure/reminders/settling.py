"""Rows of what is due that somebody looks at, has tried again or drops; and the end of old ones."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import case, delete, select, update

from application.reminders.ports import UNSETTLED, DueState, Row
from infrastructure.desk import DatabaseNow, Desk
from infrastructure.reminders.tables import due_rows
from infrastructure.reminders.taking import as_due

STAYS = (DueState.DEAD, DueState.UNCERTAIN)  # until somebody settles it
AT_ONCE = 1_000  # rows in one transaction

columns = due_rows.c


def row(desk: Desk, due_id: UUID) -> Row | None:
    with desk.reading() as connection:
        found = connection.execute(select(due_rows).where(columns.id == due_id)).one_or_none()
    return _as_row(found) if found else None


def rows(desk: Desk, states: Collection[DueState], *, limit: int) -> list[Row]:
    query = (
        select(due_rows)
        .where(columns.state.in_(states))
        .order_by(columns.due_at.desc(), columns.id)
        .limit(limit)
    )
    with desk.reading() as connection:
        return [_as_row(found) for found in connection.execute(query)]


def of_pathway(desk: Desk, pathway_id: UUID) -> list[Row]:
    theirs = select(due_rows).where(columns.pathway_id == pathway_id)
    with desk.reading() as connection:
        found = connection.execute(theirs.order_by(columns.due_at, columns.id))
        return [_as_row(row) for row in found]


def reopen(desk: Desk, due_id: UUID, *, by: str) -> bool:
    doubtful = (columns.state == DueState.UNCERTAIN) & (columns.cuts == 0)
    return _settle(
        desk,
        due_id,
        by=by,
        state=DueState.WAITING,
        look_at=DatabaseNow(),
        ended_at=None,
        rests=columns.attempts,  # tries are counted from here
        cuts=case((doubtful, 1), else_=columns.cuts),
        letter_id=case((doubtful | (columns.cuts > 0), columns.letter_id), else_=None),
    )


def drop(desk: Desk, due_id: UUID, *, reason: str, by: str) -> bool:
    return _settle(
        desk, due_id, by=by, state=DueState.DROPPED, reason=reason, ended_at=DatabaseNow()
    )


def purge(desk: Desk, *, older_than: timedelta) -> int:
    gone = 0
    while more := _purge_some(desk, older_than):
        gone += more
    return gone


def _purge_some(desk: Desk, older_than: timedelta) -> int:
    with desk.writing() as connection:
        now = connection.execute(select(DatabaseNow())).scalar_one()
        old = (
            select(columns.id)
            .where(columns.ended_at < now - older_than, columns.state.not_in(STAYS))
            .limit(AT_ONCE)
        )
        return connection.execute(delete(due_rows).where(columns.id.in_(old))).rowcount


def _settle(desk: Desk, due_id: UUID, *, by: str, **values: Any) -> bool:
    settling = (
        update(due_rows)
        .where(columns.id == due_id, columns.state.in_(UNSETTLED))
        .values(settled_at=DatabaseNow(), settled_by=by, **values)
    )
    with desk.writing() as connection:
        return connection.execute(settling).rowcount == 1


def _as_row(found: Any) -> Row:
    return Row(
        due=as_due(found),
        state=DueState(found.state),
        look_at=found.look_at,
        attempts=found.attempts,
        cuts=found.cuts,
        reason=found.reason,
        ended_at=found.ended_at,
        settled_at=found.settled_at,
        settled_by=found.settled_by,
    )
