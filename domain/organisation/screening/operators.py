"""Who was trained for which rapid tests, from when until when: employees and volunteers alike."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar, NamedTuple, Self
from uuid import UUID

from domain.kernel import Fact, Items, Part, having, none_yet
from domain.organisation.screening.facts import OperatorTrained, OperatorTrainingEnded
from domain.organisation.screening.refusals import (
    KindNotListed,
    OperatorNotTrained,
    TrainingAlreadyEnded,
    TrainingDatesReversed,
    TrainingUnknown,
)
from domain.screening.rules import ScreeningRules
from domain.screening.words import Kinds, RapidTestKind


class Training(NamedTuple):
    id: UUID
    member_id: UUID
    kinds: Kinds
    starts_on: date
    ends_on: date | None  # its last day

    def covers(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, slots=True)
class Operators(Part):
    """Every training, past and to come."""

    facts: ClassVar = (OperatorTrained, OperatorTrainingEnded)

    by_id: Items[UUID, Training] = field(default_factory=none_yet)

    def train(
        self,
        *,
        training_id: UUID,
        member_id: UUID,
        kinds: Kinds,
        days: tuple[date, date | None],
        rules: ScreeningRules,
        at: datetime,
    ) -> OperatorTrained:
        """Enter what a member was trained for.

        Raises:
            KindNotListed: the rules list no such test.
            TrainingDatesReversed: it would end before it starts.
        """
        starts_on, ends_on = days
        if not all(map(rules.lists, kinds)):
            raise KindNotListed
        if ends_on is not None and ends_on < starts_on:
            raise TrainingDatesReversed
        return OperatorTrained(
            occurred_at=at,
            training_id=training_id,
            member_id=member_id,
            kinds=kinds,
            starts_on=starts_on,
            ends_on=ends_on,
        )

    def end(self, *, training_id: UUID, last_day: date, at: datetime) -> OperatorTrainingEnded:
        """End what a training allows; before its first day: it never did.

        Raises:
            TrainingUnknown: there is none under this id.
            TrainingAlreadyEnded: it ends no later already.
        """
        if training_id not in self.by_id:
            raise TrainingUnknown
        ends_on = self.by_id[training_id].ends_on
        if ends_on is not None and ends_on <= last_day:
            raise TrainingAlreadyEnded
        return OperatorTrainingEnded(occurred_at=at, training_id=training_id, ended_on=last_day)

    def must_be_trained(self, member_id: UUID, *, kind: RapidTestKind, day: date) -> None:
        """Refuse a test made by somebody who was not trained for it that day.

        Raises:
            OperatorNotTrained: no training of theirs covers this kind that day.
        """
        if not any(
            one.member_id == member_id and kind in one.kinds and one.covers(day)
            for one in self.by_id.values()
        ):
            raise OperatorNotTrained

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case OperatorTrained():
                entered = Training(
                    fact.training_id, fact.member_id, fact.kinds, fact.starts_on, fact.ends_on
                )
                return type(self)(having(self.by_id, entered.id, entered))
            case OperatorTrainingEnded():
                ended = self.by_id[fact.training_id]._replace(ends_on=fact.ended_on)
                return type(self)(having(self.by_id, ended.id, ended))
        return self
