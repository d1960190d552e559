"""How a worker takes a row, and with it those that leave in the same letter.

The open rows of the pathway are locked in the order of their ids: of two workers that each were
handed a row of one person, one takes both and the other finds nothing.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, and_, case, or_, select, update

from application.reminders.ports import AT_THAT_MOMENT, DueState, Taken
from application.reminders.together import OpenRow, is_busy, leaving_with
from domain.reminders.due import Due
from domain.reminders.rules import Audience, MessageType
from domain.reminders.triggers import Trigger
from infrastructure.desk import DatabaseNow
from infrastructure.reminders.tables import due_rows

AGAIN = timedelta(seconds=1)  # until a row is looked at whose person another letter goes to

columns = due_rows.c


def take(
    connection: Connection, due_id: UUID, *, lease: timedelta, within: timedelta | None
) -> Taken | None:
    now = connection.execute(select(DatabaseNow())).scalar_one()
    until = now + (within or AT_THAT_MOMENT)
    rows = connection.execute(_open_beside(due_id, until=until)).all()
    known = {row.id: _as_open(row) for row in rows}
    mine = known.get(due_id)
    if mine is None or mine.state is not DueState.QUEUED:
        return None
    beside = known.values() if within is not None else ()
    if is_busy(mine, beside, now=now):
        connection.execute(_looked_at_again(due_id, at=now + AGAIN))
        return None
    others = leaving_with(mine, beside, now=now, until=until)
    ids = [due_id, *(row.due.id for row in others)]
    ours = connection.execute(_made_ours(ids, letter_id=mine.letter, until=now + lease)).all()
    return _together(ours, due_id, now)


def _open_beside(due_id: UUID, *, until: datetime) -> Any:
    pathway_id = select(columns.pathway_id).where(columns.id == due_id).scalar_subquery()
    is_near = or_(columns.look_at <= until, columns.letter_id.is_not(None))
    under_way = columns.state.in_([DueState.QUEUED, DueState.SENDING])
    return (
        select(due_rows)
        .where(
            columns.pathway_id == pathway_id,
            or_(under_way, and_(columns.state == DueState.WAITING, is_near)),
        )
        .order_by(columns.id)
        .with_for_update()
    )


def _looked_at_again(due_id: UUID, *, at: datetime) -> Any:
    return update(due_rows).where(columns.id == due_id).values(state=DueState.WAITING, look_at=at)


def _made_ours(ids: Sequence[UUID], *, letter_id: UUID, until: datetime) -> Any:
    """One that a worker was cut with, and that no scheduler looked at yet, counts as cut."""
    cut = case((columns.state == DueState.SENDING, 1), else_=0)
    return (
        update(due_rows)
        .where(columns.id.in_(ids))
        .values(
            state=DueState.SENDING,
            attempts=columns.attempts + 1,
            cuts=columns.cuts + cut,
            letter_id=letter_id,
            look_at=until,
        )
        .returning(due_rows)
    )


def _together(rows: Iterable[Row[Any]], due_id: UUID, now: datetime) -> Taken:
    found = {row.id: row for row in rows}
    mine = found.pop(due_id)
    return _as_taken(mine, now, tuple(_as_taken(row, now) for row in found.values()))


def _as_open(row: Row[Any]) -> OpenRow:
    return OpenRow(as_due(row), DueState(row.state), row.look_at, row.letter_id, row.attempts)


def _as_taken(row: Row[Any], now: datetime, together: tuple[Taken, ...] = ()) -> Taken:
    return Taken(
        due=as_due(row),
        attempt=row.attempts,
        tries=row.attempts - row.rests,
        cuts=row.cuts,
        failure=row.reason,
        now=now,
        letter_id=row.letter_id,
        together=together,
    )


def as_due(row: Row[Any]) -> Due:
    return Due(
        id=row.id,
        pathway_id=row.pathway_id,
        trigger=Trigger(row.trigger),
        cause_id=row.cause_id,
        occurrence=row.occurrence,
        rule_id=row.rule_id,
        audience=Audience(row.audience),
        pack_version=row.pack_version,
        message_type=MessageType(row.message_type),
        due_at=row.due_at,
        urgent=row.urgent,
    )
