"""By what two pathways may be of one person: signs that they share, however names are spelt.

A sign joins two things at least: names that sound alike and a birth date, or a telephone with a
first name or a birth date. One alone is shared by too many people.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple, Self

from domain.data_classes import DataClass
from domain.dates import PartialDate
from domain.kernel import DomainEvent
from domain.pathway.contacts import (
    ContactKind,
    ContactPointAdded,
    ContactPointFoundUnsafe,
    Contacts,
)
from domain.pathway.opening import PathwayOpened
from domain.pathway.person import CalledOtherwise, IdentityCorrected, IdentityDeclared, Person
from domain.spelling import heard, words_of

PHONES = (ContactKind.MOBILE, ContactKind.LANDLINE)
TELLING = (
    *(PathwayOpened, CalledOtherwise, IdentityDeclared, IdentityCorrected),
    ContactPointAdded,
)  # the facts that signs are made of

# What is written where a day is unknown: it says no more than the year.
CONVENTIONAL = {(1, 1), (12, 31)}


class Signs(NamedTuple):
    """What a pathway says of its person, and what it asks of others: an exact date finds the year.

    Two pathways are alike when one says what the other asks.
    """

    said: frozenset[str]
    asked: frozenset[str]

    @classmethod
    def of(cls, person: Person, contacts: Contacts) -> Self:
        names = list(_pairs(person))
        births = _Births.of(person.identity.born if person.identity else None)
        calls = list(_calls(person, contacts))
        exact = [f"{number} born {day}" for number in _numbers(contacts) for day in births.days]
        return cls(
            frozenset((*_joined(names, births.said), *calls, *exact)),
            frozenset((*_joined(names, births.asked), *calls, *exact)),
        )

    def are_like(self, others: "Signs") -> bool:
        return not (self.said.isdisjoint(others.asked) and self.asked.isdisjoint(others.said))


def keeps_apart(events: Iterable[DomainEvent]) -> bool:
    """Whether one of these says that the person may be sought: their pathway is like no other.

    What was said once holds for good, also when it was withdrawn: nobody is found by mistake.
    """
    return any(_keeps_apart(event) for event in events)


def told_at(events: Iterable[DomainEvent]) -> int:
    """The position at which the signs of a pathway were told last; of two, who was there first."""
    return max(
        (event.position for event in events if isinstance(event.fact, TELLING)),
        default=0,
    )


class _Births(NamedTuple):
    said: tuple[str, ...]
    asked: tuple[str, ...]
    days: tuple[str, ...]  # where it is known to the day

    @classmethod
    def of(cls, born: PartialDate | None) -> Self:
        if born is None:
            return cls((), (), ())
        year_only, within = f"in {born.year}", f"within {born.year}"
        if born.approximate or born.day is None or (born.month, born.day) in CONVENTIONAL:
            return cls((year_only,), (year_only, within), ())
        day = f"on {born.earliest.isoformat()}"
        return cls((day, within), (day, year_only), (day,))


def _pairs(person: Person) -> Iterator[str]:
    """Each two of the words of a name as they are heard, whichever is first; a lone one alone."""
    identity = person.identity
    if identity is None:
        return
    told = (identity.family_name, identity.given_names, identity.in_latin)
    words = sorted({heard(word) for name in told if name for word in words_of(name)})
    if len(words) == 1:
        yield words[0]
    for one, other in combinations(words, 2):
        yield f"{one}+{other}"


def _calls(person: Person, contacts: Contacts) -> Iterator[str]:
    """A number and a first name: a family shares both its number and its name."""
    given = person.identity.given_names if person.identity else None
    first = {heard(word) for name in (person.called, given) if name for word in words_of(name)}
    for number in _numbers(contacts):
        for word in first:
            yield f"{number} called {word}"


def _numbers(contacts: Contacts) -> list[str]:
    return [point.reach for point in contacts.usable(*PHONES)]


def _joined(names: Iterable[str], births: Iterable[str]) -> Iterator[str]:
    born = list(births)
    return (f"{name} born {birth}" for name in names for birth in born)


def _keeps_apart(event: DomainEvent) -> bool:
    match event.fact:
        case ContactPointFoundUnsafe():
            return True
        case ContactPointAdded(point=point):
            return not point.safe
    return event.fact.data_class is DataClass.PROTECTION
