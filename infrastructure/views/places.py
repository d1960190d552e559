"""Where a page ends and the next one goes on: an instant, then ids, written as a cursor."""

from datetime import datetime
from uuid import UUID

from application.views.pages import Cursor
from infrastructure.views.columns import EPOCH, MICROSECOND


def cursor_at(instant: datetime, *ids: UUID) -> Cursor:
    return ((instant - EPOCH) // MICROSECOND, *map(str, ids))


def place_at(cursor: Cursor) -> tuple[datetime | UUID, ...]:
    instant, *ids = cursor
    return (EPOCH + int(instant) * MICROSECOND, *(UUID(str(one)) for one in ids))
