"""Words of fields about rights and referrals."""

from api.console.forms.labels.words import Labels, Words
from api.languages.words import phrase

RIGHTS: Labels = {
    "scheme": Words(phrase("Which right")),
    "documents": Words(
        phrase("Documents to ask for"), phrase("Tick none: those that the rules ask for.")
    ),
    "of_minor": Words(phrase("For a minor")),
    "/pathways/{pathway_id}/rights/non-take-up kind": Words(phrase("Why it is not used")),
    "on": Words(phrase("Day")),
    "paper": Words(phrase("Which paper proves it")),
    "issued_on": Words(phrase("Issued on")),
    "valid_until": Words(phrase("Valid until")),
    "despite_missing": Words(
        phrase("File even if a document is missing"), phrase("To save the date.")
    ),
    "missing": Words(phrase("What is missing")),
    "step": Words(phrase("Before whom")),
    "decision": Words(phrase("Answer")),
    "starts_on": Words(phrase("First day")),
    "ends_on": Words(phrase("Last day"), phrase("Leave it empty if it is not known.")),
    "period_starts_on": Words(
        phrase("Which days are wrong"), phrase("The first day, as it was written.")
    ),
    "service": Words(phrase("What for")),
    "target_id": Words(phrase("Organisation of the network")),
    "outside_service": Words(
        phrase("Or another service"), phrase("Its name, if it is not in the network.")
    ),
    "urgency": Words(phrase("How urgent")),
    "message": Words(phrase("A message for them")),
    "message.text": Words(phrase("Message")),
    "message.data_class": Words(phrase("How private the message is")),
    "draft_id": Words(phrase("From a draft")),
    "refused_by": Words(phrase("Who declined")),
    "effect": Words(phrase("What shows it")),
}
