"""The household: its size for ceilings, the children, who decides for them, who must not."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.dates import PartialDate
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.household.facts import (
    ChildLinked,
    ChildLinkedInError,
    ChildPathwayLinked,
    HouseholdDescribed,
    ParentalAuthorityEnded,
    ParentalAuthorityRecorded,
    ParentalContactAllowed,
    ParentalContactForbidden,
)
from domain.pathway.household.refusals import (
    AuthorityOfOneself,
    AuthorityUnknown,
    ChildAlreadyLinked,
    ChildIsThePerson,
    ChildUnknown,
    ParentalContactNotForbidden,
)
from domain.pathway.household.words import AuthorityEnd, AuthorityHolder, Child, Composition
from domain.pathway.wrong_file import FactRecordedInWrongFile


@dataclass(frozen=True, slots=True)
class LinkedChild:
    version: int  # of the fact that linked them
    pathway_id: UUID | None
    at_home: bool = True
    born: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    child_id: UUID | None
    holder: AuthorityHolder
    data_class: DataClass
    contact_forbidden: bool = False


@dataclass(frozen=True, slots=True)
class Household(Part):
    """The household as known now; names stay in the facts."""

    facts: ClassVar = (
        HouseholdDescribed,
        ChildLinked,
        ChildPathwayLinked,
        ChildLinkedInError,
        ParentalAuthorityRecorded,
        ParentalAuthorityEnded,
        ParentalContactForbidden,
        ParentalContactAllowed,
        FactRecordedInWrongFile,
    )

    composition: Composition | None = None
    children: Items[UUID, LinkedChild] = field(default_factory=none_yet)
    authorities: Items[UUID, Authority] = field(default_factory=none_yet)

    @property
    def youngest_born(self) -> PartialDate | None:
        """When the youngest child at home was born; None where one of these dates is not known."""
        born = [child.born for child in self.children.values() if child.at_home]
        known = [one for one in born if one is not None and not one.approximate]
        if len(known) < len(born):
            return None
        return max(known, key=lambda one: one.latest, default=None)

    def may_contact(self, authority_id: UUID) -> bool:
        """Whether a holder of parental authority may be reached at all."""
        authority = self.authorities.get(authority_id)
        return authority is not None and not authority.contact_forbidden

    def decides(self, authority_id: UUID) -> bool:
        """Whether somebody decides for the person themself, and may be reached about it."""
        authority = self.authorities.get(authority_id)
        return bool(authority and authority.child_id is None and not authority.contact_forbidden)

    def must_decide_for_the_person(self, authority_id: UUID) -> None:
        """Refuse whoever holds no parental authority over the person themself.

        Raises:
            AuthorityUnknown: they hold none.
        """
        if self._authority(authority_id).child_id is not None:
            raise AuthorityUnknown

    def describe(self, *, composition: Composition, at: datetime) -> HouseholdDescribed:
        """Tell who lives on the same means, as ceilings count."""
        return HouseholdDescribed(occurred_at=at, composition=composition)

    def link_child(
        self, *, child_id: UUID, child: Child, parent_id: UUID, at: datetime
    ) -> ChildLinked:
        """Tell of a child; `parent_id` is the pathway of this household.

        Raises:
            ChildIsThePerson: the child's pathway is this one.
            ChildAlreadyLinked: the child's pathway is linked already.
        """
        self._must_be_another(child.pathway_id, parent_id=parent_id)
        return ChildLinked(occurred_at=at, child_id=child_id, child=child)

    def link_child_pathway(
        self, *, child_id: UUID, pathway_id: UUID, parent_id: UUID, at: datetime
    ) -> ChildPathwayLinked:
        """Tell that a child known here now has a pathway.

        Raises:
            ChildUnknown: there is no such child.
            ChildIsThePerson: the child's pathway is this one.
            ChildAlreadyLinked: this pathway is linked already.
        """
        self._child(child_id)
        self._must_be_another(pathway_id, parent_id=parent_id)
        return ChildPathwayLinked(occurred_at=at, child_id=child_id, pathway_id=pathway_id)

    def unlink_child(self, *, child_id: UUID, at: datetime) -> ChildLinkedInError:
        """Correct a child who was linked by mistake.

        Raises:
            ChildUnknown: there is no such child.
        """
        return ChildLinkedInError(
            occurred_at=at, child_id=child_id, corrects=self._child(child_id).version
        )

    def record_authority(
        self,
        *,
        authority_id: UUID,
        child_id: UUID | None,
        holder: AuthorityHolder,
        name: str | None,
        at: datetime,
    ) -> ParentalAuthorityRecorded:
        """Tell who holds parental authority over a child, or over the person while a minor.

        Raises:
            ChildUnknown: there is no such child.
            AuthorityOfOneself: the person would hold it over themself.
        """
        if child_id is not None:
            self._child(child_id)
        elif holder is AuthorityHolder.PERSON:
            raise AuthorityOfOneself
        return ParentalAuthorityRecorded(
            occurred_at=at,
            data_class=holder.data_class,
            authority_id=authority_id,
            child_id=child_id,
            holder=holder,
            name=name,
        )

    def end_authority(
        self, *, authority_id: UUID, reason: AuthorityEnd, at: datetime
    ) -> ParentalAuthorityEnded:
        """Tell that somebody no longer holds parental authority, or never did.

        Raises:
            AuthorityUnknown: there is no such holder.
        """
        return ParentalAuthorityEnded(
            occurred_at=at,
            data_class=self._authority(authority_id).data_class,
            authority_id=authority_id,
            reason=reason,
        )

    def forbid_contact(
        self, *, authority_id: UUID, because: str | None, at: datetime
    ) -> ParentalContactForbidden:
        """Keep everybody from reaching a holder; saying it again tells nothing to anybody.

        Raises:
            AuthorityUnknown: there is no such holder.
        """
        self._authority(authority_id)
        return ParentalContactForbidden(occurred_at=at, authority_id=authority_id, because=because)

    def allow_contact(self, *, authority_id: UUID, at: datetime) -> ParentalContactAllowed:
        """Lift a prohibition.

        Raises:
            AuthorityUnknown: there is no such holder.
            ParentalContactNotForbidden: there is none.
        """
        if not self._authority(authority_id).contact_forbidden:
            raise ParentalContactNotForbidden
        return ParentalContactAllowed(occurred_at=at, authority_id=authority_id)

    def evolve(self, fact: Fact, version: int) -> Self:
        match fact:
            case HouseholdDescribed():
                return replace(self, composition=fact.composition)
            case ChildLinked() | ChildPathwayLinked() | ChildLinkedInError():
                return replace(self, children=_children(self.children, fact, version))
            case FactRecordedInWrongFile():
                return self._without(fact.entry_id)
        return replace(self, authorities=_authorities(self.authorities, fact))

    def _without(self, entry_id: UUID) -> Self:
        children = without(self.children, entry_id)
        return replace(self, children=children, authorities=without(self.authorities, entry_id))

    def _child(self, child_id: UUID) -> LinkedChild:
        try:
            return self.children[child_id]
        except KeyError:
            raise ChildUnknown from None

    def _authority(self, authority_id: UUID) -> Authority:
        try:
            return self.authorities[authority_id]
        except KeyError:
            raise AuthorityUnknown from None

    def _must_be_another(self, pathway_id: UUID | None, *, parent_id: UUID) -> None:
        if pathway_id == parent_id:
            raise ChildIsThePerson
        if pathway_id and any(child.pathway_id == pathway_id for child in self.children.values()):
            raise ChildAlreadyLinked


def _children(
    known: Items[UUID, LinkedChild],
    fact: ChildLinked | ChildPathwayLinked | ChildLinkedInError,
    version: int,
) -> Items[UUID, LinkedChild]:
    match fact:
        case ChildLinked():
            told = fact.child
            linked = LinkedChild(version, told.pathway_id, told.lives_with_person, told.born)
            return having(known, fact.child_id, linked)
        case ChildPathwayLinked() if child := known.get(fact.child_id):
            return having(known, fact.child_id, replace(child, pathway_id=fact.pathway_id))
        case ChildLinkedInError():
            return without(known, fact.child_id)
    return known


def _authorities(known: Items[UUID, Authority], fact: Fact) -> Items[UUID, Authority]:
    match fact:
        case ParentalAuthorityRecorded():
            authority = Authority(fact.child_id, fact.holder, fact.data_class)
            return having(known, fact.authority_id, authority)
        case ParentalAuthorityEnded():
            return without(known, fact.authority_id)
        case ParentalContactForbidden() if holder := known.get(fact.authority_id):
            return having(known, fact.authority_id, replace(holder, contact_forbidden=True))
        case ParentalContactAllowed() if holder := known.get(fact.authority_id):
            return having(known, fact.authority_id, replace(holder, contact_forbidden=False))
    return known
