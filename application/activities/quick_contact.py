"""A quick contact: somebody met during an activity, nameless or known, and what was said."""

from collections.abc import Iterator
from typing import Self
from uuid import UUID, uuid5

from pydantic import model_validator

from application.commands import Command
from domain.activity.callwords import CallWord
from domain.activity.contacts import contact_of, pathway_of
from domain.data_classes import DataClass
from domain.instants import Instant
from domain.kernel import Fact, Value
from domain.pathway.interviews import Interview
from domain.pathway.needs import NeedKind
from domain.pathway.pathway import Pathway
from domain.text import Called, Text


class QuickNote(Value):
    text: Text
    data_class: DataClass = DataClass.SOCIAL


class QuickNeed(Value):
    kind: NeedKind
    words: Text | None = None
    data_class: DataClass | None = None


class QuickContact(Value):
    """Somebody nameless, unless a pathway or the name of a new one is given.

    `id` is chosen by whoever notes it: sent again for this activity, in whatever batch, it is done
    once.
    """

    id: UUID
    at: Instant | None = None  # None: at the time of the batch
    word: CallWord | None = None  # given to somebody nameless
    pathway_id: UUID | None = None  # of somebody known
    called: Called | None = None  # of whoever wants a pathway
    note: QuickNote | None = None
    interview: Interview | None = None
    need: QuickNeed | None = None

    @model_validator(mode="after")
    def _is_of_one_kind(self) -> Self:
        said = [self.word, self.pathway_id, self.called]
        if sum(one is not None for one in said) > 1:
            raise ValueError("somebody is known, newly named, or given a word: one of them")
        if self.is_nameless and (self.note or self.interview or self.need):
            raise ValueError("nothing is written of somebody nameless")
        return self

    @property
    def is_nameless(self) -> bool:
        return self.pathway_id is None and self.called is None


class RecordContact(Command):
    """One of a batch, with an id of its own."""

    activity_id: UUID
    contact: QuickContact

    @property
    def contact_id(self) -> UUID:
        """Of somebody known, the same however often they are met during this activity."""
        if self.contact.pathway_id is not None:
            return contact_of(self.activity_id, self.contact.pathway_id)
        return self.id_for("contact")

    @property
    def pathway_id(self) -> UUID:
        return self.contact.pathway_id or pathway_of(self.contact_id)


def command_for(contact: QuickContact, *, activity_id: UUID, member_id: UUID) -> RecordContact:
    """The command that records one contact; its id follows from who noted it, and from its own."""
    command_id = uuid5(member_id, f"{activity_id}/{contact.id}")
    return RecordContact(command_id=command_id, activity_id=activity_id, contact=contact)


def said(pathway: Pathway, command: RecordContact, *, by: UUID, at: Instant) -> Iterator[Fact]:
    """What was said with somebody who has a pathway, or gets one.

    Raises:
        NoteAlreadyAdded, InterviewAlreadyHeld, NeedAlreadyKnown: it was recorded before.
    """
    contact = command.contact
    if contact.note:
        yield pathway.notes.add(
            note_id=command.id_for("note"),
            text=contact.note.text,
            data_class=contact.note.data_class,
            by=by,
            at=at,
        )
    if contact.interview:
        interview_id = command.id_for("interview")
        yield from pathway.interviews.hold(
            interview_id=interview_id, interview=contact.interview, by=by, at=at
        )
    if contact.need:
        need = contact.need
        yield pathway.needs.identify(
            need_id=command.id_for("need"),
            kind=need.kind,
            words=need.words,
            data_class=need.data_class,
            at=at,
        )
