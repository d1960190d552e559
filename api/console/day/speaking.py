"""How a day is said: labels, days near to today, names of organisations."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from api.console.visit import Visit
from api.console.wording.labels import label
from application.receipts.naming import Directory

A_WEEK = 7  # days from today, within which the weekday says more than the year


@dataclass(frozen=True, slots=True)
class Speaking:
    visit: Visit
    now: datetime

    @classmethod
    def to(cls, visit: Visit) -> "Speaking":
        return cls(visit, visit.house.network.clock())

    @property
    def today(self) -> date:
        """Where the organisation is."""
        return self.local(self.now)

    def gettext(self, words: str, **named: str) -> str:
        said = self.visit.gettext(words)
        return said % named if named else said

    def label(self, value: StrEnum) -> str:
        return self.gettext(label(value))

    def organisation(self, organisation_id: UUID | None) -> str:
        if organisation_id is None:
            return ""
        return Directory(self.visit.house.network.log).organisation(organisation_id)

    def local(self, at: date) -> date:
        return at.astimezone(ZoneInfo(self.visit.zone)).date() if isinstance(at, datetime) else at

    def near(self, day: date) -> str:
        """Today, tomorrow, so many days late; else the day."""
        days = (self.local(day) - self.today).days
        if days < 0:
            said = self.visit.ngettext("%(days)s day late", "%(days)s days late", -days)
            return said % {"days": -days}
        near = {0: self.gettext("Today"), 1: self.gettext("Tomorrow")}
        written = self.visit.days.near if days < A_WEEK else self.visit.days.day
        return near.get(days) or written(self.local(day))

    def since(self, at: date) -> str:
        """For how long."""
        days = (self.today - self.local(at)).days
        if days <= 0:
            return self.gettext("Since today")
        said = self.visit.ngettext("For %(days)s day", "For %(days)s days", days)
        return said % {"days": days}

    def ago(self, at: date) -> str:
        """How long it has been."""
        days = (self.today - self.local(at)).days
        if days <= 0:
            return self.gettext("Today")
        said = self.visit.ngettext("%(days)s day ago", "%(days)s days ago", days)
        return said % {"days": days}
