"""The only instants and days that enter Cordée: those whose neighbours can be computed."""

import re
from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field

FIRST_DAY, LAST_DAY = date(1880, 1, 1), date(2200, 12, 31)
NUMBER = re.compile(r"\s*[-+]?[\d.]+\s*")
FIRST, LAST = datetime(1880, 1, 1, tzinfo=UTC), datetime(2200, 12, 31, tzinfo=UTC)


def in_utc(instant: datetime) -> datetime:
    """The same instant, told in UTC.

    Raises:
        ValueError: it lies outside the years that are counted here.
    """
    if not FIRST <= instant <= LAST:
        raise ValueError("this instant is out of reach")
    return instant.astimezone(UTC)


def spelt_out(value: object) -> object:
    """Refuse a number where a date or a time is meant: seconds since 1970 are nobody's words.

    Raises:
        ValueError: it is one.
    """
    if isinstance(value, int | float) or (isinstance(value, str) and NUMBER.fullmatch(value)):
        raise ValueError("a date or a time is spelt out, as ISO 8601 does")
    return value


Instant = Annotated[AwareDatetime, BeforeValidator(spelt_out), AfterValidator(in_utc)]
Day = Annotated[date, BeforeValidator(spelt_out), Field(ge=FIRST_DAY, le=LAST_DAY)]
