"""A number that holds from a day on, until another one does: what a facility can take."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Self

Step = tuple[date, int]


@dataclass(frozen=True, slots=True)
class Steps:
    """In order of days; before the first one it is zero."""

    steps: tuple[Step, ...] = ()

    def on(self, day: date) -> int:
        """The number that holds that day."""
        place = bisect_right(self.steps, day, key=lambda step: step[0])
        return self.steps[place - 1][1] if place else 0

    def having(self, many: int, *, starts: date, until: date | None) -> Self:
        """The same, but for this number from a day on, and until another one (excluded) if any."""
        before = [step for step in self.steps if step[0] < starts]
        after = [] if until is None else [step for step in self.steps if step[0] > until]
        back = [] if until is None else [(until, self.on(until))]
        return type(self)((*before, (starts, many), *back, *after))

    def days_of_change(self, starts: date, until: date) -> Iterator[date]:
        """The first day of an interval, and each one in it on which the number may change."""
        yield starts
        yield from (day for day, _ in self.steps if starts < day < until)
