"""Forms about what an organisation is allowed and has for rapid tests."""

from api.console.forms import known
from api.console.forms.catalogue.seen_by import IN_SCREENING
from api.console.forms.row import Row
from api.languages.words import phrase

OFFICE = (
    Row(
        "/screening/authorisations",
        phrase("Add an authorisation for rapid tests"),
        **IN_SCREENING,
    ),
    Row(
        "/screening/authorisations/{authorisation_id}/end",
        phrase("End this authorisation"),
        **IN_SCREENING,
    ),
    Row(
        "/screening/trainings",
        phrase("Add a trained operator"),
        sources={"member_id": "colleagues"},
        **IN_SCREENING,
    ),
    Row(
        "/screening/trainings/{training_id}/end",
        phrase("End this training"),
        **IN_SCREENING,
    ),
    Row("/screening/lots", phrase("Add a lot of kits"), **IN_SCREENING),
    Row(
        "/screening/lots/{lot_id}/withdrawal",
        phrase("Take out this lot"),
        phrase("Because it was written by mistake."),
        **IN_SCREENING,
    ),
    Row(
        "/screening/lots/{lot_id}/recall",
        phrase("Recall this lot"),
        phrase("No test is made with it from now on."),
        **IN_SCREENING,
    ),
    Row(
        "/screening/anonymous-tests",
        phrase("Count anonymous tests"),
        phrase("Counts only: nobody is named here."),
        known=known.nothing,
        **IN_SCREENING,
    ),
    Row(
        "/screening/anonymous-tests/{count_id}/withdrawal",
        phrase("Take back this count of tests"),
        **IN_SCREENING,
    ),
)
