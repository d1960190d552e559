"""How often somebody is written to, and what is kept from a minor's parents: data of the pack."""

from datetime import date, datetime, time, timedelta
from typing import Annotated

from pydantic import Field

from domain.data_classes import DataClass
from domain.dates import DAY, PartialDate, plus_months
from domain.kernel import Value
from domain.wall_time import zone_named

MONTHS = 12  # in a year


class Respect(Value):
    """Source of the cap and of the hours: Cordée's own; of the minor's secret: CSP L1111-5."""

    daily_cap: Annotated[int, Field(ge=1, le=20)] = 2  # messages to one person in a day of theirs
    together_within: Annotated[timedelta, Field(ge=timedelta(0), le=DAY)] = timedelta(hours=4)
    majority: Annotated[int, Field(ge=0, le=30)] = 18  # years; Code civil, article 414
    kept_from_parents: frozenset[DataClass] = frozenset({DataClass.SCREENING, DataClass.PROTECTION})

    def is_surely_minor(self, born: PartialDate | None, *, on: date) -> bool:
        """Whether somebody is a minor on that day, however their birth date is completed."""
        if born is None:
            return False
        first = date(born.year - 1, 1, 1) if born.approximate else born.earliest
        return on < plus_months(first, self.majority * MONTHS)


def day_of(instant: datetime, zone: str) -> date:
    """Which day it is there."""
    return instant.astimezone(zone_named(zone)).date()


def next_midnight(instant: datetime, zone: str) -> datetime:
    """When the next day begins there."""
    tomorrow = day_of(instant, zone) + DAY
    return datetime.combine(tomorrow, time(), zone_named(zone))
