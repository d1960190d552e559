"""Count the tables of a year from the events, as the history stood at a position."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from application.ports import EventLog
from domain.kernel import DomainEvent
from domain.observatory.contributions import Contribution, Place
from domain.observatory.observed import Observed, commune_on
from domain.observatory.people import People
from domain.pathway.erasing import tells_erasure
from domain.pathway.wrong_file import without_wrong_entries
from domain.publication.catalogue import tables_of, traits
from domain.publication.release import Tables
from domain.publication.tables import Traits

STREAMS = 200  # whose events are held at once


@dataclass(frozen=True, slots=True)
class Counted:
    """The tables with nothing left out: for whoever publishes, and nobody else."""

    tables: Tables
    erased_since: int  # pathways that were there at the position and were erased since


def count_year(log: EventLog, year: int, communes: Sequence[str], *, position: int) -> Counted:
    """Every table of the catalogue, people counted once whatever pathways they have.

    Raises:
        EventUnreadable: a pathway cannot be read; a count without it would be wrong.
    """
    people, erased_since = _Everybody(year), 0
    for stream_id, events in _streams(log):
        until = [event for event in events if event.position <= position]
        if not until or tells_erasure(until):
            continue
        if tells_erasure(events):
            erased_since += 1
            continue
        right = {event.originator_version for event in without_wrong_entries(events)}
        people.add(
            Observed(stream_id).after(one for one in until if one.originator_version in right)
        )
    return Counted(tables_of(year, communes, people.traits()), erased_since)


@dataclass(slots=True)
class _Person:
    """What all pathways of somebody say of the year."""

    contributions: list[Contribution] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def traits(self, last: date) -> Traits | None:
        places = tuple(sorted(self.places, key=lambda place: place.since))
        return traits(self.contributions, commune_on(last, places))


class _Everybody:
    """Takes pathways one by one, then tells people."""

    def __init__(self, year: int) -> None:
        self._year = year
        self._pathways: list[Observed] = []
        self._people = People()

    def add(self, pathway: Observed) -> None:
        self._pathways.append(pathway)
        for other in pathway.linked:
            self._people.are_one(pathway.id, other)

    def traits(self) -> Iterator[Traits]:
        people = defaultdict[Hashable, _Person](_Person)
        for pathway in self._pathways:
            person = people[self._people.one(pathway.id)]
            person.places += pathway.places
            person.contributions += [one for one in pathway.all() if one.day.year == self._year]
        for person in people.values():
            if (found := person.traits(date(self._year, 12, 31))) is not None:
                yield found


def _streams(log: EventLog) -> Iterator[tuple[UUID, list[DomainEvent]]]:
    after: UUID | None = None
    while ids := log.stream_ids(after=after, limit=STREAMS):
        after = ids[-1]
        yield from log.streams(ids).items()
