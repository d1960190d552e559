"""Notes: free words, each sealed alone, of the class that its author chose."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.refusals import Conflict, NotFound
from domain.text import Text


class NoteAdded(Fact, topic="note-added", lowest=DataClass.SOCIAL, alone=True):
    note_id: UUID
    written_by: UUID  # organisation
    text: Text


class NoteCorrected(Fact, topic="note-corrected", lowest=DataClass.SOCIAL, alone=True):
    """What the note should have said; what it said stays readable beside it."""

    note_id: UUID
    written_by: UUID  # organisation
    text: Text


class NoteEnteredInError(Fact, topic="note-entered-in-error", lowest=DataClass.SOCIAL):
    note_id: UUID
    withdrawn_by: UUID  # organisation


class NoteAlreadyAdded(Conflict):
    code = "note-already-added"
    title = "This note is there already."


class NoteUnknown(NotFound):
    code = "note-unknown"
    title = "There is no such note of your organisation on this pathway."


@dataclass(frozen=True, slots=True)
class Note:
    """One note, without its words: nothing is decided upon them."""

    written_by: UUID  # organisation
    data_class: DataClass


@dataclass(frozen=True, slots=True)
class Notes(Part):
    """Every note of the pathway, by id."""

    facts: ClassVar = (NoteAdded, NoteCorrected, NoteEnteredInError, FactRecordedInWrongFile)

    by_id: Items[UUID, Note] = field(default_factory=none_yet)

    def add(
        self, *, note_id: UUID, text: str, data_class: DataClass, by: UUID, at: datetime
    ) -> NoteAdded:
        """Write a note; its author says how sensitive it is, social at least.

        Raises:
            NoteAlreadyAdded: it was written before.
        """
        if note_id in self.by_id:
            raise NoteAlreadyAdded
        return NoteAdded(
            occurred_at=at,
            data_class=DataClass.SOCIAL.raised_to(data_class),
            note_id=note_id,
            written_by=by,
            text=text,
        )

    def correct(
        self, *, note_id: UUID, text: str, data_class: DataClass | None, by: UUID, at: datetime
    ) -> NoteCorrected:
        """Write what a note should have said; it may become more sensitive, never less.

        Raises:
            NoteUnknown: one's organisation wrote none under this id.
        """
        note = self._own(note_id, by=by)
        return NoteCorrected(
            occurred_at=at,
            data_class=note.data_class.raised_to(data_class),
            note_id=note_id,
            written_by=by,
            text=text,
        )

    def withdraw(self, *, note_id: UUID, by: UUID, at: datetime) -> NoteEnteredInError:
        """Say that a note should never have been written.

        Raises:
            NoteUnknown: one's organisation wrote none under this id.
        """
        note = self._own(note_id, by=by)
        return NoteEnteredInError(
            occurred_at=at, data_class=note.data_class, note_id=note_id, withdrawn_by=by
        )

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case NoteAdded():
                note = Note(fact.written_by, fact.data_class)
                return type(self)(having(self.by_id, fact.note_id, note))
            case NoteCorrected() if fact.note_id in self.by_id:  # else: written, then erased
                note = replace(self.by_id[fact.note_id], data_class=fact.data_class)
                return type(self)(having(self.by_id, fact.note_id, note))
            case NoteEnteredInError():
                return type(self)(without(self.by_id, fact.note_id))
            case FactRecordedInWrongFile():
                return type(self)(without(self.by_id, fact.entry_id))
        return self

    def _own(self, note_id: UUID, *, by: UUID) -> Note:
        note = self.by_id.get(note_id)
        if note is None or note.written_by != by:
            raise NoteUnknown
        return note
