"""The queue of emergency accesses as it is read, the oldest first."""

from sqlalchemy import tuple_

from application.views.emergencies import EmergencyFilter, EmergencyRow
from application.views.pages import PageAsked
from application.views.ports import Found
from application.views.reach import Viewer
from infrastructure.views.places import cursor_at, place_at
from infrastructure.views.reader import Reader, live
from infrastructure.views.tables import emergencies


class EmergenciesReader(Reader):
    def emergencies(
        self,
        viewer: Viewer,
        wanted: EmergencyFilter,
        page: PageAsked,
        *,
        min_position: int,
    ) -> Found[EmergencyRow]:
        place = (emergencies.c.taken_at, emergencies.c.access_id)
        query = live("emergencies", emergencies).where(
            emergencies.c.organisation_id == viewer.organisation_id,
            emergencies.c.awaits_verdict == wanted.awaits_verdict,
        )
        if page.after is not None:
            query = query.where(tuple_(*place) > place_at(page.after))
        with self.at(min_position, viewer) as (connection, position):
            ordered = query.order_by(*place).limit(page.bounded + 1)
            found = connection.execute(ordered).all()
            rows = self.opened(EmergencyRow, found[: page.bounded], emergencies)
            cursor = None
            if len(found) > len(rows):
                last = rows[-1]
                cursor = cursor_at(last.taken_at, last.access_id)
            return Found(rows, {}, position, cursor)
