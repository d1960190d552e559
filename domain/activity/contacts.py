"""Who was met during an activity: a number of people, never who they are.

A nameless contact may become a pathway, whose id follows from that of the contact: one person is
one contact, and one pathway at most, whatever is sent twice. Nothing here names a pathway.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID, uuid5

from domain.activity.callwords import LIVES, CallWord
from domain.activity.words import LONGEST, Happening
from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.refusals import Conflict, NotFound


class PersonMet(Fact, topic="person-met", lowest=DataClass.IDENTITY):
    """Somebody was met; of somebody `known`, their pathway tells the rest."""

    contact_id: UUID
    known: bool = False
    word: CallWord | None = None  # given to somebody nameless


class ContactEnteredInError(Fact, topic="contact-entered-in-error", lowest=DataClass.IDENTITY):
    contact_id: UUID


class ContactUnknown(NotFound):
    code = "contact-unknown"
    title = "There is no such nameless contact in this activity."


class WordAlreadyGiven(Conflict):
    code = "word-already-given"
    title = "Somebody else was given this word during this activity: give another one."


class MetOutsideActivity(Conflict):
    code = "met-outside-activity"
    title = "People are met between the start and the end of the activity: check the time."


class PeopleWereMet(Conflict):
    code = "people-were-met"
    title = "People were met during this session: withdraw these contacts first, or correct it."


@dataclass(frozen=True, slots=True)
class Contact:
    id: UUID
    at: datetime
    known: bool
    word: CallWord | None

    @property
    def pathway_id(self) -> UUID:
        """The pathway that this nameless contact became, or may become."""
        return pathway_of(self.id)

    def word_at(self, now: datetime) -> CallWord | None:
        """Their word, while it is of use."""
        return self.word if now < self.at + LIVES else None


@dataclass(frozen=True, slots=True)
class Contacts(Part):
    """The people met, each once, by contact."""

    facts: ClassVar = (PersonMet, ContactEnteredInError)

    by_id: Items[UUID, Contact] = field(default_factory=none_yet)
    withdrawn: frozenset[UUID] = frozenset()  # nameless: what is sent late brings none back

    @property
    def people(self) -> int:
        """How many were met, nameless or known."""
        return len(self.by_id)

    @property
    def nameless(self) -> tuple[Contact, ...]:
        """Those met without a pathway; some may have one since."""
        return tuple(contact for contact in self.by_id.values() if not contact.known)

    def must_be_free(self, word: CallWord | None, *, contact_id: UUID) -> None:
        """Refuse a word that somebody else has.

        Raises:
            WordAlreadyGiven: somebody else met here has it.
        """
        if word is not None and any(
            other.word is word for other in self.by_id.values() if other.id != contact_id
        ):
            raise WordAlreadyGiven

    def meet(
        self, *, contact_id: UUID, known: bool = False, word: CallWord | None = None, at: datetime
    ) -> list[PersonMet]:
        """Count somebody; who was counted under this id stays counted once.

        Raises:
            WordAlreadyGiven: somebody else met here has it.
        """
        if contact_id in self.by_id or (not known and contact_id in self.withdrawn):
            return []
        self.must_be_free(word, contact_id=contact_id)
        return [PersonMet(occurred_at=at, contact_id=contact_id, known=known, word=word)]

    def must_have_nobody(self) -> None:
        """Refuse to withdraw a session during which people were met.

        Raises:
            PeopleWereMet: they were.
        """
        if self.by_id:
            raise PeopleWereMet

    def known_nameless(self, contact_id: UUID) -> Contact:
        """Somebody met without a pathway.

        Raises:
            ContactUnknown: nobody was, under this id.
        """
        contact = self.by_id.get(contact_id)
        if contact is None or contact.known:
            raise ContactUnknown
        return contact

    def withdraw(self, *, contact_id: UUID, at: datetime) -> ContactEnteredInError:
        """Say that nobody was met there.

        Raises:
            ContactUnknown: nobody was, under this id.
        """
        if contact_id not in self.by_id:
            raise ContactUnknown
        return ContactEnteredInError(occurred_at=at, contact_id=contact_id)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case PersonMet():
                contact = Contact(fact.contact_id, fact.occurred_at, fact.known, fact.word)
                return replace(self, by_id=having(self.by_id, fact.contact_id, contact))
            case ContactEnteredInError():
                return type(self)(
                    without(self.by_id, fact.contact_id), self.withdrawn | {fact.contact_id}
                )
        return self


def pathway_of(contact_id: UUID) -> UUID:
    """The only pathway that a nameless contact may become."""
    return uuid5(contact_id, "pathway")


def contact_of(activity_id: UUID, pathway_id: UUID) -> UUID:
    """The contact of somebody known, however often they are met during one activity."""
    return uuid5(activity_id, str(pathway_id))


def must_be_during(happening: Happening, at: datetime) -> None:
    """Refuse a time when the activity was not on.

    Raises:
        MetOutsideActivity: it had not begun, or was over.
    """
    until = happening.ends_at or happening.starts_at + LONGEST
    if not happening.starts_at <= at <= until:
        raise MetOutsideActivity
