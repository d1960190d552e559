"""What professionals write down: notes of the class they choose, and mediation interviews."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, AnItemDoor, Asked, Told
from api.http.reading import AReading, Shown
from api.http.says import on_item, on_pathway, reads
from application.follow_up.add_note import AddNote, add_note
from application.follow_up.correct_note import CorrectNote, correct_note
from application.follow_up.hold_interview import HoldInterview, hold_interview
from application.follow_up.withdraw_interview import WithdrawInterview, withdraw_interview
from application.follow_up.withdraw_note import WithdrawNote, withdraw_note
from application.pathways.told import notes_told
from domain.data_classes import DataClass
from domain.pathway.interviews import Interview, InterviewAlreadyHeld, InterviewUnknown
from domain.pathway.notes import NoteAlreadyAdded, NoteUnknown
from domain.pathway.opening import PathwayNotOpened
from domain.text import Text

router = APIRouter(prefix="/v1/pathways/{pathway_id}", tags=["notes"])


class Note(Asked):
    text: Text = Field(examples=["Elle garde ses papiers chez une amie."])
    data_class: DataClass = Field(
        default=DataClass.SOCIAL, description="It decides who may read the note."
    )


class NoteAgain(Asked):
    text: Text
    data_class: DataClass | None = Field(default=None, description="Raises that of the note.")


class InterviewTold(Asked):
    interview: Interview = Field(
        examples=[{"mode": "outreach", "minutes": 45, "themes": ["rights", "documents"]}]
    )


class NoteShown(Shown):
    id: UUID
    text: str
    data_class: DataClass
    written_by: UUID = Field(description="An organisation.")
    author_id: UUID | None = Field(description="A member.")
    written_at: datetime
    corrected: bool = Field(description="The timeline keeps what it said before.")


@router.get("/notes", responses=reads(PathwayNotOpened))
def notes(pathway_id: UUID, reading: AReading) -> tuple[NoteShown, ...]:
    """The notes, as they should be read now."""
    return tuple(map(NoteShown.model_validate, notes_told(reading.pathway(pathway_id).events)))


@on_pathway(router, "/notes", NoteAlreadyAdded)
def add(pathway_id: UUID, asked: Note, door: ADoor) -> Told:
    """Write a note."""
    command = door.command(AddNote, asked, pathway_id=pathway_id)
    return door.run(add_note, command, of=command.note_id)


@on_item(router, "/notes/{note_id}/correction", NoteUnknown)
def correct(pathway_id: UUID, note_id: UUID, asked: NoteAgain, door: AnItemDoor) -> Told:
    """Write what a note of your organisation should have said."""
    command = door.command(CorrectNote, asked, pathway_id=pathway_id, note_id=note_id)
    return door.run(correct_note, command, of=note_id)


@on_item(router, "/notes/{note_id}/withdrawal", NoteUnknown)
def withdraw(pathway_id: UUID, note_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Say that a note of your organisation should never have been written."""
    command = door.command(WithdrawNote, asked, pathway_id=pathway_id, note_id=note_id)
    return door.run(withdraw_note, command, of=note_id)


@on_pathway(router, "/interviews", InterviewAlreadyHeld)
def hold(pathway_id: UUID, asked: InterviewTold, door: ADoor) -> Told:
    """Record a mediation interview; each theme is seen by who may meet its class."""
    command = door.command(HoldInterview, asked, pathway_id=pathway_id)
    return door.run(hold_interview, command, of=command.interview_id)


@on_item(router, "/interviews/{interview_id}/withdrawal", InterviewUnknown)
def withdraw_one(pathway_id: UUID, interview_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Say that an interview of your organisation should never have been recorded."""
    addressed = {"pathway_id": pathway_id, "interview_id": interview_id}
    command = door.command(WithdrawInterview, asked, **addressed)
    return door.run(withdraw_interview, command, of=interview_id)
