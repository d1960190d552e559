"""Invents people, each the same every time for a same chance; nobody here exists.

Their families are named after trees, flowers and birds. Their telephone numbers are of the range
that the French regulator keeps for works of fiction (06 39 98 .. ..), their addresses end in
example.org: whatever happens to the demo, nobody receives anything.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from seeds.chance import Chance
from seeds.people.origins import Origin, origins

YEAR = 365.25  # days
FICTION_NUMBERS = 10_000  # the size of the range
CHILDREN_WEIGHTS = (46, 22, 18, 9, 5)  # of none, one, two...
EUROPEAN_UNION = frozenset({"FR", "RO", "PT"})  # of the origins we have
YOUNGEST_PARENT = 17  # years between a parent and their child, at least
OLDEST_PARENT = 44


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a network meets."""

    origins: dict[str, int]  # weight of each
    women: float  # share of them
    ages: tuple[int, int]  # years
    parents: float = 1.0  # how much likelier than usual it is to have children
    mobiles: float = 0.85  # share who have a mobile telephone


@dataclass(frozen=True, slots=True)
class Child:
    given: str
    family: str
    woman: bool
    born: date


@dataclass(frozen=True, slots=True)
class InventedPerson:
    number: int  # within its network
    origin: Origin
    given: str
    family: str
    woman: bool
    born: date
    language: str  # the one they prefer
    needs_interpreter: bool
    mobile: str | None  # E.164
    email: str | None
    with_partner: bool
    children: tuple[Child, ...]

    @property
    def adults(self) -> int:
        return 2 if self.with_partner else 1

    @property
    def from_outside_the_union(self) -> bool:
        """Whether a residence permit is a question at all."""
        return self.origin.country not in EUROPEAN_UNION

    def may_be_pregnant(self, day: date) -> bool:
        return self.woman and self.age_on(day) < OLDEST_PARENT

    def age_on(self, day: date) -> int:
        """Whole years."""
        had_birthday = (day.month, day.day) >= (self.born.month, self.born.day)
        return day.year - self.born.year - (not had_birthday)


def invent(number: int, *, audience: Audience, chance: Chance, today: date) -> InventedPerson:
    """The person of that number, drawn with this chance, of an age suited to `today`."""
    origin = _origin(audience, chance)
    woman = chance.happens(audience.women)
    given = chance.choice(origin.women if woman else origin.men)
    family = chance.choice(origin.families)
    youngest, oldest = audience.ages
    born = today - timedelta(days=int(chance.uniform(youngest + 2.5, oldest) * YEAR))
    speaks_french = origin.speaks_french and chance.happens(_at_ease(origin))
    return InventedPerson(
        number=number,
        origin=origin,
        given=given,
        family=family,
        woman=woman,
        born=born,
        language="fr" if speaks_french else origin.languages[0],
        needs_interpreter=not speaks_french,
        mobile=_mobile(number) if chance.happens(audience.mobiles) else None,
        email=_email(given, family, number) if chance.happens(0.3) else None,
        with_partner=chance.happens(0.35),
        children=_children(audience, origin, family, born, chance, today),
    )


def _origin(audience: Audience, chance: Chance) -> Origin:
    return origins()[chance.among(audience.origins)]


def _at_ease(origin: Origin) -> float:
    """The share of those who learnt French that can do without an interpreter."""
    return 1.0 if origin.country == "FR" else 0.7


def _children(  # noqa: PLR0917 (all of it is drawn before)
    audience: Audience, origin: Origin, family: str, born: date, chance: Chance, today: date
) -> tuple[Child, ...]:
    age = (today - born).days / YEAR
    oldest = min(age - YOUNGEST_PARENT, 17.0)  # children who are still minors
    youngest = max(0.0, age - OLDEST_PARENT)
    if oldest <= youngest:
        return ()
    weights = [CHILDREN_WEIGHTS[0], *(w * audience.parents for w in CHILDREN_WEIGHTS[1:])]
    many = chance.among(dict(enumerate(weights)))
    ages = sorted((chance.uniform(youngest, oldest) for _ in range(many)), reverse=True)
    return tuple(_child(origin, family, years, chance, today) for years in ages)


def _child(origin: Origin, family: str, years: float, chance: Chance, today: date) -> Child:
    girl = chance.happens(0.5)
    given = chance.choice(origin.women if girl else origin.men)
    return Child(given, family, girl, today - timedelta(days=int(years * YEAR)))


def _mobile(number: int) -> str:
    return f"+336399{80_000 + number % FICTION_NUMBERS}"


def _email(given: str, family: str, number: int) -> str:
    return f"{_plain(given)}.{_plain(family)}.{number}@example.org"


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z]", "", letters.lower())
