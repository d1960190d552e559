"""Forms about what an organisation does that is about nobody in particular."""

from api.console.forms import known
from api.console.forms.catalogue.seen_by import ACTIVITY_MADE, IN_FIELD, ON_ACTIVITY
from api.console.forms.row import Row
from api.languages.words import phrase

TEAM = {"happening.team": "colleagues", "happening.partners": "organisations"}
COUNTED = phrase("Counts only: nobody is named here.")

ACTIVITIES = (
    Row(
        "/activities/outreach-sessions",
        phrase("Open an outreach session"),
        known=known.happening_now,
        sources=TEAM,
        order=("kind",),
        **ACTIVITY_MADE,
    ),
    Row(
        "/activities/outreach-sessions/{activity_id}/correction",
        phrase("Correct the outreach session"),
        known=known.activity,
        sources=TEAM,
        order=("kind",),
        **ON_ACTIVITY,
    ),
    Row(
        "/activities/{activity_id}/tally",
        phrase("Count who was met"),
        COUNTED,
        **ON_ACTIVITY,
    ),
    Row(
        "/activities/health-days",
        phrase("Record a health day"),
        COUNTED,
        known=known.happening_now,
        sources=TEAM,
        **ACTIVITY_MADE,
    ),
    Row(
        "/activities/health-days/{activity_id}/correction",
        phrase("Correct the health day"),
        known=known.activity,
        sources=TEAM,
        **ON_ACTIVITY,
    ),
    Row(
        "/activities/preventions",
        phrase("Record a prevention action"),
        COUNTED,
        known=known.happening_now,
        sources=TEAM,
        **ACTIVITY_MADE,
    ),
    Row(
        "/activities/preventions/{activity_id}/correction",
        phrase("Correct the prevention action"),
        known=known.activity,
        sources=TEAM,
        **ON_ACTIVITY,
    ),
    Row(
        "/activities/trainings",
        phrase("Record a training given"),
        COUNTED,
        known=known.happening_now,
        sources=TEAM,
        **ACTIVITY_MADE,
    ),
    Row(
        "/activities/trainings/{activity_id}/correction",
        phrase("Correct the training given"),
        known=known.activity,
        sources=TEAM,
        **ON_ACTIVITY,
    ),
    Row(
        "/activities/bodies",
        phrase("Record a body attended"),
        known=known.happening_now,
        sources=TEAM,
        **ACTIVITY_MADE,
    ),
    Row(
        "/activities/bodies/{activity_id}/correction",
        phrase("Correct the body attended"),
        known=known.activity,
        sources=TEAM,
        **ON_ACTIVITY,
    ),
    Row(
        "/activities/{activity_id}/withdrawal",
        phrase("Take out this activity"),
        phrase("Because it was written by mistake."),
        **IN_FIELD,
    ),
    Row(
        "/activities/workshops",
        phrase("Open a workshop"),
        known=known.happening_now,
        sources=TEAM,
        **ACTIVITY_MADE,
    ),
    Row(
        "/activities/workshops/{activity_id}/correction",
        phrase("Correct the workshop"),
        known=known.activity,
        sources=TEAM,
        **ON_ACTIVITY,
    ),
    Row(
        "/activities/workshops/{activity_id}/sessions",
        phrase("Plan a session of the workshop"),
        **ON_ACTIVITY,
    ),
    Row(
        "/activities/workshops/{activity_id}/sessions/{session_id}/count",
        phrase("Correct the counts of the session"),
        COUNTED,
        **ON_ACTIVITY,
    ),
    Row(
        "/activities/workshops/{activity_id}/sessions/{session_id}/holding",
        phrase("The session was held"),
        phrase("Those who gave a name are told on their pathways; the others are counted here."),
        **ON_ACTIVITY,
    ),
    Row(
        "/activities/workshops/{activity_id}/sessions/{session_id}/withdrawal",
        phrase("Take out this session of the workshop"),
        **ON_ACTIVITY,
    ),
    Row(
        "/activities/{activity_id}/contacts/{contact_id}/pathway",
        phrase("Open a pathway for somebody met there"),
        phrase("For somebody you have just met. A first name is enough."),
        button=phrase("Open"),
        **ON_ACTIVITY,
    ),
    Row(
        "/activities/{activity_id}/contacts/{contact_id}/withdrawal",
        phrase("Take out this contact"),
        phrase("Because it was written by mistake."),
        **ON_ACTIVITY,
    ),
)
