"""The circle: the organisations that share this pathway, and since when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Part
from domain.pathway.opening import PathwayOpened
from domain.refusals import Conflict


class OrganisationJoined(Fact, topic="organisation-joined", lowest=DataClass.SOCIAL):
    joined_id: UUID  # organisation


class OrganisationLeft(Fact, topic="organisation-left", lowest=DataClass.SOCIAL):
    left_id: UUID  # organisation


class ReferentDesignated(Fact, topic="referent-designated", lowest=DataClass.SOCIAL):
    referent_id: UUID  # member
    of_organisation: UUID


class AlreadyInCircle(Conflict):
    code = "already-in-circle"
    title = "This organisation already shares this pathway."


class NotInCircle(Conflict):
    code = "not-in-circle"
    title = "This organisation does not share this pathway."


@dataclass(frozen=True, slots=True)
class Sharing(Part):
    """Who takes part, who leads."""

    facts: ClassVar = (PathwayOpened, OrganisationJoined, OrganisationLeft, ReferentDesignated)

    circle: Mapping[UUID, datetime] = field(default_factory=lambda: MappingProxyType({}))
    referents: Mapping[UUID, UUID] = field(default_factory=lambda: MappingProxyType({}))

    def includes(self, organisation_id: UUID) -> bool:
        return organisation_id in self.circle

    def join(self, *, organisation_id: UUID, at: datetime) -> OrganisationJoined:
        """Let an organisation share the pathway.

        Raises:
            AlreadyInCircle: it does already.
        """
        if self.includes(organisation_id):
            raise AlreadyInCircle
        return OrganisationJoined(occurred_at=at, joined_id=organisation_id)

    def leave(self, *, organisation_id: UUID, at: datetime) -> OrganisationLeft:
        """End an organisation's part.

        Raises:
            NotInCircle: it has none.
        """
        self._require(organisation_id)
        return OrganisationLeft(occurred_at=at, left_id=organisation_id)

    def designate(
        self, *, referent_id: UUID, organisation_id: UUID, at: datetime
    ) -> ReferentDesignated:
        """Name the person's lead professional in an organisation of the circle.

        Raises:
            NotInCircle: the organisation does not share this pathway.
        """
        self._require(organisation_id)
        return ReferentDesignated(
            occurred_at=at, referent_id=referent_id, of_organisation=organisation_id
        )

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        circle, referents = dict(self.circle), dict(self.referents)
        match fact:
            case PathwayOpened():
                circle[fact.opened_by] = fact.occurred_at
                referents[fact.opened_by] = fact.referent_id
            case OrganisationJoined():
                circle[fact.joined_id] = fact.occurred_at
            case OrganisationLeft():
                circle.pop(fact.left_id, None)
                referents.pop(fact.left_id, None)
            case ReferentDesignated():
                referents[fact.of_organisation] = fact.referent_id
        return type(self)(MappingProxyType(circle), MappingProxyType(referents))

    def _require(self, organisation_id: UUID) -> None:
        if not self.includes(organisation_id):
            raise NotInCircle
