"""The caseload as it is read: in the order asked for, for each viewer from what they see."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    exists,
    func,
    literal,
    select,
    tuple_,
)

from application.views.caseload import CaseloadFilter, CaseloadOrder, CaseloadRow
from application.views.pages import PageAsked
from application.views.ports import Found
from application.views.reach import Reach
from infrastructure.views.checkpoint import live_generation
from infrastructure.views.columns import EPOCH, Instant
from infrastructure.views.places import cursor_at, place_at
from infrastructure.views.reader import Reader, live, within
from infrastructure.views.tables import caseload

rows = caseload.alias("rows")
others = caseload.alias("others")


@dataclass(frozen=True, slots=True)
class Placing:
    """By which of its rows a pathway is placed in a list: the first of them, or the last."""

    first: bool
    null: datetime | None = None  # what counts for a row that says nothing

    def at(self, of: FromClause) -> ColumnElement[datetime]:
        if self.null is None:
            return of.c.due_at
        return func.coalesce(of.c.last_contact_at, literal(self.null, Instant()))

    def another(self) -> ColumnElement[bool]:
        """Whether the other row of the pathway is the one that places it."""
        its, this = (tuple_(self.at(one), one.c.data_class) for one in (others, rows))
        return its < this if self.first else its > this


PLACINGS: Mapping[CaseloadOrder, Placing] = {
    CaseloadOrder.DUE: Placing(first=True),
    CaseloadOrder.CONTACT: Placing(first=False, null=EPOCH),
}


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
                cursor_at(*places[len(pathways) - 1]) if more else None,
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
    """Where each pathway stands in the list: at the one of its rows, that are seen, which says."""
    placing = PLACINGS[wanted.order]
    at = placing.at(rows)
    query = select(at, rows.c.pathway_id).where(
        rows.c.generation == live_generation("caseload"),
        rows.c.is_open == wanted.is_open,
        within(reach, rows),
        ~_has_another(reach, placing.another()),
        *_whose(wanted),
        *_holding(reach, wanted),
    )
    if page.after is not None:
        query = query.where(tuple_(at, rows.c.pathway_id) > place_at(page.after))
    return query.order_by(at, rows.c.pathway_id).limit(page.bounded + 1)


def _whose(wanted: CaseloadFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.referents:
        of_them = rows.c.referent_id.in_(wanted.referents)
        yield of_them | rows.c.referent_id.is_(None) if wanted.or_nobodys else of_them


def _holding(reach: Reach, wanted: CaseloadFilter) -> Iterator[ColumnElement[bool]]:
    """What one of the rows that are seen must say; the same rule as `CaseloadFilter.holds`."""
    if wanted.due_by is not None:
        yield _has_another(reach, others.c.due_at < wanted.due_before)
    if wanted.right_ends_by is not None:
        yield _has_another(reach, others.c.right_ends_on <= wanted.right_ends_by)
    if wanted.with_referral:
        yield _has_another(reach, others.c.open_referrals > 0)


def _has_another(reach: Reach, such: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether the viewer sees such a row of the same pathway."""
    return exists().where(
        others.c.generation == rows.c.generation,
        others.c.pathway_id == rows.c.pathway_id,
        within(reach, others),
        such,
    )
