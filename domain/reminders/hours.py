"""When a message may reach somebody: not at night, not on a Sunday, not on a public holiday."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Annotated, Self

from pydantic import Field, model_validator

from domain.kernel import Value

SUNDAY = 7  # as `date.isoweekday` counts
LOOK_AROUND = 31  # days; a calendar without one allowed day in a month is a mistake
DAY = timedelta(days=1)

IsHoliday = Callable[[date], bool]


class AllowedHours(Value):
    """The hours of a day, in wall time, within which messages leave.

    Source: Cordée's own rule (quiet hours 20:00 to 08:00, Sundays, public holidays); no law sets
    it for messages that people asked for.
    """

    opens: time
    closes: time  # nothing leaves from this moment on
    margin: Annotated[timedelta, Field(ge=timedelta(0))]  # kept for retries before `closes`
    quiet_days: frozenset[Annotated[int, Field(ge=1, le=7)]] = frozenset({SUNDAY})
    on_holidays: bool = False

    @model_validator(mode="after")
    def _leaves_a_moment(self) -> Self:
        if self._last_on(date.min) < datetime.combine(date.min, self.opens):
            raise ValueError("the margin leaves no allowed moment in the day")
        if len(self.quiet_days) > 6:  # noqa: PLR2004 (a week has seven days)
            raise ValueError("one day of the week at least is not quiet")
        return self

    def allow(self, wall: datetime, is_holiday: IsHoliday) -> bool:
        """Whether a message may leave at this wall time."""
        return self._allow_day(wall.date(), is_holiday) and self.opens <= wall.time() < self.closes

    def last_before(self, wall: datetime, is_holiday: IsHoliday) -> datetime | None:
        """This wall time where it is allowed, else the last planned moment before it.

        That moment stands `margin` before the quiet hours, so that a retry still leaves in time.
        None when the calendar has no allowed day around.
        """
        if self.allow(wall, is_holiday):
            return wall
        first = wall.date() if wall.time() >= self.closes else wall.date() - DAY
        days = (first - back * DAY for back in range(LOOK_AROUND))
        allowed = (day for day in days if self._allow_day(day, is_holiday))
        return next((self._last_on(day) for day in allowed), None)

    def first_after(self, wall: datetime, is_holiday: IsHoliday) -> datetime | None:
        """This wall time where it is allowed, else the first allowed moment after it."""
        if self.allow(wall, is_holiday):
            return wall
        first = wall.date() if wall.time() < self.opens else wall.date() + DAY
        days = (first + on * DAY for on in range(LOOK_AROUND))
        allowed = (day for day in days if self._allow_day(day, is_holiday))
        return next((datetime.combine(day, self.opens) for day in allowed), None)

    def _allow_day(self, day: date, is_holiday: IsHoliday) -> bool:
        return day.isoweekday() not in self.quiet_days and (self.on_holidays or not is_holiday(day))

    def _last_on(self, day: date) -> datetime:
        return datetime.combine(day, self.closes) - self.margin
