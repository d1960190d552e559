"""The words of a mandate: what it reaches, what for, and who stands for it."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import Field, model_validator

from domain.kernel import Value


class MandatePurpose(StrEnum):
    """What an audit is for."""

    COMPLAINT = "complaint"  # somebody says that too much was seen
    INCIDENT = "incident"
    REGULAR_CHECK = "regular_check"
    AUTHORITY = "authority"  # a court, an inspection or the data-protection authority asks


class Reach(StrEnum):
    NETWORK = "network"
    ORGANISATIONS = "organisations"
    PATHWAYS = "pathways"


class MandateScope(Value):
    """The whole network, or what some organisations could see, or some pathways."""

    reach: Reach
    ids: tuple[UUID, ...] = Field(default=(), max_length=200)

    @model_validator(mode="after")
    def _names_what_it_reaches(self) -> Self:
        if (self.reach is Reach.NETWORK) == bool(self.ids):
            raise ValueError("a scope names what it reaches, unless it is the whole network")
        return self

    def covers(self, *, pathway_id: UUID, organisation_id: UUID | None) -> bool:
        """Whether it reaches a pathway, whole or as an organisation could see it."""
        match self.reach:
            case Reach.NETWORK:
                return True
            case Reach.ORGANISATIONS:
                return organisation_id in self.ids
            case Reach.PATHWAYS:
                return pathway_id in self.ids

    def covers_whole(self, pathway_id: UUID) -> bool:
        """Whether it reaches the whole of a pathway, so that it may be told to exist."""
        return self.covers(pathway_id=pathway_id, organisation_id=None)

    def is_within(self, organisation_id: UUID) -> bool:
        """Whether it reaches nothing beyond what one organisation could see."""
        return self.reach is Reach.ORGANISATIONS and set(self.ids) == {organisation_id}


@dataclass(frozen=True, slots=True)
class Human:
    """Somebody and all their hats: two hats of one human are not two persons."""

    id: UUID
    hats: Collection[UUID]  # memberships that they may act under

    def is_same(self, *, human_id: UUID, membership_id: UUID) -> bool:
        return human_id == self.id or membership_id in self.hats
