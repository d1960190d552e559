"""Forms about who shares the pathway, and who leads it."""

from api.console.forms.row import on_pathway
from api.languages.words import phrase
from domain.data_classes import DataClass

CIRCLE = (
    on_pathway(
        "/circle/invitations",
        phrase("Invite an organisation"),
        phrase("It will see what a consent opens to it, or what the care team shares."),
        order=("organisation_id", "in_care_team"),
    ),
    on_pathway(
        "/circle/acceptance",
        phrase("Accept the invitation"),
        phrase("Your organisation then takes part in this pathway."),
        button=phrase("Accept"),
        looks=False,
    ),
    on_pathway(
        "/circle/refusal",
        phrase("Decline the invitation"),
        button=phrase("Decline"),
        looks=False,
        after="/",
    ),
    on_pathway(
        "/circle/departure",
        phrase("Leave the circle"),
        phrase("Your organisation no longer takes part, and sees no more of this pathway."),
        button=phrase("Leave"),
        after="/",
    ),
    on_pathway("/referent", phrase("Name the referent"), sources={"referent_id": "colleagues"}),
    on_pathway(
        "/closing",
        phrase("End the follow-up of your organisation"),
        phrase("The other organisations go on. It can be taken up again."),
    ),
    on_pathway("/reopening", phrase("Follow this person again")),
    on_pathway(
        "/circle/requests",
        phrase("Ask to take part"),
        phrase("The referent answers, with the person."),
        button=phrase("Ask"),
        looks=False,
        after="/",
    ),
    on_pathway(
        "/circle/requests/answers",
        phrase("Answer a request to take part"),
        sources={"organisation_id": "asking"},
    ),
    on_pathway(
        "/emergency-access",
        phrase("Open this pathway in a vital emergency"),
        phrase("For a few hours, for a reason that is reviewed. The referent is told."),
        button=phrase("Open the pathway"),
        looks=False,
        lowest=DataClass.SOCIAL,
    ),
    on_pathway(
        "/emergency-access/{access_id}/review",
        phrase("Review an emergency access"),
        looks=False,  # a coordinator reviews it, who opens no pathway
    ),
)
