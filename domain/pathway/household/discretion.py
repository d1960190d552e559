"""What a minor keeps from their parents: that they are in care, and reminded of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self

from domain.data_classes import DataClass
from domain.kernel import Fact, Part
from domain.refusals import Conflict


class ParentsKeptAway(Fact, topic="parents-kept-away", lowest=DataClass.PROTECTION):
    """The minor's wish that no holder of parental authority is reached.

    Source: CSP L1111-5, the minor who wishes to keep their health a secret.
    """


class ParentsNoLongerKeptAway(
    Fact, topic="parents-no-longer-kept-away", lowest=DataClass.PROTECTION
): ...


class ParentsNotKeptAway(Conflict):
    code = "parents-not-kept-away"
    title = "No wish to keep parents away is recorded: there is nothing to withdraw."


@dataclass(frozen=True, slots=True)
class Discretion(Part):
    """Whether every holder of parental authority is kept away, whatever is said of each."""

    facts: ClassVar = (ParentsKeptAway, ParentsNoLongerKeptAway)

    parents_kept_away: bool = False

    def keep_parents_away(self, *, at: datetime) -> ParentsKeptAway:
        """Note the wish; saying it again tells nothing to anybody."""
        return ParentsKeptAway(occurred_at=at)

    def stop_keeping_parents_away(self, *, at: datetime) -> ParentsNoLongerKeptAway:
        """Note that the minor no longer wishes it.

        Raises:
            ParentsNotKeptAway: no such wish stands.
        """
        if not self.parents_kept_away:
            raise ParentsNotKeptAway
        return ParentsNoLongerKeptAway(occurred_at=at)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        return type(self)(parents_kept_away=isinstance(fact, ParentsKeptAway))
