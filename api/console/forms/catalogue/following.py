"""Forms about following up: notes, interviews, what is promised for a day."""

from api.console.forms import known
from api.console.forms.row import on_pathway
from api.languages.words import phrase

FOLLOWING = (
    on_pathway("/notes", phrase("Write a note"), varies=True),
    on_pathway(
        "/notes/{note_id}/correction",
        phrase("Correct this note"),
        phrase("What it said before stays in the timeline."),
        known=known.note,
        varies=True,
    ),
    on_pathway(
        "/notes/{note_id}/withdrawal",
        phrase("Take out this note"),
        phrase("Because it should not have been written."),
    ),
    on_pathway(
        "/interviews",
        phrase("Record an interview"),
        phrase("Each theme is seen by those who may meet its class."),
        varies=True,
    ),
    on_pathway(
        "/interviews/{interview_id}/withdrawal",
        phrase("Take out this interview"),
        phrase("Because it was written by mistake."),
    ),
    on_pathway(
        "/follow-ups",
        phrase("Plan a follow-up"),
        phrase("When somebody is to hear from the person again."),
        sources={"plan.with_member": "colleagues"},
        varies=True,
    ),
    on_pathway(
        "/follow-ups/{follow_up_id}/completion",
        phrase("It is done"),
        phrase("The person was heard from."),
        known=known.follow_up,
    ),
    on_pathway(
        "/follow-ups/{follow_up_id}/move",
        phrase("Choose another day"),
        known=known.follow_up,
    ),
    on_pathway("/follow-ups/{follow_up_id}/absence", phrase("The person was not heard from")),
    on_pathway(
        "/follow-ups/{follow_up_id}/correction",
        phrase("It is still to be done"),
        phrase("It was noted as done or missed by mistake."),
    ),
    on_pathway(
        "/mediation/endings",
        phrase("End the mediation"),
    ),
    on_pathway(
        "/mediation/endings/{ending_id}/withdrawal",
        phrase("Take back the end of the mediation"),
        phrase("Because it was written by mistake."),
    ),
    on_pathway(
        "/meetings/{meeting_id}/withdrawal",
        phrase("Take out this meeting"),
        phrase("Because it was written by mistake."),
    ),
)
