"""Forms about how to reach the person, and what they want of messages."""

from api.console.forms import known
from api.console.forms.row import on_pathway
from api.languages.words import phrase
from domain.data_classes import DataClass

CONTACTS = (
    on_pathway(
        "/contact-points",
        phrase("Add a way to reach the person"),
        phrase("Ask whether somebody else may read or hear it: if so, say that it is not safe."),
        known=known.language_spoken,
        order=("point.kind", "point.reach"),
        lowest=DataClass.IDENTITY,
    ),
    on_pathway(
        "/contact-points/{contact_id}/warning",
        phrase("Say that this contact is not safe"),
        phrase("Nothing will be sent there any more."),
        lowest=DataClass.IDENTITY,
    ),
    on_pathway(
        "/contact-points/{contact_id}/removal",
        phrase("Remove this contact"),
        lowest=DataClass.IDENTITY,
    ),
    on_pathway(
        "/reminders/stop",
        phrase("Stop reminders"),
        phrase("Because the person does not want any more of them."),
        lowest=DataClass.IDENTITY,
    ),
    on_pathway(
        "/reminders/stop/end",
        phrase("Send reminders again"),
        phrase("Because the person wants them back."),
        lowest=DataClass.IDENTITY,
    ),
    on_pathway(
        "/reminders/fuller-texts",
        phrase("Let messages say more"),
        phrase("Because the person asked for it: messages may say what an appointment is for."),
        lowest=DataClass.IDENTITY,
    ),
    on_pathway(
        "/reminders/fuller-texts/end",
        phrase("Let messages say the least"),
        lowest=DataClass.IDENTITY,
    ),
    on_pathway(
        "/contact-suspension",
        phrase("Suspend contact"),
        phrase("At the person's pace: nothing is sent meanwhile."),
    ),
    on_pathway("/contact-suspension/end", phrase("Resume contact")),
)
