"""Words of fields about appointments, follow-ups, notes, needs and debts."""

from api.console.forms.labels.words import Labels, Words
from api.languages.words import phrase

FOLLOWING: Labels = {
    "at": Words(
        phrase("When it happened, if not just now"), phrase("Leave it empty if it was today.")
    ),
    "when": Words(phrase("When")),
    "to.when": Words(phrase("New day and hour")),
    "kind": Words(phrase("What it is about")),
    "place": Words(phrase("Place")),
    "place_is_neutral": Words(
        phrase("Messages may name this place"), phrase("It tells nothing to whoever reads it.")
    ),
    "with_organisation": Words(phrase("With an organisation of the network")),
    "with_name": Words(phrase("Or with")),
    "needs": Words(phrase("To go there, the person needs")),
    "transport": Words(phrase("Transport")),
    "needs.interpreter": Words(phrase("An interpreter of")),
    "needs.accompaniment": Words(phrase("Somebody to go along")),
    "referral_id": Words(phrase("Because of a referral")),
    "by": Words(phrase("Who moved it")),
    "cancelled_by": Words(phrase("Who cancelled it")),
    "attendance": Words(phrase("What happened")),
    "text": Words(phrase("Note"), phrase("Facts and the person's words; no judgement.")),
    "mode": Words(phrase("How")),
    "minutes": Words(phrase("Minutes")),
    "themes": Words(phrase("What you talked about")),
    "next_step": Words(phrase("Next step")),
    "due_on": Words(phrase("Day")),
    "purpose": Words(phrase("What for")),
    "with_member": Words(phrase("By whom"), phrase("Leave it empty: whoever is there.")),
    "/pathways/{pathway_id}/contact-suspension until": Words(
        phrase("Last day"), phrase("Leave it empty: until they say so.")
    ),
    "journey.on": Words(phrase("Day")),
    "why": Words(phrase("Why")),
    "appointment_id": Words(phrase("For which appointment")),
    "travelled.kilometres": Words(phrase("Kilometres")),
    "travelled.outcome": Words(phrase("What came of it")),
    "how": Words(phrase("How")),
    "outcome": Words(phrase("What became of it")),
    "words": Words(phrase("In their words")),
    "non_take_up": Words(phrase("Why a right is not used")),
    "delays": Words(phrase("What it delays")),
    "/pathways/{pathway_id}/goals words": Words(phrase("What the person wants")),
    "hoped_by": Words(phrase("Hoped for by")),
    "care": Words(phrase("Care given up")),
    "given_up.scheme": Words(phrase("Or right given up")),
    "answers": Words(phrase("Questions")),
    "creditor": Words(phrase("Who asks for it")),
    "cents": Words(phrase("Amount"), phrase("In euros. Leave it empty if it is not known.")),
    "debt.named": Words(phrase("Name of whoever asks for it")),
    "since": Words(phrase("Day of the bill")),
    "state": Words(phrase("Where it stands")),
}
