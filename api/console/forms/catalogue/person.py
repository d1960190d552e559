"""Forms about who the person is, where they live and how to reach them."""

from api.console.forms import known
from api.console.forms.row import Row, on_pathway
from api.languages.words import phrase
from domain.data_classes import DataClass
from domain.pathway.person import IDENTITY

PERSON = (
    Row(
        "/pathways",
        phrase("Open a pathway"),
        phrase("For somebody you have just met. A first name is enough."),
        button=phrase("Open the pathway"),
        after="/pathways/{made}",
        seen_by=phrase("Your organisation alone sees this pathway, until it shares it."),
        lowest=DataClass.IDENTITY,
    ),
    on_pathway(
        "/identity",
        phrase("Say who the person is"),
        phrase("Only what they want to tell. Nothing here is required."),
        lowest=DataClass.IDENTITY,
    ),
    on_pathway(
        "/identity/correction",
        phrase("Correct the identity"),
        phrase("It is told again, whole. What was written before stays in the timeline."),
        known=known.identity,
        lowest=DataClass.IDENTITY,
        concern=lambda fact: isinstance(fact, IDENTITY),
    ),
    on_pathway(
        "/usual-name",
        phrase("Change how the person is called"),
        known=known.usual_name,
        lowest=DataClass.IDENTITY,
    ),
    on_pathway(
        "/interpreter-need",
        phrase("Say that an interpreter is needed"),
        lowest=DataClass.IDENTITY,
    ),
    on_pathway(
        "/interpreter-need/end",
        phrase("Say that no interpreter is needed any more"),
        lowest=DataClass.IDENTITY,
    ),
    on_pathway(
        "/living-situation", phrase("Say where the person lives"), known=known.living_situation
    ),
    on_pathway(
        "/death",
        phrase("Record that the person died"),
        phrase("Reminders stop at once. The day may be unknown."),
        lowest=DataClass.IDENTITY,
    ),
    on_pathway(
        "/death/withdrawal",
        phrase("Take back the record of a death"),
        phrase("The person is alive: it was recorded by mistake."),
        lowest=DataClass.IDENTITY,
    ),
)
