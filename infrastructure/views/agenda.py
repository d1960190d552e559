"""The agenda as it is read, in order of time."""

from datetime import date
from typing import Any

from sqlalchemy import Select, and_, or_, tuple_

from application.views.agenda import AWAITED, AgendaFilter, AgendaRow
from application.views.pages import Cursor, PageAsked
from application.views.ports import Found
from application.views.reach import Reach
from infrastructure.views.places import cursor_at, place_at
from infrastructure.views.reader import Reader, live, within
from infrastructure.views.tables import agenda


class AgendaReader(Reader):
    def agenda(
        self, reach: Reach, wanted: AgendaFilter, page: PageAsked, *, min_position: int
    ) -> Found[AgendaRow]:
        with self.at(min_position, reach) as (connection, position):
            found = connection.execute(_page(reach, wanted, page)).all()
            rows = self.opened(AgendaRow, found[: page.bounded], agenda)
            return Found(
                rows,
                self.people(connection, {row.pathway_id for row in rows}),
                position,
                _cursor(rows[-1]) if len(found) > len(rows) else None,
            )


def _page(reach: Reach, wanted: AgendaFilter, page: PageAsked) -> Select[Any]:
    place = (agenda.c.day, agenda.c.at, agenda.c.item_id)
    query = live("agenda", agenda).where(
        agenda.c.day.between(wanted.first, wanted.last), within(reach, agenda)
    )
    if wanted.member_id is not None:
        lent = (
            and_(agenda.c.member_id == member_id, agenda.c.day.between(first, last))
            for member_id, first, last in wanted.lent
        )
        nobodys = (agenda.c.member_id.is_(None),) if wanted.or_nobodys else ()
        query = query.where(or_(agenda.c.member_id == wanted.member_id, *nobodys, *lent))
    if wanted.awaited:
        query = query.where(agenda.c.state.in_(AWAITED))
    if page.after is not None:
        query = query.where(tuple_(*place) > _place(page.after))
    return query.order_by(*place).limit(page.bounded + 1)


def _cursor(last: AgendaRow) -> Cursor:
    return (last.day.isoformat(), *cursor_at(last.at, last.item_id))


def _place(cursor: Cursor) -> tuple[object, ...]:
    day, *place = cursor
    return (date.fromisoformat(str(day)), *place_at(tuple(place)))
