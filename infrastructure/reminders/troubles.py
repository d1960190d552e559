"""What stands in the way of reminders, in numbers: how late the oldest is, and why others wait."""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, func, select

from application.reminders.ports import DueState, Troubles
from infrastructure.desk import DatabaseNow, Desk
from infrastructure.reminders.tables import due_rows

GIVEN_UP = (DueState.DEAD, DueState.UNCERTAIN)
NO_TIME = timedelta()

columns = due_rows.c


def troubles(desk: Desk, *, within: timedelta) -> Troubles:
    with desk.reading() as connection:
        now = connection.execute(select(DatabaseNow())).scalar_one()
        oldest = connection.execute(select(func.min(columns.look_at))).scalar_one()
        return Troubles(
            oldest_late=max(now - oldest, NO_TIME) if oldest else NO_TIME,
            held_up=_reasons(connection, columns.state == DueState.WAITING),
            failed=_reasons(
                connection, columns.state.in_(GIVEN_UP), columns.ended_at > now - within
            ),
        )


def _reasons(connection: Connection, *which: ColumnElement[bool]) -> Mapping[str, int]:
    query = (
        select(columns.reason, func.count().label("found"))
        .where(*which, columns.reason.is_not(None))
        .group_by(columns.reason)
        .order_by(columns.reason)
    )
    return {row.reason: row.found for row in connection.execute(query)}
