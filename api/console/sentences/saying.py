"""What sentences are said with: a language, days, names, and what was told before."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from gettext import NullTranslations
from uuid import UUID

from api.console.sentences.figures import euros, language_named
from api.console.sentences.told import Told
from api.console.wording.labels import label
from api.languages.dates import Days
from domain.dates import PartialDate
from domain.wall_time import WallTime

INSIDE = re.compile(
    r"[a-zà-ÿœ \u2019]"
)  # after its first letter, a word that is no name nor acronym
SAYS_NOTHING = frozenset({"OTHER", "UNKNOWN"})  # as a reason


@dataclass(frozen=True, slots=True)
class Saying:
    """`names`: of organisations and members, by id; empty where none is known."""

    words: NullTranslations
    days: Days
    names: Callable[[UUID], str]
    told: Told

    def gettext(self, said: str, **named: object) -> str:
        return self.words.gettext(said) % named if named else self.words.gettext(said)

    def ngettext(self, one: str, many: str, num: int, **named: object) -> str:
        return self.words.ngettext(one, many, num) % {"num": num, **named}

    def head(self, head: str, *whats: str) -> str:
        """What happened, and to what: "Referral accepted: domiciliation" and its full stop."""
        what = self.several(whats)
        if not what:
            return self.gettext("%(head)s.", head=head)
        return self.gettext("%(head)s: %(what)s.", head=head, what=what)

    def several(self, words: Iterable[str]) -> str:
        return ", ".join(word for word in words if word)

    def all(self, *sentences: str) -> str:
        """Those that say something, one after another."""
        return " ".join(sentence for sentence in sentences if sentence)

    def label(self, value: StrEnum | None) -> str:
        return self.words.gettext(label(value)) if value is not None else ""

    def word(self, value: StrEnum | None) -> str:
        """Its label inside a sentence."""
        said = self.label(value)
        return said[:1].lower() + said[1:] if INSIDE.match(said, 1) else said

    def all_of(self, values: Iterable[StrEnum]) -> str:
        return self.several(self.word(value) for value in values)

    def because(self, reason: StrEnum | None) -> str:
        """`Reason: no transport.`, or nothing where the reason is any other."""
        if reason is None or reason.name in SAYS_NOTHING:
            return ""
        return self.gettext("Reason: %(reason)s.", reason=self.word(reason))

    def name(self, one: UUID | None) -> str:
        """Of an organisation or a member."""
        if one is None:
            return ""
        return self.names(one) or self.gettext("somebody whose name is not known")

    def those(self, ids: Iterable[UUID]) -> str:
        return self.several(dict.fromkeys(self.name(one) for one in ids))

    def day(self, at: date | datetime) -> str:
        return self.days.day(at)

    def on(self, at: date | datetime) -> str:
        return self.gettext("on %(day)s", day=self.days.day(at))

    def at(self, when: WallTime) -> str:
        """A day and what the clock on the wall shows."""
        hour, minute = when.wall.hour, f"{when.wall.minute:02}"
        clock = self.gettext("%(hour)s:%(minute)s", hour=hour, minute=minute)
        return self.gettext("on %(day)s at %(time)s", day=self.day(when.wall.date()), time=clock)

    def period(self, starts: date, ends: date | None) -> str:
        if ends is None:
            return self.gettext("From %(from)s, with no end date.", **{"from": self.day(starts)})
        named = {"from": self.day(starts), "to": self.day(ends)}
        return self.gettext("From %(from)s to %(to)s.", **named)

    def until(self, last: date | datetime | None) -> str:
        return self.gettext("Until %(day)s.", day=self.day(last)) if last else ""

    def partly(self, known: PartialDate) -> str:
        """A date as far as it is known."""
        written = self._known(known)
        return self.gettext("about %(date)s", date=written) if known.approximate else written

    def _known(self, known: PartialDate) -> str:
        if known.month is None:
            return str(known.year)
        if known.day is None:
            return self.days.month(known.earliest)
        return self.day(known.earliest)

    def minutes(self, minutes: int) -> str:
        if minutes < 60:  # noqa: PLR2004 (an hour)
            return self.ngettext("%(num)s minute", "%(num)s minutes", minutes)
        hours, rest = divmod(minutes, 60)
        if not rest:
            return self.ngettext("%(num)s hour", "%(num)s hours", hours)
        return self.gettext("%(hours)s h %(minutes)s", hours=hours, minutes=f"{rest:02}")

    def kilometres(self, kilometres: int) -> str:
        return self.ngettext("%(num)s kilometre", "%(num)s kilometres", kilometres)

    def euros(self, cents: int | None) -> str:
        return euros(cents, self.days.language) if cents is not None else ""

    def language(self, code: str) -> str:
        return language_named(code, self.days.language)
