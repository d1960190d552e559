"""Words of fields about who shares what, on which ground."""

from api.console.forms.labels.words import Labels, Words
from api.languages.words import phrase

PRIVATE = Words(phrase("How private it is"), phrase("It decides who may read it."))

SHARING: Labels = {
    "data_class": PRIVATE,
    "organisation_id": Words(phrase("Organisation")),
    "in_care_team": Words(
        phrase("As part of the care team"),
        phrase("The person was informed: it shares without a further consent."),
    ),
    "/pathways/{pathway_id}/circle/invitations data_class": Words(
        phrase("How private it is that it takes part")
    ),
    "/pathways/{pathway_id}/circle/requests/answers data_class": Words(
        phrase("How private it is that it takes part")
    ),
    "referent_id": Words(phrase("Referent")),
    "accepted": Words(phrase("Accepted")),
    "decided_by": Words(phrase("Who decided")),
    "means": Words(phrase("How it was explained")),
    "with_interpreter": Words(phrase("With an interpreter")),
    "notice": Words(phrase("Version of the notice"), phrase("As printed on it, such as notice-1.")),
    "recipients": Words(phrase("With whom")),
    "organisations": Words(phrase("Organisations")),
    "recipients.members": Words(phrase("Named members only")),
    "classes": Words(phrase("What is shared")),
    "purposes": Words(phrase("What for")),
    "consent.starts": Words(phrase("Begins"), phrase("Leave it empty: from now on.")),
    "consent.until": Words(phrase("Until"), phrase("Leave it empty: until they take it back.")),
    "consent.form": Words(phrase("How it was given")),
    "consent.interpreter": Words(phrase("Language it was explained in")),
    "member_id": Words(phrase("Member")),
    "/pathways/{pathway_id}/sharing/objections organisation_id": Words(
        phrase("This organisation"), phrase("Choose an organisation, or one member.")
    ),
    "/pathways/{pathway_id}/sharing/objections member_id": Words(phrase("Or this member")),
    "basis": Words(phrase("On which basis")),
    "named": Words(phrase("Named members")),
    "family": Words(phrase("Whether the family was told")),
    "hours": Words(phrase("For how many hours")),
    "/pathways/{pathway_id}/emergency-access words": Words(phrase("What makes it necessary")),
    "verdict": Words(phrase("Was it right?")),
    "/pathways/{pathway_id}/emergency-access/{access_id}/review words": Words(
        phrase("What you found")
    ),
}
