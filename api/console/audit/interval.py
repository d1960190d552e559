"""The days whose looks are asked for: the first and the last, both included."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated

from fastapi import Depends, Query

from api.console.audit.asking import AuditUnreadable, Said, instant, on_the_wall
from api.console.visit import AVisit

A_DAY = len("2026-11-22")
MIDNIGHT = "00:00"


@dataclass(frozen=True, slots=True)
class Interval:
    first: str  # as it was said
    last: str
    start: datetime | None
    end: datetime | None  # excluded


def interval(
    visit: AVisit,
    first: Annotated[Said, Query(alias="from")] = "",
    last: Annotated[Said, Query(alias="to")] = "",
) -> Interval:
    """Days of the clock on the wall; the first may be an instant too, from which to go on.

    Raises:
        AuditUnreadable: one of them is not what it should be.
    """
    start = on_the_wall(first, MIDNIGHT, visit.zone) if len(first) == A_DAY else instant(first)
    return Interval(first, last, start, _after(last, visit.zone))


def _after(day: str, zone: str) -> datetime | None:
    try:
        following = (date.fromisoformat(day) + timedelta(days=1)).isoformat() if day else ""
    except (ValueError, OverflowError):
        raise AuditUnreadable from None
    return on_the_wall(following, MIDNIGHT, zone)


AnInterval = Annotated[Interval, Depends(interval)]
