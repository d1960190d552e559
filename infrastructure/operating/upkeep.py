"""`Upkeep` on the desk's table."""

from datetime import datetime

from sqlalchemy import select

from application.operating.ports import Done, Work
from infrastructure.composition import opened_engine
from infrastructure.desk import Desk, inserting
from infrastructure.operating.tables import upkeep
from infrastructure.settings import Group, Settings


class UpkeepInTables:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def note(self, work: Work, *, at: datetime, number: int) -> None:
        row = {"work": work, "done_at": at, "number": number}
        with self._desk.writing() as connection:
            new = inserting(connection, upkeep).values(row)
            again = {"done_at": new.excluded.done_at, "number": new.excluded.number}
            connection.execute(new.on_conflict_do_update(index_elements=["work"], set_=again))

    def last(self, work: Work) -> Done | None:
        query = select(upkeep.c.done_at, upkeep.c.number).where(upkeep.c.work == work)
        with self._desk.reading() as connection:
            row = connection.execute(query).first()
        return Done(*row) if row else None


def note_done(settings: Settings, work: Work, *, at: datetime, number: int) -> None:
    """Note it in an installation that is not open here.

    Raises:
        StoreUnavailable: the desk cannot be reached.
    """
    with opened_engine(settings, Group.DESK) as engine:
        UpkeepInTables(Desk(engine)).note(work, at=at, number=number)
