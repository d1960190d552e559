"""Forms about what the person needs, wants, lacks or gave up."""

from api.console.forms.row import on_pathway
from api.languages.words import phrase

NEEDS = (
    on_pathway("/needs", phrase("Note a need"), varies=True),
    on_pathway("/needs/{need_id}/closing", phrase("Say what became of this need")),
    on_pathway(
        "/needs/{need_id}/withdrawal",
        phrase("Take out this need"),
        phrase("It never was the person's."),
    ),
    on_pathway(
        "/goals",
        phrase("Agree on a goal"),
        phrase("In the person's own words."),
        varies=True,
    ),
    on_pathway("/goals/{goal_id}/achievement", phrase("This goal is reached")),
    on_pathway("/goals/{goal_id}/abandonment", phrase("The person no longer wants this")),
    on_pathway(
        "/obstacles",
        phrase("Note an obstacle"),
        phrase("What stands in the way, and what it delays."),
        sources={"delays": "delayed"},
        varies=True,
    ),
    on_pathway("/obstacles/{obstacle_id}/lifting", phrase("This obstacle is out of the way")),
    on_pathway(
        "/renunciations",
        phrase("Note that care or a right was given up"),
        varies=True,
    ),
    on_pathway("/renunciations/{renunciation_id}/outcome", phrase("Say what it led to")),
    on_pathway(
        "/epices",
        phrase("Answer the EPICES questionnaire"),
        phrase("Eleven questions, read together; the score is worked out by itself."),
    ),
    on_pathway(
        "/epices/{questionnaire_id}/withdrawal",
        phrase("Take out this questionnaire"),
        phrase("Because it was written by mistake."),
    ),
    on_pathway("/debts", phrase("Note a debt of care"), varies=True),
    on_pathway("/debts/{debt_id}/progress", phrase("Say where this debt stands")),
    on_pathway("/debts/{debt_id}/settlement", phrase("This debt is settled")),
    on_pathway(
        "/debts/{debt_id}/withdrawal",
        phrase("Take out this debt"),
        phrase("Because it was written by mistake."),
    ),
)
