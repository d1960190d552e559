"""How sensitive a fact is; each fact carries its own class, chosen by its content."""

from enum import StrEnum


class DataClass(StrEnum):
    """From the least to the most sensitive; the order of the members is the order of care."""

    IDENTITY = "identity"
    SOCIAL = "social"
    STATUS = "status"  # immigration status
    HEALTH = "health"
    MENTAL_HEALTH = "mental_health"
    SCREENING = "screening"
    PROTECTION = "protection"  # child protection, violence

    # Equal to its text, it has its hash too; an enum's own is slower, and every fact is asked.
    __hash__ = str.__hash__

    @property
    def rank(self) -> int:
        return RANKS[self]

    @property
    def hides_its_kind(self) -> bool:
        """Whether even the kind of such a fact is sealed: everything above social."""
        return self.rank > RANKS[DataClass.SOCIAL]

    def raised_to(self, other: "DataClass | None") -> "DataClass":
        """The more sensitive of the two; an author may raise a class and never lower it."""
        return other if other is not None and other.rank > self.rank else self

    def lowered_to(self, other: "DataClass") -> "DataClass":
        """The less sensitive of the two: what more people may know."""
        return other if other.rank < self.rank else self


RANKS = {data_class: rank for rank, data_class in enumerate(DataClass)}
