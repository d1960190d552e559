"""The only instants and days that enter Cordée: those whose neighbours can be computed."""

from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, Field

FIRST_DAY, LAST_DAY = date(1880, 1, 1), date(2200, 12, 31)
FIRST, LAST = datetime(1880, 1, 1, tzinfo=UTC), datetime(2200, 12, 31, tzinfo=UTC)


def in_utc(instant: datetime) -> datetime:
    """The same instant, told in UTC.

    Raises:
        ValueError: it lies outside the years that are counted here.
    """
    if not FIRST <= instant <= LAST:
        raise ValueError("this instant is out of reach")
    return instant.astimezone(UTC)


Instant = Annotated[AwareDatetime, AfterValidator(in_utc)]
Day = Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)]
