"""Write what a note should have said."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.data_classes import DataClass
from domain.members import Member
from domain.text import Text


class CorrectNote(Command):
    pathway_id: UUID
    note_id: UUID
    text: Text
    data_class: DataClass | None = None  # raises that of the note


def correct_note(network: Network, command: CorrectNote, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.notes.correct(
            note_id=command.note_id,
            text=command.text,
            data_class=command.data_class,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )
