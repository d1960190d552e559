"""Which daily chores are still to be done today; each is taken on by one process."""

from enum import StrEnum

from sqlalchemy import update

from application.ports import Clock
from infrastructure.desk import Desk
from infrastructure.reminders.tables import followers


class Chore(StrEnum):
    RETENTION = "chore.retention"
    TRACES = "chore.traces"


class ChoresInTables:
    def __init__(self, desk: Desk, clock: Clock) -> None:
        self._desk = desk
        self._clock = clock

    def take(self, chore: str) -> bool:
        """Take a chore on for today (UTC); False when somebody has."""
        today = self._clock().date().toordinal()
        taken = (
            update(followers)
            .where(followers.c.name == chore, followers.c.position < today)
            .values(position=today)
        )
        with self._desk.writing() as connection:
            return connection.execute(taken).rowcount == 1
