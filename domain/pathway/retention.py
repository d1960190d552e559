"""How long each organisation keeps its access after its last contact with the person."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.text import Code


class RetentionEndAnnounced(Fact, topic="retention-end-announced", lowest=DataClass.SOCIAL):
    """The referent still has time: a contact with the person puts the end off."""

    of_organisation: UUID
    ends_on: date  # the last day of access
    policy_version: Code


class RetentionPeriodReached(Fact, topic="retention-period-reached", lowest=DataClass.SOCIAL):
    """The access of an organisation ends by itself."""

    of_organisation: UUID
    policy_version: Code


@dataclass(frozen=True, slots=True)
class Retention(Part):
    """Which ends were announced, and since when nobody has access."""

    facts: ClassVar = (RetentionEndAnnounced, RetentionPeriodReached)

    announced: Items[UUID, date] = field(default_factory=none_yet)  # last day, by organisation
    reached_at: datetime | None = None  # the last time that an access ended so

    def announce(
        self,
        *,
        organisation_id: UUID,
        ends_on: date,
        policy_version: str,
        data_class: DataClass,
        at: datetime,
    ) -> RetentionEndAnnounced:
        """Say when an access will end, with the class of the organisation's taking part."""
        return RetentionEndAnnounced(
            occurred_at=at,
            data_class=data_class,
            of_organisation=organisation_id,
            ends_on=ends_on,
            policy_version=policy_version,
        )

    def end(
        self, *, organisation_id: UUID, policy_version: str, data_class: DataClass, at: datetime
    ) -> RetentionPeriodReached:
        """End an access, as announced."""
        return RetentionPeriodReached(
            occurred_at=at,
            data_class=data_class,
            of_organisation=organisation_id,
            policy_version=policy_version,
        )

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case RetentionEndAnnounced():
                announced = having(self.announced, fact.of_organisation, fact.ends_on)
                return replace(self, announced=announced)
            case RetentionPeriodReached():
                return type(self)(without(self.announced, fact.of_organisation), fact.occurred_at)
        return self
