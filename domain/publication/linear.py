"""What an attacker knows, as linear rules over whole numbers of people; what follows from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

Terms = Mapping[int, int]  # a sum: coefficients, by unknown


class Row(NamedTuple):
    """A sum of unknowns lies between two numbers, both included; None: no limit."""

    terms: Terms
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Program:
    """Unknown numbers of people, none below zero, and everything that is known of them."""

    unknowns: int
    rows: Sequence[Row]


class Span(NamedTuple):
    """Between which whole numbers something lies, both included, and the rows that say so."""

    least: int | None  # None: without end
    most: int | None
    proof: frozenset[int] = frozenset()

    def is_over(self, people: int) -> bool:
        """Whether so many people lie between its ends, or more."""
        return self.least is None or self.most is None or self.most - self.least >= people

    def is_only(self, number: int) -> bool:
        return self.least == number == self.most


class Attack(Protocol):
    """An attack on a program: between which whole numbers any sum lies."""

    def span(self, terms: Terms, *, enough: int) -> Span:
        """The span of a sum: exact, unless it is over `enough`; then some span that is, too.

        Raises:
            Contradiction: no numbers at all agree with what is known.
        """

    def forget(self, row: int) -> None:
        """Go on without knowing this row."""


class Attacks(Protocol):
    """How an attack begins."""

    def __call__(self, program: Program) -> Attack: ...


class Contradiction(Exception):
    """What is said to be known cannot be true of any numbers."""
