"""How far a follower has read the history."""

from sqlalchemy import select, update

from infrastructure.desk import Desk
from infrastructure.reminders.tables import followers


class BookmarkInTables:
    def __init__(self, desk: Desk, name: str) -> None:
        self._desk = desk
        self._name = name

    def position(self) -> int:
        query = select(followers.c.position).where(followers.c.name == self._name)
        with self._desk.reading() as connection:
            position: int = connection.execute(query).scalar_one()
        return position

    def move(self, *, read_from: int, read_to: int) -> bool:
        moved = (
            update(followers)
            .where(followers.c.name == self._name, followers.c.position == read_from)
            .values(position=read_to)
        )
        with self._desk.writing() as connection:
            return connection.execute(moved).rowcount == 1
