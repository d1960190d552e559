"""The caseload as it is read: what is due first comes first, for each viewer from what they see."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, exists, select, tuple_

from application.views.caseload import CaseloadFilter, CaseloadRow
from application.views.pages import Cursor, PageAsked
from application.views.ports import Found
from application.views.reach import Reach
from infrastructure.views.checkpoint import live_generation
from infrastructure.views.columns import EPOCH, MICROSECOND
from infrastructure.views.reader import Reader, within
from infrastructure.views.tables import caseload

rows = caseload.alias("rows")
earlier = caseload.alias("earlier")


class CaseloadReader(Reader):
    def caseload(
        self, reach: Reach, wanted: CaseloadFilter, page: PageAsked, *, min_position: int
    ) -> Found[CaseloadRow]:
        with self.at(min_position) as (connection, position):
            places = connection.execute(_places(reach, wanted, page)).all()
            shown = places[: page.bounded]
            found = _rows(connection, reach, [place.pathway_id for place in shown])
            called = self.called(connection, found)
        more = len(places) > len(shown)
        return Found(found, called, position, _cursor(*shown[-1]) if more else None)


def _places(reach: Reach, wanted: CaseloadFilter, page: PageAsked) -> Select[datetime, UUID]:
    """Where each pathway stands in the list: at the earliest of its rows that the viewer sees."""
    query = select(rows.c.due_at, rows.c.pathway_id).where(
        rows.c.generation == live_generation("caseload"),
        rows.c.is_open == wanted.is_open,
        within(reach, rows),
        ~_has_an_earlier_row(reach),
    )
    if wanted.referent_id is not None:
        query = query.where(rows.c.referent_id == wanted.referent_id)
    if page.after is not None:
        query = query.where(tuple_(rows.c.due_at, rows.c.pathway_id) > _place(page.after))
    return query.order_by(rows.c.due_at, rows.c.pathway_id).limit(page.bounded + 1)


def _has_an_earlier_row(reach: Reach) -> ColumnElement[bool]:
    return exists().where(
        earlier.c.generation == rows.c.generation,
        earlier.c.pathway_id == rows.c.pathway_id,
        within(reach, earlier),
        tuple_(earlier.c.due_at, earlier.c.data_class) < tuple_(rows.c.due_at, rows.c.data_class),
    )


def _rows(
    connection: Connection, reach: Reach, pathways: Sequence[UUID]
) -> dict[UUID, list[CaseloadRow]]:
    """All that the viewer sees of these pathways, in the order they are named."""
    query = select(*rows.c[CaseloadRow._fields]).where(
        rows.c.generation == live_generation("caseload"),
        rows.c.pathway_id.in_(pathways),
        within(reach, rows),
    )
    found: dict[UUID, list[CaseloadRow]] = {pathway_id: [] for pathway_id in pathways}
    for row in connection.execute(query):
        found[row.pathway_id].append(CaseloadRow(*row))
    return found


def _cursor(due_at: datetime, pathway_id: UUID) -> Cursor:
    return (due_at - EPOCH) // MICROSECOND, str(pathway_id)


def _place(cursor: Cursor) -> tuple[datetime, UUID]:
    due_at, pathway_id = cursor
    return EPOCH + int(due_at) * MICROSECOND, UUID(str(pathway_id))
