"""The activities of an organisation as they are read, the latest first."""

from typing import Any

from sqlalchemy import Select, tuple_

from application.views.activities import ActivityFilter, ActivityRow
from application.views.pages import PageAsked
from application.views.ports import Found
from application.views.reach import Viewer
from infrastructure.views.places import cursor_at, place_at
from infrastructure.views.reader import Reader, live
from infrastructure.views.tables import activities


class ActivitiesReader(Reader):
    def activities(
        self, viewer: Viewer, wanted: ActivityFilter, page: PageAsked, *, min_position: int
    ) -> Found[ActivityRow]:
        with self.at(min_position, viewer) as (connection, position):
            found = connection.execute(_page(viewer, wanted, page)).all()
            rows = self.opened(ActivityRow, found[: page.bounded], activities)
            cursor = None
            if len(found) > len(rows):
                cursor = cursor_at(rows[-1].starts_at, rows[-1].activity_id)
            return Found(rows, {}, position, cursor)


def _page(viewer: Viewer, wanted: ActivityFilter, page: PageAsked) -> Select[Any]:
    starts_at, activity_id = activities.c.starts_at, activities.c.activity_id
    query = live("activities", activities).where(
        activities.c.organisation_id == viewer.organisation_id
    )
    if wanted.kind is not None:
        query = query.where(activities.c.kind == wanted.kind)
    if wanted.since is not None:
        query = query.where(starts_at >= wanted.since)
    if wanted.until is not None:
        query = query.where(starts_at < wanted.until)
    if page.after is not None:
        query = query.where(tuple_(starts_at, activity_id) < place_at(page.after))
    return query.order_by(starts_at.desc(), activity_id.desc()).limit(page.bounded + 1)
