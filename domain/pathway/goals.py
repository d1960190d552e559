"""What the person decided to try, at their pace, told in their own words, outcome included."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.refusals import Conflict, NotFound
from domain.text import Text


class GoalAgreed(Fact, topic="goal-agreed", lowest=DataClass.SOCIAL, alone=True):
    goal_id: UUID
    words: Text
    hoped_by: date | None = None  # the day the person hopes for, if they name one


class GoalReached(Fact, topic="goal-reached", lowest=DataClass.SOCIAL, alone=True):
    goal_id: UUID
    words: Text | None = None


class GoalAbandoned(Fact, topic="goal-abandoned", lowest=DataClass.SOCIAL, alone=True):
    goal_id: UUID
    words: Text | None = None


class GoalUnknown(NotFound):
    code = "goal-unknown"
    title = "There is no such goal on this pathway."


class GoalAlreadyKnown(Conflict):
    code = "goal-already-known"
    title = "This goal is already on the pathway."


class GoalAlreadyEnded(Conflict):
    code = "goal-already-ended"
    title = "This goal was reached or abandoned: agree on a new one."


@dataclass(frozen=True, slots=True)
class Goal:
    data_class: DataClass
    hoped_by: date | None
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Goals(Part):
    """The goals as known now; words stay in the facts."""

    facts: ClassVar = (GoalAgreed, GoalReached, GoalAbandoned, FactRecordedInWrongFile)

    by_id: Items[UUID, Goal] = field(default_factory=none_yet)

    def agree(
        self,
        *,
        goal_id: UUID,
        words: str,
        hoped_by: date | None = None,
        data_class: DataClass | None = None,
        at: datetime,
    ) -> GoalAgreed:
        """Agree on a goal; `data_class` raises its class to what the words say.

        Raises:
            GoalAlreadyKnown: this id is another goal's.
        """
        if goal_id in self.by_id:
            raise GoalAlreadyKnown
        return GoalAgreed(
            occurred_at=at,
            data_class=DataClass.SOCIAL.raised_to(data_class),
            goal_id=goal_id,
            words=words,
            hoped_by=hoped_by,
        )

    def reach(self, *, goal_id: UUID, words: str | None = None, at: datetime) -> GoalReached:
        """Note that the person got there.

        Raises:
            GoalUnknown: there is no such goal.
            GoalAlreadyEnded: it was reached or abandoned before.
        """
        goal = self._pursued(goal_id)
        return GoalReached(occurred_at=at, data_class=goal.data_class, goal_id=goal_id, words=words)

    def abandon(self, *, goal_id: UUID, words: str | None = None, at: datetime) -> GoalAbandoned:
        """Note that the person no longer wants this.

        Raises:
            GoalUnknown: there is no such goal.
            GoalAlreadyEnded: it was reached or abandoned before.
        """
        goal = self._pursued(goal_id)
        return GoalAbandoned(
            occurred_at=at, data_class=goal.data_class, goal_id=goal_id, words=words
        )

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case GoalAgreed():
                goal = Goal(fact.data_class, fact.hoped_by)
                return type(self)(having(self.by_id, fact.goal_id, goal))
            case GoalReached() | GoalAbandoned() if known := self.by_id.get(fact.goal_id):
                ended = replace(known, is_open=False)
                return type(self)(having(self.by_id, fact.goal_id, ended))
            case FactRecordedInWrongFile():
                return type(self)(without(self.by_id, fact.entry_id))
        return self

    def _pursued(self, goal_id: UUID) -> Goal:
        if goal_id not in self.by_id:
            raise GoalUnknown
        if not self.by_id[goal_id].is_open:
            raise GoalAlreadyEnded
        return self.by_id[goal_id]
