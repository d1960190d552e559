"""What was passed to named members: exchanges between those who care, and child protection."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, NamedTuple, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.grounds.facts import (
    ChildProtectionShared,
    ChildProtectionSharingEnded,
    InformationExchanged,
)
from domain.pathway.grounds.refusals import (
    ChildProtectionNotOpened,
    NotYoursToShare,
    SharingUnknown,
)
from domain.pathway.grounds.words import FamilyInformed

EVALUATES_AND_PROTECTS = frozenset({DataClass.IDENTITY, DataClass.SOCIAL, DataClass.PROTECTION})


class Exchange(NamedTuple):
    version: int  # what was recorded before it was exchanged, and nothing after
    members: frozenset[UUID]
    classes: frozenset[DataClass]


@dataclass(frozen=True, slots=True)
class Exchanges(Part):
    """Exchanges, which cannot be taken back, and sharing for child protection, which ends."""

    facts: ClassVar = (InformationExchanged, ChildProtectionShared, ChildProtectionSharingEnded)

    by_id: Items[UUID, Exchange] = field(default_factory=none_yet)
    protecting: Items[UUID, frozenset[UUID]] = field(default_factory=none_yet)  # members

    def exchange(
        self,
        *,
        exchange_id: UUID,
        by: UUID,
        with_members: tuple[UUID, ...],
        classes: tuple[DataClass, ...],
        seen: Collection[DataClass],
        at: datetime,
    ) -> InformationExchanged:
        """Pass on to named members what was recorded until now (CSP L1110-4 II).

        Raises:
            NotYoursToShare: `seen`, what its author may see, does not hold one of the classes.
        """
        if not set(classes) <= set(seen):
            raise NotYoursToShare
        highest = max(classes, key=lambda data_class: data_class.rank)
        return InformationExchanged(
            occurred_at=at,
            data_class=DataClass.SOCIAL.raised_to(highest),
            exchange_id=exchange_id,
            exchanged_by=by,
            with_members=with_members,
            classes=classes,
        )

    def protect(
        self,
        *,
        sharing_id: UUID,
        with_members: tuple[UUID, ...],
        family: FamilyInformed,
        opened: bool,
        at: datetime,
    ) -> ChildProtectionShared:
        """Share what evaluates and protects a child with named members (CASF L226-2-2).

        Raises:
            ChildProtectionNotOpened: the network does not use this ground.
        """
        if not opened:
            raise ChildProtectionNotOpened
        return ChildProtectionShared(
            occurred_at=at, sharing_id=sharing_id, with_members=with_members, family=family
        )

    def end_protection(self, *, sharing_id: UUID, at: datetime) -> ChildProtectionSharingEnded:
        """End such a sharing.

        Raises:
            SharingUnknown: there is none.
        """
        if sharing_id not in self.protecting:
            raise SharingUnknown
        return ChildProtectionSharingEnded(occurred_at=at, sharing_id=sharing_id)

    def evolve(self, fact: Fact, version: int) -> Self:
        match fact:
            case InformationExchanged():
                exchange = Exchange(version, frozenset(fact.with_members), frozenset(fact.classes))
                return replace(self, by_id=having(self.by_id, fact.exchange_id, exchange))
            case ChildProtectionShared():
                members = frozenset(fact.with_members)
                return replace(self, protecting=having(self.protecting, fact.sharing_id, members))
            case ChildProtectionSharingEnded():
                return replace(self, protecting=without(self.protecting, fact.sharing_id))
        return self
