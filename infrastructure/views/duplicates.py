"""The possible duplicates that an organisation is told of, the oldest first."""

from sqlalchemy import tuple_

from application.views.duplicates import DuplicateFilter, DuplicateRow
from application.views.pages import PageAsked
from application.views.ports import Found
from application.views.reach import Reach
from infrastructure.views.places import cursor_at, place_at
from infrastructure.views.reader import Reader, live
from infrastructure.views.tables import duplicates


class DuplicatesReader(Reader):
    def duplicates(
        self, reach: Reach, wanted: DuplicateFilter, page: PageAsked, *, min_position: int
    ) -> Found[DuplicateRow]:
        place = (duplicates.c.since, duplicates.c.pathway_id, duplicates.c.flag_id)
        query = live("duplicates", duplicates).where(
            duplicates.c.organisation_id == reach.organisation_id,
            duplicates.c.awaits_answer == wanted.awaits_answer,
        )
        if page.after is not None:
            query = query.where(tuple_(*place) > place_at(page.after))
        with self.at(min_position, reach) as (connection, position):
            found = connection.execute(query.order_by(*place).limit(page.bounded + 1)).all()
            rows = [DuplicateRow(*row) for row in found[: page.bounded]]
            people = self.people(connection, {row.pathway_id for row in rows})
            cursor = None
            if len(found) > len(rows):
                last = rows[-1]
                cursor = cursor_at(last.since, last.pathway_id, last.flag_id)
            return Found(rows, people, position, cursor)
