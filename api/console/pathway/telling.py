"""How this room says things: as sentences do, and how far away a day is."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from api.console.sentences.saying import Saying

IN_SIGHT = 6  # days ahead that are told by their name in the week


@dataclass(frozen=True)
class Telling(Saying):
    """What is said at an instant, to one reader."""

    now: datetime
    is_past: bool = False  # whether it is the end of a day that is over

    def clock(self, wall: datetime) -> str:
        return self.gettext("%(hour)s:%(minute)s", hour=wall.hour, minute=f"{wall.minute:02}")

    def local(self, at: datetime) -> date:
        """The day of an instant, where the reader is."""
        return at.astimezone(self._there).date()

    def when(self, on: date) -> str:
        """How far away a day is, in a few words."""
        away = (on - self.today).days
        if away < 0:
            return self.ngettext("%(num)s day ago", "%(num)s days ago", -away)
        if away == 0:
            return self.gettext("today")
        if away == 1:
            return self.gettext("tomorrow")
        if away <= IN_SIGHT:
            return self.days.weekday(on)
        return self.ngettext("in %(num)s day", "in %(num)s days", away)

    def since(self, on: date) -> str:
        away = (self.today - on).days
        if away <= 0:
            return self.gettext("since today")
        return self.ngettext("for %(num)s day", "for %(num)s days", away)

    @cached_property
    def today(self) -> date:
        return self.local(self.now)

    @cached_property
    def _there(self) -> ZoneInfo:
        return ZoneInfo(self.days.time_zone)
