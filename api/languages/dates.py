"""Days as each language writes them, in the zone of whoever hands a page out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton

from api.languages.choosing import Language


def locale_of(language: Language) -> str:
    """How dates and numbers are written."""
    return {Language.ENGLISH: "en_GB"}.get(language, language)


@dataclass(frozen=True, slots=True)
class Days:
    language: Language
    time_zone: str

    def day(self, at: date) -> str:
        """Such as 4 March 2026."""
        day = self._local(at)
        written = _written(day, "long", self._locale)
        first = day.day == 1 and self.language is Language.FRENCH
        return f"1er{written[1:]}" if first else written

    def month(self, at: date) -> str:
        return format_skeleton("yMMMM", self._local(at), locale=self._locale)

    def short_month(self, at: date) -> str:
        return format_skeleton("MMM", self._local(at), locale=self._locale)

    def weekday(self, at: date) -> str:
        """Such as Wednesday."""
        return _written(self._local(at), "EEEE", self._locale)

    def in_week(self, at: date) -> str:
        """Such as Wednesday 4 March 2026."""
        return f"{self.weekday(at)} {self.day(at)}"

    def near(self, at: date) -> str:
        """Such as Wednesday 4 March: of a day whose year is known."""
        return format_date(self._local(at), "EEEE d MMMM", locale=self._locale)

    def time(self, at: datetime) -> str:
        return f"{at.astimezone(ZoneInfo(self.time_zone)):%H:%M}"

    def by_month(self, instants: Iterable[datetime]) -> list[tuple[str, str]]:
        """Each month with its days, once each, oldest first."""
        days = sorted({self._local(at) for at in instants})
        return [
            (self.month(first), ", ".join(str(day.day) for day in in_month))
            for first, in_month in (
                (month, list(group))
                for month, group in groupby(days, key=lambda day: day.replace(day=1))
            )
        ]

    @property
    def _locale(self) -> str:
        return locale_of(self.language)

    def _local(self, at: date) -> date:
        return at.astimezone(ZoneInfo(self.time_zone)).date() if isinstance(at, datetime) else at


@lru_cache(maxsize=4_096)
def _written(day: date, form: str, locale: str) -> str:
    """A page writes the same few days again and again."""
    return format_date(day, form, locale=locale)
