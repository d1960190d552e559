"""How the person can be reached, and how they must not be."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from pydantic import model_validator

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, Value, having, none_yet, without
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.refusals import Conflict, NotFound
from domain.text import Label, Language, Name

E164 = re.compile(r"\+[1-9][0-9]{6,14}")  # as ITU-T E.164 writes a number; the edge knows more
E_MAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


class ContactKind(StrEnum):
    MOBILE = "mobile"
    LANDLINE = "landline"
    EMAIL = "email"
    POSTAL = "postal"
    THIRD_PARTY = "third_party"  # somebody passes the message on


SHAPES = {ContactKind.MOBILE: E164, ContactKind.LANDLINE: E164, ContactKind.EMAIL: E_MAIL}


class RemovalReason(StrEnum):
    NO_LONGER_WORKS = "no_longer_works"
    PERSON_ASKED = "person_asked"
    ENTERED_IN_ERROR = "entered_in_error"


class ContactPoint(Value):
    """One way to reach the person."""

    kind: ContactKind
    reach: Label  # the number (E.164), address, or how the third party is reached
    through: Name | None = None  # the third party
    language: Language = "fr"
    safe: bool = True  # an unsafe one is known so that nobody uses it
    holder_id: UUID | None = None  # of parental authority, whose it is; None: the person's own

    @model_validator(mode="after")
    def _is_what_it_says(self) -> Self:
        shape = SHAPES.get(self.kind)
        if shape and not shape.fullmatch(self.reach):
            raise ValueError(f"this is not written as a {self.kind} is")
        if (self.through is None) is (self.kind is ContactKind.THIRD_PARTY):
            raise ValueError("a third party is named, and only where there is one")
        return self


# "Unsafe" is identity data like the number itself: whoever sees the number must see the warning.
# Why it is unsafe is never said here.
class ContactPointAdded(Fact, topic="contact-point-added", lowest=DataClass.IDENTITY, alone=True):
    contact_id: UUID
    point: ContactPoint


class ContactPointFoundUnsafe(Fact, topic="contact-point-unsafe", lowest=DataClass.IDENTITY):
    contact_id: UUID


class ContactPointRemoved(Fact, topic="contact-point-removed", lowest=DataClass.IDENTITY):
    contact_id: UUID
    reason: RemovalReason


class ContactPointAlreadyKnown(Conflict):
    code = "contact-point-already-known"
    title = "This contact point is known: remove it first if what is said of it is wrong."


class NotAMobile(Conflict):
    code = "not-a-mobile"
    title = "This number is not a mobile's: note it as a landline, or check it with the person."


class ContactPointUnknown(NotFound):
    code = "contact-point-unknown"
    title = "There is no such contact point, or it was removed."


class ContactPointAlreadyUnsafe(Conflict):
    code = "contact-point-already-unsafe"
    title = "This contact point is already marked: do not use it."


@dataclass(frozen=True, slots=True)
class Contacts(Part):
    """The contact points in use, and those to keep away from."""

    facts: ClassVar = (
        ContactPointAdded,
        ContactPointFoundUnsafe,
        ContactPointRemoved,
        FactRecordedInWrongFile,
    )

    points: Items[UUID, ContactPoint] = field(default_factory=none_yet)

    def usable(self, *kinds: ContactKind, but: Collection[UUID | None] = ()) -> list[ContactPoint]:
        """The person's own safe contact points of these kinds (of all when none is named).

        Oldest first; `but` these, which the person wants nothing sent to.
        """
        return [
            point
            for contact_id, point in self.points.items()
            if point.safe
            and point.holder_id is None
            and contact_id not in but
            and (not kinds or point.kind in kinds)
        ]

    def add(self, *, contact_id: UUID, point: ContactPoint, at: datetime) -> ContactPointAdded:
        """Note a way to reach the person, or one to keep away from.

        Raises:
            ContactPointAlreadyKnown: it is there, perhaps as unsafe.
        """
        if any(point.reach.casefold() == known.reach.casefold() for known in self.points.values()):
            raise ContactPointAlreadyKnown
        return ContactPointAdded(occurred_at=at, contact_id=contact_id, point=point)

    def find_unsafe(self, *, contact_id: UUID, at: datetime) -> ContactPointFoundUnsafe:
        """Keep everybody away from a contact point; only removing it undoes this.

        Raises:
            ContactPointUnknown: it is not there.
            ContactPointAlreadyUnsafe: everybody is kept away already.
        """
        if not self.known(contact_id).safe:
            raise ContactPointAlreadyUnsafe
        return ContactPointFoundUnsafe(occurred_at=at, contact_id=contact_id)

    def remove(
        self, *, contact_id: UUID, reason: RemovalReason, at: datetime
    ) -> ContactPointRemoved:
        """Forget a way to reach the person.

        Raises:
            ContactPointUnknown: it is not there.
        """
        self.known(contact_id)
        return ContactPointRemoved(occurred_at=at, contact_id=contact_id, reason=reason)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (the id is enough here)
        match fact:
            case ContactPointAdded():
                return type(self)(having(self.points, fact.contact_id, fact.point))
            case ContactPointFoundUnsafe() if point := self.points.get(fact.contact_id):
                unsafe = point.model_copy(update={"safe": False})
                return type(self)(having(self.points, fact.contact_id, unsafe))
            case ContactPointRemoved():
                return type(self)(without(self.points, fact.contact_id))
            case FactRecordedInWrongFile():
                return type(self)(without(self.points, fact.entry_id))
        return self

    def known(self, contact_id: UUID) -> ContactPoint:
        """A contact point that is there.

        Raises:
            ContactPointUnknown: it is not.
        """
        if contact_id not in self.points:
            raise ContactPointUnknown
        return self.points[contact_id]
