"""Forms about appointments and going there."""

from api.console.forms import known
from api.console.forms.row import on_pathway
from api.languages.words import phrase

APPOINTMENTS = (
    on_pathway(
        "/appointments",
        phrase("Book an appointment"),
        phrase("Reminders say the place only where you tell that it is neutral."),
        order=("when",),
        varies=True,
    ),
    on_pathway(
        "/appointments/{appointment_id}/move",
        phrase("Move the appointment"),
        known=known.appointment_to_move,
        order=("to.when",),
    ),
    on_pathway("/appointments/{appointment_id}/cancellation", phrase("Cancel the appointment")),
    on_pathway(
        "/appointments/{appointment_id}/attendance",
        phrase("The person came"),
    ),
    on_pathway("/appointments/{appointment_id}/absence", phrase("The person did not come")),
    on_pathway(
        "/appointments/{appointment_id}/attendance/correction",
        phrase("Correct who came"),
        known=known.attendance,
    ),
    on_pathway(
        "/appointments/{appointment_id}/needs",
        phrase("Say what the person needs to go there"),
        known=known.needs_to_go,
    ),
    on_pathway(
        "/appointments/{appointment_id}/transport-arrangement",
        phrase("Transport is arranged"),
        phrase("Whoever brings the person agreed to, for the present time."),
    ),
    on_pathway(
        "/accompaniments",
        phrase("Plan to go with the person"),
        known=known.journey,
        varies=True,
    ),
    on_pathway("/accompaniments/{accompaniment_id}/completion", phrase("You went with the person")),
    on_pathway("/accompaniments/{accompaniment_id}/refusal", phrase("Nobody goes along")),
    on_pathway(
        "/accompaniments/{accompaniment_id}/withdrawal",
        phrase("Take out this accompaniment"),
        phrase("Because it was written by mistake."),
    ),
)
