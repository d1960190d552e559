"""Chance that can be repeated: the same words draw the same lots, on every machine."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random
from typing import Self, TypeVar

T = TypeVar("T")


class Chance(Random):
    """Lots drawn from a few words, such as `Chance.of("demo", "combrailles", 12)`."""

    @classmethod
    def of(cls, *words: object) -> Self:
        return cls(repr(words))

    def happens(self, share: float) -> bool:
        """True that often, from 0 (never) to 1 (always)."""
        return self.random() < share

    def among(self, weights: Mapping[T, float]) -> T:
        """One of the keys, as likely as its weight."""
        (drawn,) = self.choices(list(weights), weights=list(weights.values()))
        return drawn

    def days(self, least: float, most: float) -> timedelta:
        """A delay of whole minutes between so many days and so many."""
        return timedelta(minutes=int(self.uniform(least, most) * 24 * 60))
