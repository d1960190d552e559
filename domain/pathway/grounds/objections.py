"""Whom the person does not want to know: an organisation, or one named member."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, NamedTuple, Self
from uuid import UUID

from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.grounds.facts import ObjectionLifted, ObjectionRaised
from domain.pathway.grounds.refusals import AlreadyObjected, ObjectionStands, ObjectionUnknown


class Objection(NamedTuple):
    id: UUID
    organisation_id: UUID | None
    member_id: UUID | None


@dataclass(frozen=True, slots=True)
class Objections(Part):
    """Objections that stand."""

    facts: ClassVar = (ObjectionRaised, ObjectionLifted)

    by_id: Items[UUID, Objection] = field(default_factory=none_yet)

    @property
    def organisations(self) -> frozenset[UUID]:
        return frozenset(one.organisation_id for one in self.by_id.values() if one.organisation_id)

    @property
    def members(self) -> frozenset[UUID]:
        return frozenset(one.member_id for one in self.by_id.values() if one.member_id)

    def keep_out(self, *, organisation_id: UUID, member_id: UUID | None = None) -> bool:
        return any(
            one.organisation_id == organisation_id
            or (member_id is not None and one.member_id == member_id)
            for one in self.by_id.values()
        )

    def must_allow(self, *, organisation_id: UUID, member_id: UUID | None = None) -> None:
        """Refuse to share with whom the person objects to.

        Raises:
            ObjectionStands: they do.
        """
        if self.keep_out(organisation_id=organisation_id, member_id=member_id):
            raise ObjectionStands

    def object_to(
        self,
        *,
        objection_id: UUID,
        organisation_id: UUID | None,
        member_id: UUID | None,
        at: datetime,
    ) -> ObjectionRaised:
        """Record an objection (L1110-4 IV: at any time).

        Raises:
            AlreadyObjected: the same stands.
        """
        if any(each[1:] == (organisation_id, member_id) for each in self.by_id.values()):
            raise AlreadyObjected
        return ObjectionRaised(
            occurred_at=at,
            objection_id=objection_id,
            organisation_id=organisation_id,
            member_id=member_id,
        )

    def lift(self, *, objection_id: UUID, at: datetime) -> ObjectionLifted:
        """End an objection because the person says so.

        Raises:
            ObjectionUnknown: there is none.
        """
        if objection_id not in self.by_id:
            raise ObjectionUnknown
        return ObjectionLifted(occurred_at=at, objection_id=objection_id)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case ObjectionRaised():
                raised = Objection(fact.objection_id, fact.organisation_id, fact.member_id)
                return replace(self, by_id=having(self.by_id, fact.objection_id, raised))
            case ObjectionLifted():
                return replace(self, by_id=without(self.by_id, fact.objection_id))
        return self
