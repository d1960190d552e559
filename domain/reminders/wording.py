"""How a language says a reminder: closed templates, and how it writes a date and a time.

A template can carry a date, a time, a neutral place, a call-back number and a link; never a
service, a right, a reason or a name. What it may name is closed here; which words it may not spell
out is in `forbidden`.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from domain.kernel import Value
from domain.reminders.gsm7 import in_gsm7, outside_gsm7
from domain.reminders.naming import named_in, spelt_out_in
from domain.reminders.page_words import PageWords
from domain.reviews import Review
from domain.text import Code, Label, Language

WHEN = frozenset({"date", "time", "moments"})
MAY_NAME = WHEN | {"place", "call_back", "link"}
IN_A_DATE = {"weekday", "day", "month"}
IN_A_TIME = {"hour", "minute"}
IN_A_MOMENT = {"date", "time"}
FirstDay = Annotated[str, Field(pattern=r"^1[a-z]{0,3}$")]
Joint = Annotated[str, Field(min_length=1, max_length=12)]
WRITTEN_OUT = re.compile(r"[0-9@/\\]|www\.")  # a number, an address, a link


class Direction(StrEnum):
    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


class Template(Value):
    """The sentences of one message; each is said when all that it names is known."""

    subject: Label
    sentences: Annotated[tuple[Label, ...], Field(min_length=1, max_length=6)]

    @model_validator(mode="after")
    def _carries_nothing_else(self) -> Self:
        if self.named - MAY_NAME:
            raise ValueError(f"a template names only {', '.join(sorted(MAY_NAME))}")
        if named_in(self.subject):
            raise ValueError("a subject names nothing")
        if named_in(self.sentences[0]) - WHEN:
            raise ValueError("the first sentence is always said: it names only when")
        return self

    @property
    def named(self) -> frozenset[str]:
        return frozenset().union(*map(named_in, self.sentences))


class Wording(Value):
    """All that one language says to people, and how it writes dates, times and several moments."""

    language: Language
    direction: Direction = Direction.LEFT_TO_RIGHT
    review: Review | None = None  # None: not yet; what is not reviewed is never sent
    weekdays: Annotated[tuple[Label, ...], Field(min_length=7, max_length=7)]  # Monday first
    months: Annotated[tuple[Label, ...], Field(min_length=12, max_length=12)]
    first: FirstDay = "1"  # of a month
    date: Label
    time: Label
    moment: Label
    between: Joint = ", "  # two moments of several
    before_last: Joint
    templates: Mapping[Code, Template]
    page: PageWords

    @model_validator(mode="after")
    def _names_what_it_writes(self) -> Self:
        if named_in(self.date) != IN_A_DATE or named_in(self.time) != IN_A_TIME:
            raise ValueError("a date names weekday, day and month; a time names hour and minute")
        if named_in(self.moment) != IN_A_MOMENT:
            raise ValueError("a moment names date and time")
        return self

    @model_validator(mode="after")
    def _spells_out_nothing_that_leads_elsewhere(self) -> Self:
        for line in self.literals:
            if found := WRITTEN_OUT.search(line):
                raise ValueError(f"{found[0]!r}: numbers, addresses and links are only named")
        return self

    @model_validator(mode="after")
    def _is_written_as_cheaply_as_it_can_be(self) -> Self:
        lacking = outside_gsm7("".join(map(in_gsm7, self.literals)))
        if lacking and _is_latin(self.literals):
            raise ValueError(f"text messages have no {' '.join(sorted(lacking))}: write otherwise")
        return self

    @property
    def literals(self) -> list[str]:
        """Every word that may be said whatever is known."""
        lines = [self.date, self.time, self.moment, self.between, self.before_last]
        lines += [*self.weekdays, *self.months]
        for template in self.templates.values():
            lines += [template.subject, *template.sentences]
        return [spelt_out_in(line) for line in (*lines, *self.page.lines)]


def _is_latin(lines: Iterable[str]) -> bool:
    letters = {character for line in lines for character in line if character.isalpha()}
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
