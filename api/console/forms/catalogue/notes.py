"""Forms of what is written down."""

from api.console.forms.row import Row
from api.languages.words import phrase
from domain.pathway.notes import NoteAdded

NOTES = (
    Row(
        "/pathways/{pathway_id}/notes",
        phrase("Write a note"),
        facts=(NoteAdded,),
    ),
)
