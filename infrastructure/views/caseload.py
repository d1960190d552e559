"""The caseload as it is read: what is due first comes first, for each viewer from what they see."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, exists, select, tuple_

from application.views.caseload import CaseloadFilter, CaseloadRow
from application.views.pages import Cursor, PageAsked
from application.views.ports import Found
from application.views.reach import Reach
from infrastructure.views.checkpoint import live_generation
from infrastructure.views.columns import EPOCH, MICROSECOND
from infrastructure.views.reader import Reader, live, within
from infrastructure.views.tables import caseload

rows = caseload.alias("rows")
earlier = caseload.alias("earlier")


class CaseloadReader(Reader):
    def caseload(
        self, reach: Reach, wanted: CaseloadFilter, page: PageAsked, *, min_position: int
    ) -> Found[CaseloadRow]:
        with self.at(min_position, reach) as (connection, position):
            places = connection.execute(_places(reach, wanted, page)).all()
            pathways = [place.pathway_id for place in places[: page.bounded]]
            more = len(places) > len(pathways)
            return Found(
                self.of_pathways(connection, reach, pathways),
                self.people(connection, pathways),
                position,
                _cursor(*places[len(pathways) - 1]) if more else None,
            )

    def of_pathways(
        self, connection: Connection, reach: Reach, pathways: Sequence[UUID]
    ) -> Sequence[CaseloadRow]:
        """All that the viewer sees of these pathways, in the order they are named."""
        query = live("caseload", rows).where(rows.c.pathway_id.in_(pathways), within(reach, rows))
        order = {pathway_id: place for place, pathway_id in enumerate(pathways)}
        found = self.opened(CaseloadRow, connection.execute(query), rows)
        return sorted(found, key=lambda row: order[row.pathway_id])


def _places(reach: Reach, wanted: CaseloadFilter, page: PageAsked) -> Select[Any]:
    """Where each pathway stands in the list: at the earliest of its rows that the viewer sees."""
    query = select(rows.c.due_at, rows.c.pathway_id).where(
        rows.c.generation == live_generation("caseload"),
        rows.c.is_open == wanted.is_open,
        within(reach, rows),
        ~_has_an_earlier_row(reach),
    )
    if wanted.referents:
        query = query.where(rows.c.referent_id.in_(wanted.referents))
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


def _cursor(due_at: datetime, pathway_id: UUID) -> Cursor:
    return (due_at - EPOCH) // MICROSECOND, str(pathway_id)


def _place(cursor: Cursor) -> tuple[datetime, UUID]:
    due_at, pathway_id = cursor
    return EPOCH + int(due_at) * MICROSECOND, UUID(str(pathway_id))
