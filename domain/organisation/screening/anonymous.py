"""Anonymous tests: counted by kind, result and day, without a pathway and without anybody."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, ClassVar, Self
from uuid import UUID

from pydantic import Field

from domain.kernel import Fact, Items, Part, Value, having, none_yet, without
from domain.organisation.screening.facts import (
    AnonymousTestsCounted,
    AnonymousTestsCountedInError,
)
from domain.organisation.screening.refusals import (
    CountAlreadyKnown,
    CountUnknown,
    NothingCounted,
)
from domain.screening.words import KitUsed

ByResult = Annotated[int, Field(ge=0, le=500)]


class Counts(Value):
    """How many gave what."""

    negative: ByResult = 0
    positive: ByResult = 0
    invalid: ByResult = 0

    @property
    def all(self) -> int:
        return self.negative + self.positive + self.invalid


@dataclass(frozen=True, slots=True)
class AnonymousTests(Part):
    """The counts, but those withdrawn."""

    facts: ClassVar = (AnonymousTestsCounted, AnonymousTestsCountedInError)

    by_id: Items[UUID, AnonymousTestsCounted] = field(default_factory=none_yet)

    def count(
        self,
        *,
        count_id: UUID,
        used: KitUsed,
        on: date,
        operator_id: UUID,
        counts: Counts,
        activity_id: UUID | None,
        at: datetime,
    ) -> AnonymousTestsCounted:
        """Count the tests of one lot on one day.

        Raises:
            CountAlreadyKnown: this id is another count's.
            NothingCounted: there is no test among these.
        """
        if count_id in self.by_id:
            raise CountAlreadyKnown
        if not counts.all:
            raise NothingCounted
        return AnonymousTestsCounted(
            occurred_at=at,
            count_id=count_id,
            lot_id=used.lot_id,
            kind=used.kit.kind,
            on=on,
            operator_id=operator_id,
            negative=counts.negative,
            positive=counts.positive,
            invalid=counts.invalid,
            activity_id=activity_id,
        )

    def withdraw(self, *, count_id: UUID, at: datetime) -> AnonymousTestsCountedInError:
        """Say that a count should never have been recorded.

        Raises:
            CountUnknown: there is no such count.
        """
        if count_id not in self.by_id:
            raise CountUnknown
        return AnonymousTestsCountedInError(occurred_at=at, count_id=count_id)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case AnonymousTestsCounted():
                return type(self)(having(self.by_id, fact.count_id, fact))
            case AnonymousTestsCountedInError():
                return type(self)(without(self.by_id, fact.count_id))
        return self
