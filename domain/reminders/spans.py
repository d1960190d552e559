"""How far from what it recalls a reminder stands: days, months or working days."""

from datetime import date, timedelta
from typing import Annotated, Self

from pydantic import Field, model_validator

from domain.dates import DAY, plus_months
from domain.kernel import Value
from domain.reminders.hours import LOOK_AROUND, IsHoliday

SATURDAY = 6  # as `date.isoweekday` counts


class Span(Value):
    """A length of time in one unit; working days are Monday to Friday, public holidays excepted."""

    days: Annotated[int, Field(ge=0, le=400)] = 0
    months: Annotated[int, Field(ge=0, le=24)] = 0
    working_days: Annotated[int, Field(ge=0, le=250)] = 0

    @model_validator(mode="after")
    def _has_one_unit(self) -> Self:
        if len([unit for unit in (self.days, self.months, self.working_days) if unit]) != 1:
            raise ValueError("a span is said in days, in months or in working days")
        return self

    def before(self, day: date, is_holiday: IsHoliday) -> date:
        """The day that lies this far before another."""
        return self._from(day, is_holiday, towards=-1)

    def after(self, day: date, is_holiday: IsHoliday) -> date:
        """The day that lies this far after another."""
        return self._from(day, is_holiday, towards=1)

    def _from(self, day: date, is_holiday: IsHoliday, *, towards: int) -> date:
        if self.months:
            return plus_months(day, towards * self.months)
        if self.working_days:
            return _plus_working_days(day, self.working_days, is_holiday, step=towards * DAY)
        return day + towards * timedelta(days=self.days)


def _plus_working_days(day: date, count: int, is_holiday: IsHoliday, *, step: timedelta) -> date:
    """The day after (or before) which so many working days have gone, itself one of them."""
    for _ in range(count):
        day = _next_working_day(day, is_holiday, step)
    return day


def _next_working_day(day: date, is_holiday: IsHoliday, step: timedelta) -> date:
    """A calendar without one in a month is a mistake: the month is gone through."""
    for _ in range(LOOK_AROUND):
        day += step
        if day.isoweekday() < SATURDAY and not is_holiday(day):
            return day
    return day
