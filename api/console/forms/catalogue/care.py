"""Forms about care: consultations, a psychologist's sessions, workshops, rapid tests."""

from api.console.forms import known
from api.console.forms.row import on_pathway
from api.languages.words import phrase
from domain.data_classes import DataClass

MENTAL, SCREENING_CLASS = DataClass.MENTAL_HEALTH, DataClass.SCREENING

CARE = (
    on_pathway(
        "/consultations",
        phrase("Record a consultation"),
        known=known.today,
        sources={"facility_id": "health_facilities"},
        lowest=DataClass.HEALTH,
        varies=True,
    ),
    on_pathway(
        "/consultations/{consultation_id}/withdrawal",
        phrase("Take out this consultation"),
        phrase("Because it was written by mistake."),
        lowest=DataClass.HEALTH,
    ),
    on_pathway("/psychology/sessions", phrase("Record a session"), lowest=MENTAL),
    on_pathway(
        "/psychology/sessions/{session_id}/withdrawal",
        phrase("Take out this session"),
        phrase("Because it was written by mistake."),
        lowest=MENTAL,
    ),
    on_pathway(
        "/psychology/relays",
        phrase("Propose a relay to somebody outside"),
        lowest=MENTAL,
    ),
    on_pathway("/psychology/relays/{relay_id}/answer", phrase("Note the answer"), lowest=MENTAL),
    on_pathway(
        "/psychology/relays/{relay_id}/start",
        phrase("The relay has begun"),
        known=known.today,
        lowest=MENTAL,
    ),
    on_pathway(
        "/workshops",
        phrase("Take a place in a workshop"),
        varies=True,
    ),
    on_pathway("/workshops/{attendance_id}/attendance", phrase("Say whether the person came")),
    on_pathway("/workshops/{attendance_id}/withdrawal", phrase("Give up the place")),
    on_pathway(
        "/screening/consents",
        phrase("Record consent to a rapid test"),
        phrase("Once its advantages and limits were told. It is free, and may be taken back."),
        lowest=SCREENING_CLASS,
    ),
    on_pathway(
        "/screening/consents/{test_consent_id}/withdrawal",
        phrase("The person no longer wants a test"),
        lowest=SCREENING_CLASS,
    ),
    on_pathway("/screening/tests", phrase("Make a rapid test"), lowest=SCREENING_CLASS),
    on_pathway(
        "/screening/tests/{test_id}/reading",
        phrase("Read the rapid test"),
        phrase("A positive one is not a diagnosis: it leads to a laboratory."),
        lowest=SCREENING_CLASS,
    ),
    on_pathway(
        "/screening/tests/{test_id}/correction",
        phrase("Correct the reading"),
        lowest=SCREENING_CLASS,
    ),
    on_pathway(
        "/screening/tests/{test_id}/withdrawal",
        phrase("Take out this test"),
        phrase("Because it was written by mistake."),
        lowest=SCREENING_CLASS,
    ),
    on_pathway(
        "/screening/tests/{test_id}/confirmation",
        phrase("Ask a laboratory to confirm"),
        lowest=SCREENING_CLASS,
    ),
    on_pathway(
        "/screening/tests/{test_id}/confirmation/refusal",
        phrase("The person wants no confirmation"),
        lowest=SCREENING_CLASS,
    ),
    on_pathway(
        "/screening/tests/{test_id}/confirmation/result",
        phrase("Note what the laboratory says"),
        lowest=SCREENING_CLASS,
    ),
    on_pathway(
        "/screening/tests/{test_id}/confirmation/result/correction",
        phrase("Correct what the laboratory says"),
        lowest=SCREENING_CLASS,
    ),
    on_pathway(
        "/screening/tests/{test_id}/confirmation/result/telling",
        phrase("The result was told to the person"),
        phrase("In a meeting, not by message."),
        lowest=SCREENING_CLASS,
    ),
)
