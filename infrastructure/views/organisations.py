"""The directory as it is read, by name."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, tuple_

from application.views.organisations import OrganisationFilter, OrganisationRow, sorting_of
from application.views.pages import Cursor, PageAsked
from application.views.ports import Found
from infrastructure.views.reader import Reader, live
from infrastructure.views.tables import organisations


class OrganisationsReader(Reader):
    def organisations(
        self, wanted: OrganisationFilter, page: PageAsked, *, min_position: int
    ) -> Found[OrganisationRow]:
        with self.at(min_position) as (connection, position):
            found = connection.execute(_page(wanted, page)).all()
        rows = [OrganisationRow(*row) for row in found[: page.bounded]]
        more = len(found) > len(rows)
        return Found(rows, {}, position, _cursor(rows[-1]) if more else None)


def _page(wanted: OrganisationFilter, page: PageAsked) -> Select[Any]:
    place = (organisations.c.sorted_as, organisations.c.organisation_id)
    query = live("organisations", organisations)
    if wanted.kind is not None:
        query = query.where(organisations.c.kind == wanted.kind)
    if words := sorting_of(wanted.named):
        query = query.where(organisations.c.sorted_as.contains(words, autoescape=True))
    if page.after is not None:
        query = query.where(tuple_(*place) > _place(page.after))
    return query.order_by(*place).limit(page.bounded + 1)


def _cursor(last: OrganisationRow) -> Cursor:
    return last.sorted_as, str(last.organisation_id)


def _place(cursor: Cursor) -> tuple[str, UUID]:
    sorted_as, organisation_id = cursor
    return str(sorted_as), UUID(str(organisation_id))
