"""What was due when a backup came back: nobody knows what left since, and nothing leaves twice."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from application.reminders.ports import DueState
from infrastructure.desk import EPOCH
from infrastructure.reminders.tables import due_rows, followers

RESTORED = "restored"  # a name among followers, and a reason
MICROSECOND = timedelta(microseconds=1)
OPEN = (DueState.WAITING, DueState.QUEUED, DueState.SENDING)


def hold_back(desk: Connection, *, at: datetime) -> int:
    """Have nothing sent that was due by the moment of a restore; how many rows that is.

    They count as uncertain: somebody calls. What planners find later that was due by then, since
    they were behind when the backup was taken, counts so too.
    """
    reached = (at - EPOCH) // MICROSECOND
    desk.execute(delete(followers).where(followers.c.name == RESTORED))
    desk.execute(insert(followers).values(name=RESTORED, position=reached))
    held = (
        update(due_rows)
        .where(due_rows.c.state.in_(OPEN), due_rows.c.due_at <= at)
        .values(state=DueState.UNCERTAIN, look_at=None, reason=RESTORED, ended_at=at)
    )
    return desk.execute(held).rowcount


def held_back_until(desk: Connection) -> datetime:
    """Until when what is due may have left already."""
    query = select(followers.c.position).where(followers.c.name == RESTORED)
    position = desk.execute(query).scalar_one_or_none() or 0
    return EPOCH + position * MICROSECOND
