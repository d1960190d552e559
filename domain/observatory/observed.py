"""What the observatory remembers of one stream: a pure fold of its events."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self
from uuid import UUID

from domain.kernel import DomainEvent, Fact, Items, none_yet
from domain.observatory import (
    appointments,
    mediation,
    meetings,
    needs,
    obstacles,
    person,
    psychology,
    referrals,
    rights,
    screening,
    stays,
)
from domain.observatory.contributions import Account, Contribution, Entry, Place, Rule
from domain.observatory.meetings import met
from domain.pathway.encounters import Encounters
from domain.pathway.wrong_file import entry_of

FAMILIES = (
    person.RULES,
    meetings.RULES,
    needs.RULES,
    obstacles.RULES,
    rights.RULES,
    referrals.RULES,
    appointments.RULES,
    mediation.RULES,
    psychology.RULES,
    screening.RULES,
    stays.RULES,
)


def _by_fact(
    families: Iterable[Mapping[type[Fact], Rule]],
) -> Mapping[type[Fact], tuple[Rule, ...]]:
    rules = defaultdict[type[Fact], tuple[Rule, ...]](tuple)
    for family in families:
        for fact, rule in family.items():
            rules[fact] += (rule,)
    return dict(rules)


RULES = _by_fact(FAMILIES)
MEETING = frozenset(Encounters.facts)
OBSERVED = MEETING | RULES.keys()


@dataclass(frozen=True, slots=True)
class Observed:
    """The contributions of a pathway, whose person they are of, and where they lived."""

    id: UUID
    contributions: Items[Entry, Contribution] = field(default_factory=none_yet)
    encounters: Encounters = field(default=Encounters())
    places: tuple[Place, ...] = ()  # in the order of days
    linked: frozenset[UUID] = frozenset()  # other pathways of the same person
    memory: Items[UUID, Any] = field(default_factory=none_yet)
    taken_out: frozenset[UUID] = frozenset()  # entries that are somebody else's

    def after(self, events: Iterable[DomainEvent]) -> Self:
        """The same once these events have happened; the same object where none counts."""
        told = [event for event in events if type(event.fact) in OBSERVED]
        if not told:
            return self
        encounters, account = self.encounters, self._account()
        for event in told:
            fact = event.fact
            if account.taken_out and entry_of(fact) in account.taken_out:
                continue
            if type(fact) in MEETING:
                encounters = encounters.evolve(fact, event.originator_version)
            for rule in RULES.get(type(fact), ()):
                rule(fact, event, account)
        return type(self)(
            self.id,
            Items(account.contributions),
            encounters,
            tuple(sorted(account.places, key=_since)),
            frozenset(account.linked),
            Items(account.memory),
            frozenset(account.taken_out),
        )

    def _account(self) -> Account:
        return Account(
            dict(self.contributions),
            dict(self.memory),
            list(self.places),
            set(self.linked),
            set(self.taken_out),
        )

    def commune_on(self, day: date) -> str | None:
        """Where the person lived that day, as far as it was ever said."""
        return commune_on(day, self.places)

    def all(self) -> Iterator[Contribution]:
        yield from met(self.encounters)
        yield from self.contributions.values()


def commune_on(day: date, places: tuple[Place, ...]) -> str | None:
    """The last place described until then, else the first one described later."""
    if not places:
        return None
    known = bisect_right(places, day, key=_since)
    return places[max(0, known - 1)].commune


def _since(place: Place) -> date:
    return place.since
