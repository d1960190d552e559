"""Calendar dates: months counted as French law counts them, and dates known only in part."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Annotated, Self

from pydantic import Field, model_validator

from domain.kernel import Value

DAY = timedelta(days=1)


def plus_months(day: date, months: int) -> date:
    """The same day number that many months later (or earlier), else the last day of that month.

    Source: French code of civil procedure, article 641.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day_of(start: date, *, months: int) -> date:
    """The last day of a period of whole months: the eve of the day bearing the same number.

    Where that day does not exist (31 January + 1 month), the period takes the whole month.
    """
    turn = plus_months(start, months)
    return turn - DAY if turn.day == start.day else turn


class PartialDate(Value):
    """A date as people know theirs: perhaps the year only, perhaps an estimate."""

    year: Annotated[int, Field(ge=1880, le=2200)]
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    day: Annotated[int, Field(ge=1, le=31)] | None = None
    approximate: bool = False

    @model_validator(mode="after")
    def _exists(self) -> Self:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        if self.day is not None and self.day > monthrange(self.year, self.month or 1)[1]:
            raise ValueError("there is no such day")
        return self

    @property
    def earliest(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])
