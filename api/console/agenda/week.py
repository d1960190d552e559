"""A week of an agenda, by day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from uuid import UUID

from api.console.agenda.became import became
from api.console.day.line import Act
from api.console.day.naming import called
from api.console.day.planned import acts_of, planned_in_words
from api.console.day.speaking import Speaking
from api.http.lists import AgendaEntryShown
from application.views.agenda import AWAITED, AgendaKind

HERE = "/agenda"
A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Planned:
    pathway_id: UUID
    person: str
    hour: str  # empty, of a follow-up
    what: str
    who: str  # will be there
    said: str  # what became of it, or what the person answered
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class PlannedDay:
    day: date
    planned: tuple[Planned, ...]


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def by_day(
    speaking: Speaking, entries: Iterable[AgendaEntryShown], names: dict[UUID, str]
) -> Iterator[PlannedDay]:
    """The days on which there is something."""
    for day, group in groupby(entries, key=lambda entry: entry.day):
        yield PlannedDay(day, tuple(_planned(speaking, entry, names) for entry in group))


def _planned(speaking: Speaking, entry: AgendaEntryShown, names: dict[UUID, str]) -> Planned:
    is_awaited = entry.state in AWAITED
    return Planned(
        pathway_id=entry.pathway_id,
        person=called(entry.person),
        hour=speaking.visit.days.time(entry.at) if entry.kind is AgendaKind.APPOINTMENT else "",
        what=planned_in_words(speaking, entry),
        who=names.get(entry.member_id, "") if entry.member_id else "",
        said=became(speaking, entry),
        acts=acts_of(speaking, entry, back=HERE)
        if is_awaited and _is_here(speaking, entry)
        else (),
    )


def _is_here(speaking: Speaking, entry: AgendaEntryShown) -> bool:
    """Whether there is something to say of it: its time has come."""
    return entry.day <= speaking.today
