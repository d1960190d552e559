"""The words of the household: who is counted, the children, who decides for them."""

from enum import StrEnum
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from domain.data_classes import DataClass
from domain.dates import PartialDate
from domain.kernel import Value
from domain.text import Name

Count = Annotated[int, Field(ge=0, le=30)]


class HouseholdKind(StrEnum):
    ALONE = "alone"
    COUPLE = "couple"
    SINGLE_PARENT = "single_parent"
    COUPLE_WITH_CHILDREN = "couple_with_children"
    WITH_RELATIVES = "with_relatives"
    OTHER = "other"


class Composition(Value):
    """Who is counted for ceilings; the person is one of them."""

    kind: HouseholdKind
    adults: Count
    children: Count = 0  # dependent, whatever their age

    @model_validator(mode="after")
    def _counts_somebody(self) -> Self:
        if not self.people:
            raise ValueError("a household counts the person at least")
        return self

    @property
    def people(self) -> int:
        return self.adults + self.children


class Child(Value):
    """A child of the person, with or without a pathway of their own."""

    called: Name
    born: PartialDate | None = None
    lives_with_person: bool = True
    pathway_id: UUID | None = None


class AuthorityHolder(StrEnum):
    """Who holds parental authority, over a child or over the person while a minor."""

    PERSON = "person"
    OTHER_PARENT = "other_parent"
    GUARDIAN = "guardian"
    CHILD_WELFARE = "child_welfare"

    @property
    def data_class(self) -> DataClass:
        """That child welfare decides for a child is child protection."""
        return DataClass.PROTECTION if self is self.CHILD_WELFARE else DataClass.SOCIAL


class AuthorityEnd(StrEnum):
    CAME_OF_AGE = "came_of_age"
    COURT_DECIDED = "court_decided"
    DIED = "died"
    ENTERED_IN_ERROR = "entered_in_error"
