"""What the person wishes of reminders: none any more, some again, or fuller ones."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Part
from domain.pathway.contacts import ContactPointRemoved
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.refusals import Conflict


class ToldBy(StrEnum):
    """How the person said it."""

    LINK = "link"  # in a message they received
    REPLY = "reply"  # to a message they received
    PHONE = "phone"
    IN_PERSON = "in_person"


# Identity data like the contact points themselves: whoever may write to the person must know.
class RemindersStopped(Fact, topic="reminders-stopped", lowest=DataClass.IDENTITY):
    told_by: ToldBy
    contact_id: UUID | None = None  # the only contact point it is about; None: every one


class RemindersResumed(Fact, topic="reminders-resumed", lowest=DataClass.IDENTITY):
    contact_id: UUID | None = None


class FullerTextsWished(Fact, topic="fuller-texts-wished", lowest=DataClass.IDENTITY):
    """The person wants messages to say more than when and whom to call; nobody else decides it."""


class FullerTextsWishWithdrawn(
    Fact, topic="fuller-texts-wish-withdrawn", lowest=DataClass.IDENTITY
): ...


class RemindersAlreadyStopped(Conflict):
    code = "reminders-already-stopped"
    title = "Reminders are stopped there already: nothing is sent."


class RemindersNotStopped(Conflict):
    code = "reminders-not-stopped"
    title = "Reminders are not stopped there: there is nothing to resume."


class FullerTextsAlreadyWished(Conflict):
    code = "fuller-texts-already-wished"
    title = "The person's wish for fuller texts is recorded already."


class FullerTextsNotWished(Conflict):
    code = "fuller-texts-not-wished"
    title = "No wish for fuller texts is recorded: texts say no more than they must."


@dataclass(frozen=True, slots=True)
class ReminderWishes(Part):
    """Where reminders are stopped, and whether they may say more."""

    facts: ClassVar = (
        RemindersStopped,
        RemindersResumed,
        FullerTextsWished,
        FullerTextsWishWithdrawn,
        ContactPointRemoved,
        FactRecordedInWrongFile,
    )

    stopped: frozenset[UUID | None] = frozenset()  # contact points; None: all that there are
    fuller_texts: bool = False

    @property
    def all_stopped(self) -> bool:
        """Whether the person wants no reminder at all."""
        return None in self.stopped

    def keep_from(self, contact_id: UUID) -> bool:
        """Whether the person wants no reminder at this contact point."""
        return self.all_stopped or contact_id in self.stopped

    def stop(self, *, told_by: ToldBy, contact_id: UUID | None, at: datetime) -> RemindersStopped:
        """Send nothing more, or nothing more to one contact point.

        Raises:
            RemindersAlreadyStopped: nothing is sent there already.
        """
        if contact_id in self.stopped or self.all_stopped:
            raise RemindersAlreadyStopped
        return RemindersStopped(occurred_at=at, told_by=told_by, contact_id=contact_id)

    def resume(self, *, contact_id: UUID | None, at: datetime) -> RemindersResumed:
        """Send again what was stopped, in the same words: all, or to one contact point.

        Raises:
            RemindersNotStopped: that was not stopped.
        """
        if contact_id not in self.stopped:
            raise RemindersNotStopped
        return RemindersResumed(occurred_at=at, contact_id=contact_id)

    def wish_fuller_texts(self, *, at: datetime) -> FullerTextsWished:
        """Let messages say more, as the person asks.

        Raises:
            FullerTextsAlreadyWished: they may already.
        """
        if self.fuller_texts:
            raise FullerTextsAlreadyWished
        return FullerTextsWished(occurred_at=at)

    def withdraw_fuller_texts(self, *, at: datetime) -> FullerTextsWishWithdrawn:
        """Let messages say no more than they must.

        Raises:
            FullerTextsNotWished: they say no more.
        """
        if not self.fuller_texts:
            raise FullerTextsNotWished
        return FullerTextsWishWithdrawn(occurred_at=at)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case RemindersStopped():
                return type(self)(self.stopped | {fact.contact_id}, self.fuller_texts)
            case RemindersResumed() | ContactPointRemoved():
                return type(self)(self.stopped - {fact.contact_id}, self.fuller_texts)
            case FactRecordedInWrongFile():
                return type(self)(self.stopped - {fact.entry_id}, self.fuller_texts)
            case FullerTextsWished() | FullerTextsWishWithdrawn():
                return type(self)(self.stopped, isinstance(fact, FullerTextsWished))
        return self
