"""Given facts, when a decision is taken, then these facts or this refusal."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

import pytest

from domain.kernel import Aggregate, Fact
from domain.pathway.pathway import Pathway
from domain.refusals import DomainError

PATHWAY = UUID("11111111-1111-4111-8111-111111111111")


@dataclass(frozen=True)
class Scenario:
    """`given(...).when(...).then(...)`; facts are numbered from 1 in the order they are given."""

    aggregate: Aggregate

    def when(self, decision: Callable[..., Fact | Iterable[Fact]]) -> "Outcome":
        return Outcome(lambda: decision(self.aggregate))


@dataclass(frozen=True)
class Outcome:
    decide: Callable[[], Fact | Iterable[Fact]]

    def then(self, *expected: Fact) -> None:
        facts = self.decide()
        assert tuple([facts] if isinstance(facts, Fact) else facts) == expected

    def then_refused(self, refusal: type[DomainError]) -> None:
        with pytest.raises(refusal) as raised:
            self.decide()
        assert type(raised.value) is refusal


def given(*facts: Fact, kind: type[Aggregate] = Pathway) -> Scenario:
    """A history to decide upon."""
    empty = kind(PATHWAY)
    return Scenario(empty.after(empty.next(facts)))


def known(*facts: Fact) -> Pathway:
    """The pathway once these facts have happened."""
    empty = Pathway(PATHWAY)
    return empty.after(empty.next(facts))
