"""What a reminder says: a date, a time, whom to call; never a service, a right or a reason."""

from collections.abc import Iterable, Mapping
from string import Formatter
from typing import Annotated, Self

from pydantic import Field, model_validator

from domain.kernel import Value
from domain.reminders.gsm7 import in_gsm7, outside_gsm7
from domain.text import Code, Label
from domain.wall_time import WallTime

FALLBACK = "fr"  # where no reviewed wording is in the person's language
MAY_NAME = frozenset({"date", "time", "call_back"})
IN_A_DATE = {"weekday", "day", "month"}
IN_A_TIME = {"hour", "minute"}


class Template(Value):
    """The sentences of one message; each is said when all that it names is known."""

    subject: Label
    sentences: tuple[Label, ...]

    @model_validator(mode="after")
    def _carries_nothing_else(self) -> Self:
        named = {name for line in (self.subject, *self.sentences) for name in _named(line)}
        if named - MAY_NAME or _named(self.subject):
            raise ValueError("a reminder carries a date, a time and a call-back number only")
        if outside_gsm7("".join(self.sentences)):
            raise ValueError("a reminder is written in the alphabet of text messages")
        return self


class Wording(Value):
    """The templates of one language, and how it writes dates and times."""

    language: Code
    reviewed: bool  # by somebody who speaks it; one that is not is never used
    weekdays: Annotated[tuple[Label, ...], Field(min_length=7, max_length=7)]  # Monday first
    months: Annotated[tuple[Label, ...], Field(min_length=12, max_length=12)]
    date: Label
    time: Label
    templates: Mapping[Code, Template]

    @model_validator(mode="after")
    def _names_what_it_writes(self) -> Self:
        if _named(self.date) != IN_A_DATE or _named(self.time) != IN_A_TIME:
            raise ValueError("a date names weekday, day and month; a time names hour and minute")
        return self


class Message(Value):
    """What is said to somebody."""

    subject: Label
    text: str


def neutral_message(
    wording: Wording, template: str, *, starts: WallTime, call_back: str
) -> Message:
    """Say when; `call_back` is empty where the network gives no number."""
    chosen = wording.templates[template]
    wall = starts.wall
    known = {
        "date": wording.date.format(
            weekday=wording.weekdays[wall.weekday()],
            day=wall.day,
            month=wording.months[wall.month - 1],
        ),
        "time": wording.time.format(hour=wall.hour, minute=f"{wall.minute:02}"),
    } | ({"call_back": call_back} if call_back else {})
    said = (line.format(**known) for line in chosen.sentences if _named(line) <= known.keys())
    return Message(subject=chosen.subject, text=in_gsm7(" ".join(said)))


def wording_for(language: str, wordings: Iterable[Wording]) -> Wording:
    """The reviewed wording of this language (BCP 47), else the fallback's."""
    by_language = {wording.language: wording for wording in wordings if wording.reviewed}
    return by_language.get(language.partition("-")[0], by_language[FALLBACK])


def _named(line: str) -> set[str]:
    """What a sentence names; a sentence that formats or reaches into what it names is refused.

    Raises:
        ValueError: it does.
    """
    named = set()
    for _, name, layout, conversion in Formatter().parse(line):
        if name is None:
            continue
        if layout or conversion or not name.isidentifier():
            raise ValueError("a sentence only names what it says")
        named.add(name)
    return named
