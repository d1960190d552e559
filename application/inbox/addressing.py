"""Whom of an organisation something is for: the referent of now where they may know it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from application.accounts.members import MembersInHistory
from application.accounts.ports import Membership
from application.inbox.knowing import Known
from application.network import Network
from domain.data_classes import DataClass
from domain.kernel import DomainEvent
from domain.members import Member, Role
from domain.organisation.organisation import Organisation
from domain.pathway.pathway import Pathway


@dataclass(frozen=True, slots=True)
class Addressing:
    """The members around one pathway, as it stands."""

    network: Network
    pathway: Pathway
    events: Sequence[DomainEvent]

    @classmethod
    def at(cls, network: Network, pathway_id: UUID) -> Self:
        """Read to its head.

        Raises:
            EventUnreadable: it cannot be read.
        """
        pathway, events = network.log.whole(Pathway, pathway_id)
        return cls(network, pathway, events)

    def holders(self, occurrence: int) -> list[UUID]:
        """The organisation that told the fact of this version, else all that follow."""
        following = self.following()
        told = {e.organisation_id for e in self.events if e.originator_version == occurrence}
        return [one for one in following if one in told] or following

    def following(self) -> list[UUID]:
        circle = self.pathway.sharing.circle
        return [organisation_id for organisation_id, part in circle.items() if part.follows]

    def referent(self, organisation_id: UUID) -> Member | None:
        """Who leads there now; None where nobody does, or they have left."""
        return self.member(organisation_id, self.pathway.sharing.referents.get(organisation_id))

    def member(self, organisation_id: UUID, membership_id: UUID | None) -> Member | None:
        """A member of today; None where none is named, or they have left."""
        if membership_id is None:
            return None
        held = Membership(membership_id, organisation_id)
        return MembersInHistory(self.network.log).member(held)

    def members(self, organisation_id: UUID) -> Iterator[Member]:
        """Everybody who works there today."""
        organisation = self.network.log.load(Organisation, organisation_id)
        for membership_id, membership in organisation.enrolment.by_id.items():
            if membership.left_at is None:
                yield organisation.member(membership_id)

    def coordinators(self, organisation_id: UUID) -> Iterator[Member]:
        for member in self.members(organisation_id):
            if Role.COORDINATOR in member.roles:
                yield member

    def may_know(self, member: Member, *, data_class: DataClass, occurrence: int) -> bool:
        """Whether they have a ground of their own to know of something, now."""
        known = Known.of(self.network.sight(self.pathway, member), self.events)
        return known.has_ground(data_class=data_class, occurrence=occurrence)
