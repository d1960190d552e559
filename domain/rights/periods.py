"""Days of cover: periods that never overlap, and the gaps between them."""

from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from domain.dates import DAY


class Period(NamedTuple):
    """Days in force, from the first to the last included; no last day while none is known."""

    starts_on: date
    ends_on: date | None
    version: int = 0  # of the fact that told it

    def includes(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def overlaps(self, other: "Period") -> bool:
        return (self.ends_on is None or other.starts_on <= self.ends_on) and (
            other.ends_on is None or self.starts_on <= other.ends_on
        )


Periods = tuple[Period, ...]  # of one right, in order, without overlap


def before(periods: Periods, day: date) -> Periods:
    """What of these periods lies before a day."""
    return tuple(
        period if period.ends_on and period.ends_on < day else period._replace(ends_on=day - DAY)
        for period in periods
        if period.starts_on < day
    )


def since(periods: Periods, day: date, *, version: int) -> Periods:
    """What of these periods lies on a day or after; one cut there is told by `version`."""
    return tuple(
        period if period.starts_on >= day else period._replace(starts_on=day, version=version)
        for period in periods
        if period.ends_on is None or period.ends_on >= day
    )


def retold(periods: Periods, told: Period, *, instead_of: int) -> Periods:
    """The same periods, in order, with the one that this version told told again."""
    kept = (period for period in periods if period.version != instead_of)
    again = (told for period in periods if period.version == instead_of)
    return tuple(sorted((*kept, *again), key=attrgetter("starts_on")))


def gaps(periods: Iterable[Period]) -> Iterator[tuple[date, date | None]]:
    """First and last day of each gap after the first day of cover, the last gap without end."""
    resume: date | None = None
    for period in sorted(periods, key=attrgetter("starts_on")):
        if resume is not None and period.starts_on > resume:
            yield resume, period.starts_on - DAY
        if period.ends_on is None:
            return
        resume = max(resume or date.min, period.ends_on + DAY)
    if resume is not None:
        yield resume, None


def days_without_cover(periods: Iterable[Period], *, first: date, last: date) -> int:
    """How many days between two, both included, no period covers."""
    covered = 0
    reached = first - DAY
    for period in sorted(periods, key=attrgetter("starts_on")):
        end = last if period.ends_on is None else min(period.ends_on, last)
        start = max(period.starts_on, reached + DAY)
        if end >= start:
            covered += (end - start).days + 1
            reached = end
    return max((last - first).days + 1, 0) - covered
