"""Whether a number that is not published can be recovered from those that are.

A hidden number is safe when it may be anything over a span of eleven people or more: whoever reads
all the tables cannot tell whether it is under eleven, nor come closer to it than a published number
may be. The same holds for what changed between two releases, unless nothing did.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from domain.publication.knowledge import CellId, Knowledge, Sum
from domain.publication.linear import Attacks, Span, Terms
from domain.publication.release import THRESHOLD, Tables


@dataclass(frozen=True, slots=True)
class Target:
    """What an attack goes for: a hidden number, or by how much it changed."""

    one: Sum
    terms: Terms
    is_change: bool = False

    def holds(self, found: Span) -> bool:
        return found.is_over(THRESHOLD) or (self.is_change and found.is_only(0))


@dataclass(frozen=True, slots=True)
class Recovered:
    """A hidden cell that can be told too closely, itself or by how much it changed."""

    cell: CellId
    is_change: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Attacked:
    """How many hidden numbers and changes were attacked, and the cells that did not hold."""

    targets: int
    recovered: tuple[Recovered, ...]


def targets(knowledge: Knowledge, hidden: Iterable[Sum]) -> Iterator[Target]:
    """What there is to attack in these hidden numbers."""
    for one in hidden:
        yield Target(one, dict.fromkeys(one, 1))
        if one in knowledge.before:
            yield Target(one, knowledge.change(one), is_change=True)


def attacked(releases: Sequence[Tables], attacks: Attacks) -> Attacked:
    """Attack every hidden number of consecutive releases of one year, and every hidden change.

    Raises:
        Contradiction: a number is published lower than before, or the margins do not add up.
    """
    knowledge = Knowledge(releases)
    attack = attacks(knowledge.program())
    aims = list(targets(knowledge, knowledge.hidden))
    spans = ((aim, attack.span(aim.terms, enough=THRESHOLD)) for aim in aims)
    lost = [(aim, found) for aim, found in spans if not aim.holds(found)]
    return Attacked(
        targets=len(aims),
        recovered=tuple(
            Recovered(cell, aim.is_change, found)
            for aim, found in lost
            for cell, one in knowledge.sums.items()
            if one == aim.one
        ),
    )
