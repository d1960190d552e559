"""The timeline: what happened in sentences, by day, newest first."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from textwrap import shorten
from uuid import UUID

from api.console.pathway.knots import Knot
from api.console.pathway.telling import Telling
from api.console.pathway.why import Why
from api.console.sentences.every import SENTENCES, sentence_of
from api.console.sentences.sentence import Area, Sentence
from application.pathways.read_story import Story
from application.pathways.read_timeline import TimelineEntry

LONG = 60  # days after which lateness is told in months
LONGEST = 90  # characters of another entry that are quoted
MONTH = 30  # days, about
MANY = 10  # entries of as many days, noted late on one day: a file taken over from paper


@dataclass(frozen=True, slots=True)
class Noted:
    """An entry with its place in the whole timeline, oldest first."""

    number: int
    told: TimelineEntry
    area: Area
    on: date


@dataclass(frozen=True, slots=True)
class Pointed:
    """Another entry, as one speaks of it."""

    number: int
    what: str


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as it stands on the page."""

    number: int
    sentence: Sentence
    who: str
    knot: Knot | None
    late: str
    why: str
    corrects: Pointed | None
    corrected_by: Pointed | None
    linked: UUID | None  # the pathway it stands on, where that is another one


@dataclass(frozen=True, slots=True)
class OneDay:
    day: str
    late: str  # what is said once of all that happened that day
    entries: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader wants to see of the timeline; empty: all of it."""

    areas: frozenset[Area] = frozenset()
    organisations: frozenset[UUID] = frozenset()

    def includes(self, noted: Noted) -> bool:
        return (not self.areas or noted.area in self.areas) and (
            not self.organisations or noted.told.organisation_id in self.organisations
        )


@dataclass(frozen=True, slots=True)
class Chronicle:
    """A story whose entries are told as they are needed."""

    story: Story
    telling: Telling
    why: Why
    knots: Mapping[UUID, Knot]
    pathway_id: UUID

    def noted(self) -> list[Noted]:
        """Every entry, the latest day first, and on one day what was recorded last."""
        noted = [
            Noted(
                number=number,
                told=entry,
                area=SENTENCES[type(entry.fact)].area,
                on=self.telling.local(entry.fact.occurred_at),
            )
            for number, entry in enumerate(self.story.entries)
        ]
        return sorted(noted, key=lambda one: (one.on, one.number), reverse=True)

    def taken_over(self, noted: Iterable[Noted]) -> dict[date, str]:
        """Days on which many past days were noted at once: said once, not on each entry."""
        past: dict[date, set[date]] = {}
        for one in noted:
            recorded = self._recorded(one)
            if recorded > one.on:
                past.setdefault(recorded, set()).add(one.on)
        return {
            recorded: self.telling.gettext(
                "What happened before was noted on %(day)s, all at once.",
                day=self.telling.day(recorded),
            )
            for recorded, days in past.items()
            if len(days) >= MANY
        }

    def by_day(self, noted: Sequence[Noted], at_once: Container[date] = ()) -> list[OneDay]:
        """What was noted on the days of `at_once` is not said to be late again."""
        corrected_by = {corrected: place for place, corrected in self.story.corrections.items()}
        return [
            self._day(on, [self._shown(one, corrected_by, at_once) for one in of_day])
            for on, of_day in groupby(noted, key=lambda one: one.on)
        ]

    def _day(self, on: date, entries: list[Shown]) -> OneDay:
        """What is late in the same way all day long is said once."""
        said = {entry.late for entry in entries}
        late = said.pop() if len(said) == 1 else ""
        return OneDay(self.telling.days.in_week(on), late, tuple(entries))

    def _shown(
        self, noted: Noted, corrected_by: Mapping[int, int], at_once: Container[date]
    ) -> Shown:
        entry = noted.told
        return Shown(
            number=noted.number,
            sentence=sentence_of(entry, self.telling),
            who=", ".join(self._who(entry)),
            knot=self.knots.get(entry.organisation_id) if entry.organisation_id else None,
            late="" if self._recorded(noted) in at_once else self._late(noted),
            why=self.why.of(entry.ground, entry.fact.data_class),
            corrects=self._pointed(self.story.corrections.get(noted.number)),
            corrected_by=self._pointed(corrected_by.get(noted.number)),
            linked=entry.pathway_id if entry.pathway_id != self.pathway_id else None,
        )

    def _pointed(self, number: int | None) -> Pointed | None:
        if number is None:
            return None
        said = sentence_of(self.story.entries[number], self.telling)
        return Pointed(number, shorten(said.note or said.lead, LONGEST, placeholder="…"))

    def _who(self, entry: TimelineEntry) -> Iterator[str]:
        if entry.actor_id is None:
            yield self.telling.gettext("Cordée, by itself")
        elif name := self.telling.names(entry.actor_id):
            yield name
        if entry.organisation_id:
            yield self.telling.name(entry.organisation_id)

    def _recorded(self, noted: Noted) -> date:
        recorded_at = noted.told.recorded_at
        return self.telling.local(recorded_at) if recorded_at else noted.on

    def _late(self, noted: Noted) -> str:
        """When it was recorded, where that is another day than when it happened."""
        recorded = self._recorded(noted)
        days = (recorded - noted.on).days
        if days <= 0:
            return ""
        day = self.telling.day(recorded)
        if days <= LONG:
            return self.telling.ngettext(
                "noted on %(day)s, %(num)s day later",
                "noted on %(day)s, %(num)s days later",
                days,
                day=day,
            )
        return self.telling.gettext(
            "noted on %(day)s, %(months)s months later", day=day, months=days // MONTH
        )


def areas_among(noted: Iterable[Noted]) -> list[Area]:
    found = {one.area for one in noted}
    return [area for area in Area if area in found]


def organisations_among(noted: Iterable[Noted]) -> list[UUID]:
    """Those that told something, the first to do so first."""
    told = sorted(noted, key=lambda one: one.number)
    return list(dict.fromkeys(o for one in told if (o := one.told.organisation_id)))
