"""Broad counts of the people met during a session: never two of them of one and the same person.

How many were women and how many were over sixty are told apart; how many women were over sixty is
not. Of a handful of people nothing is told, for it would describe one of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self

from domain.activity.counting import Many, must_have_come
from domain.data_classes import DataClass
from domain.kernel import Fact, Part, Value
from domain.pathway.needs import NeedKind
from domain.refusals import Conflict

FEWEST = 5  # people, of whom anything is told; ours, to be confirmed


class AgeBand(StrEnum):
    """Years, both included."""

    UNTIL_17 = "until_17"
    FROM_18_TO_25 = "from_18_to_25"
    FROM_26_TO_59 = "from_26_to_59"
    FROM_60 = "from_60"


class Sex(StrEnum):
    WOMEN = "women"
    MEN = "men"
    OTHER = "other"


class Tally(Value):
    """As many as could be told; the others are of no known age, sex or need."""

    ages: Mapping[AgeBand, Many] = {}
    sexes: Mapping[Sex, Many] = {}
    needs: Mapping[NeedKind, Many] = {}  # somebody may have several


class PeopleTallied(Fact, topic="people-tallied", lowest=DataClass.IDENTITY):
    """It takes the place of what was told before."""

    tally: Tally


class TooFewToTell(Conflict):
    code = "too-few-to-tell"
    title = "Fewer than five people were met: tell nothing of them, it would describe one."


@dataclass(frozen=True, slots=True)
class Tallies(Part):
    """What is told of the people met, together."""

    facts: ClassVar = (PeopleTallied,)

    last: Tally | None = None

    def tell(self, *, tally: Tally, people: int, at: datetime) -> PeopleTallied:
        """Tell ages, sexes and needs of so many people, each heading apart.

        Raises:
            TooFewToTell: they are too few.
            MoreCountedThanCame: under a heading, there would be more of them than were met.
        """
        if people < FEWEST:
            raise TooFewToTell
        must_have_come(
            people, sum(tally.ages.values()), sum(tally.sexes.values()), *tally.needs.values()
        )
        return PeopleTallied(occurred_at=at, tally=tally)

    def of(self, people: int) -> Tally | None:
        """What may be told of them: nothing, once too few are left."""
        return self.last if people >= FEWEST else None

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (the last one counts)
        match fact:
            case PeopleTallied():
                return type(self)(fact.tally)
        return self
