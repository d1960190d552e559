"""Forms about places and stays."""

from api.console.forms import known
from api.console.forms.catalogue.seen_by import FACILITY_MADE, IN_CONSULTATIONS, OF_FACILITY
from api.console.forms.row import Row, on_pathway
from api.languages.words import phrase

STAYS = (
    on_pathway(
        "/stays",
        phrase("Request a place"),
        phrase("It is kept for a while, until the facility answers."),
        sources={"ask.facility_id": "facilities"},
        varies=True,
    ),
    on_pathway("/stays/{stay_id}/offer", phrase("Offer the place"), button=phrase("Offer")),
    on_pathway("/stays/{stay_id}/acceptance", phrase("Accept the place"), button=phrase("Accept")),
    on_pathway("/stays/{stay_id}/refusal", phrase("Decline the place"), button=phrase("Decline")),
    on_pathway("/stays/{stay_id}/start", phrase("The person moves in"), known=known.today),
    on_pathway("/stays/{stay_id}/extension", phrase("Extend the stay"), known=known.stay),
    on_pathway("/stays/{stay_id}/end", phrase("The person leaves"), known=known.today),
    on_pathway(
        "/stays/{stay_id}/withdrawal",
        phrase("Take out this stay"),
        phrase("Because it was written by mistake."),
    ),
    Row(
        "/facilities",
        phrase("Add a facility"),
        known=known.own_organisation,
        sources={"organisation_id": "own_organisation"},
        **FACILITY_MADE,
    ),
    Row(
        "/facilities/{facility_id}/capacities",
        phrase("Declare how many places there are"),
        known=known.today,
        **OF_FACILITY,
    ),
    Row(
        "/facilities/{facility_id}/consultations",
        phrase("Count consultations"),
        phrase("Of people who have no pathway."),
        known=known.today,
        **IN_CONSULTATIONS,
    ),
    Row(
        "/facilities/{facility_id}/consultations/{year}/{entry_id}/withdrawal",
        phrase("Take back this count"),
        **IN_CONSULTATIONS,
    ),
)
