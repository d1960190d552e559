"""The invitations of an organisation as they are read, the oldest first."""

from sqlalchemy import tuple_

from application.views.invitations import InvitationRow
from application.views.pages import PageAsked
from application.views.ports import Found
from application.views.reach import Viewer
from infrastructure.views.places import cursor_at, place_at
from infrastructure.views.reader import Reader, live
from infrastructure.views.tables import invitations


class InvitationsReader(Reader):
    def invitations(
        self, viewer: Viewer, page: PageAsked, *, min_position: int
    ) -> Found[InvitationRow]:
        place = (invitations.c.since, invitations.c.pathway_id)
        query = live("invitations", invitations).where(
            invitations.c.organisation_id == viewer.organisation_id
        )
        if page.after is not None:
            query = query.where(tuple_(*place) > place_at(page.after))
        with self.at(min_position, viewer) as (connection, position):
            ordered = query.order_by(*place).limit(page.bounded + 1)
            found = connection.execute(ordered).all()
            rows = self.opened(InvitationRow, found[: page.bounded], invitations)
            cursor = None
            if len(found) > len(rows):
                last = rows[-1]
                cursor = cursor_at(last.since, last.pathway_id)
            return Found(rows, {}, position, cursor)
