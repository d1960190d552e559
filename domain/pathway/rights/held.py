"""Every right of the person, by its id; the decisions on them stand in the next modules."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar, Self, TypeVar
from uuid import UUID

from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.rights import facts as said
from domain.pathway.rights.evolution import BEGINNINGS, EVOLUTIONS
from domain.pathway.rights.refusals import RightAlreadyKnown, RightEnded, RightNotOpen, RightUnknown
from domain.pathway.rights.right import Right
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.rights.periods import Period
from domain.rights.rules import RulePack
from domain.rights.schemes import Cover, EndReason

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class Held(Part):
    """The rights as known now."""

    # Gaps are not folded: they follow from the periods, and are told for those who read.
    facts: ClassVar = (
        *BEGINNINGS,
        *EVOLUTIONS,
        said.RightEnteredInError,
        FactRecordedInWrongFile,
    )

    by_id: Items[UUID, Right] = field(default_factory=none_yet)

    def right(self, right_id: UUID) -> Right:
        """One right.

        Raises:
            RightUnknown: it is not on this pathway.
        """
        if right_id not in self.by_id:
            raise RightUnknown
        return self.by_id[right_id]

    def in_force(self, day: date) -> dict[UUID, Right]:
        """The rights that cover a day."""
        return {right_id: right for right_id, right in self.by_id.items() if right.covers(day)}

    def giving(self, cover: Cover) -> list[Right]:
        """The rights that give this cover, or gave it."""
        return [
            right
            for right in self.by_id.values()
            if right.scheme.cover is cover and right.was_opened
        ]

    def periods(self, cover: Cover) -> list[Period]:
        """The days of one cover, whichever right gives them; two rights may overlap."""
        return [period for right in self.giving(cover) for period in right.periods]

    def after(self, facts: Iterable[Fact]) -> Self:
        """What these would be once more is said, to decide what follows from it."""
        changed = self
        for fact in facts:
            changed = changed.evolve(fact, 0)
        return changed

    def evolve(self, fact: Any, version: int) -> Self:
        if change := EVOLUTIONS.get(type(fact)):
            right = self.by_id.get(fact.right_id)  # none: erased, or hidden from this reader
            return self._with(fact.right_id, change(right, fact, version)) if right else self
        if begin := BEGINNINGS.get(type(fact)):
            return self._with(fact.right_id, begin(fact, version))
        if isinstance(fact, FactRecordedInWrongFile):
            return type(self)(without(self.by_id, fact.entry_id))
        return type(self)(without(self.by_id, fact.right_id))  # it was entered in error

    def _with(self, right_id: UUID, right: Right) -> Self:
        return type(self)(having(self.by_id, right_id, right))

    def _tell(
        self, fact: type[F], right_id: UUID, *, rules: RulePack, at: datetime, **content: Any
    ) -> F:
        """A fact of a right: in one place, so that none forgets its class or its rules."""
        right = self.by_id[right_id]
        about = {"rule_version": rules.version, "right_id": right_id}
        return fact(occurred_at=at, data_class=right.data_class, **about, **content)

    def _must_be_new(self, right_id: UUID) -> None:
        if right_id in self.by_id:
            raise RightAlreadyKnown

    def _opened(self, right_id: UUID) -> Right:
        right = self.right(right_id)
        if not right.was_opened:
            raise RightNotOpen
        return right

    def _renewable(self, right_id: UUID) -> Right:
        right = self._opened(right_id)
        if right.ending is not None and right.ending.reason is not EndReason.TERM:
            raise RightEnded
        return right
