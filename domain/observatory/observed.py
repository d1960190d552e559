"""What the observatory remembers of one stream: a pure fold of its events."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, Self
from uuid import UUID

from domain.kernel import DomainEvent, Fact, Items, none_yet
from domain.observatory import (
    appointments,
    mediation,
    meetings,
    needs,
    obstacles,
    psychology,
    referrals,
    rights,
)
from domain.observatory.contributions import Account, Contribution, Entry, Rule, day_of
from domain.pathway.links import PathwaysLinked, PathwaysUnlinked
from domain.pathway.person import LivingSituationDescribed
from domain.pathway.wrong_file import FactRecordedInWrongFile, entry_of

FAMILIES = (
    meetings.RULES,
    needs.RULES,
    obstacles.RULES,
    rights.RULES,
    referrals.RULES,
    appointments.RULES,
    mediation.RULES,
    psychology.RULES,
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
OF_THE_PERSON = (LivingSituationDescribed, PathwaysLinked, PathwaysUnlinked)
OBSERVED = frozenset({*RULES, *OF_THE_PERSON, FactRecordedInWrongFile})


class Place(NamedTuple):
    """Where the person lived from a day on."""

    since: date
    commune: str


@dataclass(frozen=True, slots=True)
class Observed:
    """The contributions of a stream, whose person they are of, and where they lived."""

    id: UUID
    contributions: Items[Entry, Contribution] = field(default_factory=none_yet)
    places: tuple[Place, ...] = ()  # in the order of days
    linked: frozenset[UUID] = frozenset()  # other pathways of the same person
    memory: Items[UUID, Any] = field(default_factory=none_yet)
    taken_out: frozenset[UUID] = frozenset()  # entries that are somebody else's

    def after(self, events: Iterable[DomainEvent]) -> Self:
        """The same once these events have happened; the same object where none counts."""
        told = [event for event in events if type(event.fact) in OBSERVED]
        if not told:
            return self
        account = Account(dict(self.contributions), dict(self.memory))
        places, linked, taken_out = list(self.places), self.linked, self.taken_out
        for event in told:
            match fact := event.fact:
                case FactRecordedInWrongFile():
                    taken_out |= {fact.entry_id}
                    account.drop(fact.entry_id)
                    account.memory.pop(fact.entry_id, None)
                case LivingSituationDescribed():
                    if fact.commune is not None:
                        places.append(Place(day_of(fact.occurred_at), fact.commune))
                case PathwaysLinked():
                    linked |= {fact.linked_id}
                case PathwaysUnlinked():
                    linked -= {fact.linked_id}
                case _ if not (taken_out and entry_of(fact) in taken_out):
                    for rule in RULES[type(fact)]:
                        rule(fact, event, account)
        return type(self)(
            self.id,
            Items(account.contributions),
            tuple(sorted(places, key=lambda place: place.since)),
            linked,
            Items(account.memory),
            taken_out,
        )

    def commune_on(self, day: date) -> str | None:
        """Where the person lived that day, as far as it was ever said."""
        return commune_on(day, self.places)

    def all(self) -> Iterator[Contribution]:
        return iter(self.contributions.values())


def commune_on(day: date, places: tuple[Place, ...]) -> str | None:
    """The last place described until then, else the first one described later."""
    if not places:
        return None
    known = bisect_right(places, day, key=lambda place: place.since)
    return places[max(0, known - 1)].commune
