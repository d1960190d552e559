"""The activities of each organisation, for the members who run them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from application.views.memo import Memo
from domain.activity.activity import Activity
from domain.activity.words import ActivityKind


class ActivityRow(NamedTuple):
    """The first is its key."""

    activity_id: UUID
    organisation_id: UUID
    kind: ActivityKind
    starts_at: datetime
    ends_at: datetime | None  # None: not known yet
    place: str | None  # sealed where it is kept


@dataclass(frozen=True, slots=True)
class ActivityFilter:
    kind: ActivityKind | None = None
    since: datetime | None = None  # of its start
    until: datetime | None = None  # excluded


def activity_rows(activity: Activity, memo: Memo) -> tuple[tuple[ActivityRow, ...], ...]:
    return memo.of("activities", (activity.holding,), lambda: (tuple(_rows(activity)),))


def _rows(activity: Activity) -> Iterator[ActivityRow]:
    holding = activity.holding
    if holding.held_by and holding.kind and holding.happening and not holding.withdrawn:
        happening = holding.happening
        yield ActivityRow(
            activity.id,
            holding.held_by,
            holding.kind,
            happening.starts_at,
            happening.ends_at,
            happening.place,
        )
