"""Forms about rights: the papers, the file, the answer, the days of cover."""

from api.console.forms import known
from api.console.forms.row import on_pathway
from api.languages.words import phrase

RIGHTS = (
    on_pathway(
        "/rights",
        phrase("Apply for a right"),
        phrase("The documents that the rules ask for are listed by themselves."),
        later=("documents", "of_minor"),
        varies=True,
    ),
    on_pathway(
        "/rights/declaration",
        phrase("Note a right that the person already has"),
        order=("scheme",),
        varies=True,
    ),
    on_pathway(
        "/rights/non-take-up",
        phrase("Note a right that the person does not use"),
        phrase("They could have it and have not: say why."),
        varies=True,
    ),
    on_pathway("/rights/{right_id}/documents/{document}", phrase("Ask for this document")),
    on_pathway(
        "/rights/{right_id}/documents/{document}/collection",
        phrase("This document is here"),
        phrase("It is noted that it exists; no copy is kept."),
        known=known.today,
        sources={"paper": "papers"},
    ),
    on_pathway(
        "/rights/{right_id}/documents/{document}/rejection", phrase("This document will not do")
    ),
    on_pathway(
        "/rights/{right_id}/filing",
        phrase("File the application"),
        phrase("The time that the service has to answer starts that day."),
        known=known.today,
    ),
    on_pathway(
        "/rights/{right_id}/incompleteness",
        phrase("The service finds the file incomplete"),
        known=known.today,
    ),
    on_pathway(
        "/rights/{right_id}/completeness",
        phrase("The service finds the file complete"),
        known=known.today,
    ),
    on_pathway("/rights/{right_id}/opening", phrase("The right is granted")),
    on_pathway("/rights/{right_id}/refusal", phrase("The right is refused"), known=known.today),
    on_pathway(
        "/rights/{right_id}/implied-decision",
        phrase("The service let its time go by"),
        phrase("Where the meaning of this silence is certain."),
        known=known.today,
    ),
    on_pathway("/rights/{right_id}/appeal", phrase("Contest the refusal"), known=known.today),
    on_pathway(
        "/rights/{right_id}/appeal/decision",
        phrase("Note the answer to the appeal"),
        known=known.today,
    ),
    on_pathway("/rights/{right_id}/renewal-filing", phrase("File the renewal"), known=known.today),
    on_pathway(
        "/rights/{right_id}/renewal", phrase("The right is renewed"), known=known.next_period
    ),
    on_pathway(
        "/rights/{right_id}/suspension", phrase("The right is suspended"), known=known.today
    ),
    on_pathway(
        "/rights/{right_id}/restoration", phrase("The right is restored"), known=known.today
    ),
    on_pathway("/rights/{right_id}/end", phrase("The right ends"), known=known.today),
    on_pathway(
        "/rights/{right_id}/end/withdrawal",
        phrase("Take back the end of this right"),
        phrase("Because it was written by mistake."),
    ),
    on_pathway(
        "/rights/{right_id}/correction",
        phrase("Correct the dates of this right"),
        phrase("What was written before stays in the timeline."),
        known=known.period,
        order=("period_starts_on",),
    ),
    on_pathway(
        "/rights/{right_id}/withdrawal",
        phrase("Take out this right"),
        phrase("Because it was written by mistake."),
    ),
)
