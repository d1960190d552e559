"""Write a note, of the class that its author chooses."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.data_classes import DataClass
from domain.members import Member
from domain.text import Text


class AddNote(Command):
    pathway_id: UUID
    text: Text
    data_class: DataClass = DataClass.SOCIAL

    @property
    def note_id(self) -> UUID:
        return self.id_for("note")


def add_note(network: Network, command: AddNote, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.notes.add(
            note_id=command.note_id,
            text=command.text,
            data_class=command.data_class,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )
