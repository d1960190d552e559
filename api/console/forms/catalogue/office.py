"""Forms about what an organisation is allowed and has for rapid tests."""

from api.console.forms import known
from api.console.forms.row import Row
from api.languages.words import phrase

FIELD = "/field"

OFFICE = (
    Row("/screening/authorisations", phrase("Add an authorisation for rapid tests"), after=FIELD),
    Row(
        "/screening/authorisations/{authorisation_id}/end",
        phrase("End this authorisation"),
        after=FIELD,
    ),
    Row(
        "/screening/trainings",
        phrase("Add a trained operator"),
        sources={"member_id": "colleagues"},
        after=FIELD,
    ),
    Row("/screening/trainings/{training_id}/end", phrase("End this training"), after=FIELD),
    Row("/screening/lots", phrase("Add a lot of kits"), after=FIELD),
    Row(
        "/screening/lots/{lot_id}/withdrawal",
        phrase("Take out this lot"),
        phrase("Because it was written by mistake."),
        after=FIELD,
    ),
    Row(
        "/screening/lots/{lot_id}/recall",
        phrase("Recall this lot"),
        phrase("No test is made with it from now on."),
        after=FIELD,
    ),
    Row(
        "/screening/anonymous-tests",
        phrase("Count anonymous tests"),
        phrase("Counts only: nobody is named here."),
        known=known.nothing,
        after=FIELD,
    ),
    Row(
        "/screening/anonymous-tests/{count_id}/withdrawal",
        phrase("Take back this count of tests"),
        after=FIELD,
    ),
)
