"""Who works in an organisation, under which hat, and until when."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Annotated, ClassVar, Self
from uuid import UUID

from pydantic import AfterValidator, Field

from domain.data_classes import DataClass
from domain.kernel import DomainEvent, Fact, Items, Part, Value, having, none_yet
from domain.members import MemberStatus, Profession, Role
from domain.refusals import Conflict, NotFound
from domain.text import Label

Roles = Annotated[
    tuple[Role, ...],  # in one order, so that what is said twice reads the same
    Field(min_length=1),
    AfterValidator(lambda roles: tuple(sorted(set(roles)))),
]


class Hat(Value):
    """What a human is in an organisation."""

    profession: Profession
    status: MemberStatus
    roles: Roles


class MemberEnrolled(Fact, topic="member-enrolled", lowest=DataClass.IDENTITY):
    membership_id: UUID
    human_id: UUID  # the same under every hat
    hat: Hat


class MemberNamed(Fact, topic="member-named", lowest=DataClass.IDENTITY, alone=True):
    """Kept alone: the name can be erased while what the member did stays theirs."""

    membership_id: UUID
    name: Label


class RolesChanged(Fact, topic="roles-changed", lowest=DataClass.IDENTITY):
    membership_id: UUID
    roles: Roles


class MemberLeft(Fact, topic="member-left", lowest=DataClass.IDENTITY):
    membership_id: UUID


class MemberNameErased(Fact, topic="member-name-erased", lowest=DataClass.IDENTITY):
    """Nobody is told their name from here on; what they did stays theirs, under their id."""

    membership_id: UUID


Told = MemberNamed | RolesChanged | MemberLeft | MemberNameErased


class MemberUnknown(NotFound):
    code = "member-unknown"
    title = "There is no such member in this organisation."


class AlreadyEnrolled(Conflict):
    code = "already-enrolled"
    title = "This human is a member here already under this profession."


class AlreadyLeft(Conflict):
    code = "already-left"
    title = "This member has left."


class MemberStillHere(Conflict):
    code = "member-still-here"
    title = "This member has not left: end their membership first, then erase their name."


class NameAlreadyErased(Conflict):
    code = "name-already-erased"
    title = "The name of this member was erased already."


class RolesNotChanged(Conflict):
    code = "roles-not-changed"
    title = "These are the present roles of this member."


@dataclass(frozen=True, slots=True)
class Membership:
    """One hat of one human, as it stands."""

    human_id: UUID
    hat: Hat
    name: str | None = None  # None: not given, or erased
    left_at: datetime | None = None
    name_erased: bool = False


@dataclass(frozen=True, slots=True)
class Enrolment(Part):
    """Every membership of the organisation, by id, those who left included."""

    facts: ClassVar = (MemberEnrolled, MemberNamed, RolesChanged, MemberLeft, MemberNameErased)

    by_id: Items[UUID, Membership] = field(default_factory=none_yet)

    def enrol(
        self, *, membership_id: UUID, human_id: UUID, hat: Hat, name: str, at: datetime
    ) -> list[Fact]:
        """Let a human in under a hat.

        Raises:
            AlreadyEnrolled: they wear this hat here already.
        """
        if membership_id in self.by_id or self._wears(human_id, hat):
            raise AlreadyEnrolled
        return [
            MemberEnrolled(occurred_at=at, membership_id=membership_id, human_id=human_id, hat=hat),
            MemberNamed(occurred_at=at, membership_id=membership_id, name=name),
        ]

    def change_roles(
        self, *, membership_id: UUID, roles: tuple[Role, ...], at: datetime
    ) -> RolesChanged:
        """Give a member other roles.

        Raises:
            MemberUnknown: there is none under this id.
            AlreadyLeft: they have left.
            RolesNotChanged: these are their roles.
        """
        changed = RolesChanged(occurred_at=at, membership_id=membership_id, roles=roles)
        if changed.roles == self.present(membership_id).hat.roles:
            raise RolesNotChanged
        return changed

    def leave(self, *, membership_id: UUID, at: datetime) -> MemberLeft:
        """End a membership; what was done under it stays attributed.

        Raises:
            MemberUnknown: there is none under this id.
            AlreadyLeft: they have left.
        """
        self.present(membership_id)
        return MemberLeft(occurred_at=at, membership_id=membership_id)

    def erase_name(self, *, membership_id: UUID, at: datetime) -> MemberNameErased:
        """Erase the name of a member who left.

        Raises:
            MemberUnknown: there is none under this id.
            MemberStillHere: they have not left.
            NameAlreadyErased: it was erased.
        """
        if membership_id not in self.by_id:
            raise MemberUnknown
        membership = self.by_id[membership_id]
        if membership.left_at is None:
            raise MemberStillHere
        if membership.name_erased:
            raise NameAlreadyErased
        return MemberNameErased(occurred_at=at, membership_id=membership_id)

    def present(self, membership_id: UUID) -> Membership:
        """A member who has not left.

        Raises:
            MemberUnknown: there is none under this id.
            AlreadyLeft: they have left.
        """
        if membership_id not in self.by_id:
            raise MemberUnknown
        membership = self.by_id[membership_id]
        if membership.left_at is not None:
            raise AlreadyLeft
        return membership

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case MemberEnrolled():
                enrolled = Membership(fact.human_id, fact.hat)
                return type(self)(having(self.by_id, fact.membership_id, enrolled))
            case MemberNamed() | RolesChanged() | MemberLeft() | MemberNameErased():
                changed = _changed_by(fact, self.by_id[fact.membership_id])
                return type(self)(having(self.by_id, fact.membership_id, changed))
        return self

    def _wears(self, human_id: UUID, hat: Hat) -> bool:
        return any(
            known.human_id == human_id
            and known.hat.profession is hat.profession
            and known.left_at is None
            for known in self.by_id.values()
        )


def _changed_by(fact: Told, known: Membership) -> Membership:
    match fact:
        case MemberNamed():
            return replace(known, name=fact.name)
        case RolesChanged():
            return replace(known, hat=known.hat.model_copy(update={"roles": fact.roles}))
        case MemberLeft():
            return replace(known, left_at=fact.occurred_at)
        case MemberNameErased():
            return replace(known, name=None, name_erased=True)


def naming(membership_id: UUID, events: Iterable[DomainEvent]) -> list[DomainEvent]:
    """What gave a member their name."""
    return [
        event
        for event in events
        if isinstance(event.fact, MemberNamed) and event.fact.membership_id == membership_id
    ]
