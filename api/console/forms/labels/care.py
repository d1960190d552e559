"""Words of fields about care, rapid tests and stays."""

from api.console.forms.labels.words import Labels, Words
from api.languages.words import phrase

CARE: Labels = {
    "facility_id": Words(phrase("Facility")),
    "professional_id": Words(phrase("Professional")),
    "is_new": Words(phrase("Somebody new there?")),
    "orientation": Words(phrase("Towards whom")),
    "counted.count": Words(phrase("How many")),
    "relay.organisation_id": Words(phrase("Organisation of the network")),
    "relay.named": Words(phrase("Or somebody outside")),
    "said_by": Words(phrase("Who answers")),
    "workshop_id": Words(phrase("Workshop")),
    "of_session": Words(phrase("Session")),
    "came": Words(phrase("Did the person come?")),
    "was_nameless": Words(
        phrase("Was counted there without a name"), phrase("The sum then stays the same.")
    ),
    "kinds": Words(phrase("Which tests")),
    "informed": Words(phrase("Were advantages and limits told?")),
    "lot_id": Words(phrase("Kit")),
    "sample": Words(phrase("Sample")),
    "operator_id": Words(phrase("Made by"), phrase("Leave it empty: you.")),
    "repeats": Words(phrase("Repeats a test")),
    "result": Words(phrase("Result")),
    "laboratory": Words(phrase("Laboratory")),
    "ask.kind": Words(phrase("What kind of place")),
    "ask.days": Words(phrase("Days")),
    "days.starts": Words(phrase("First day")),
    "days.until": Words(phrase("Until"), phrase("The day of leaving.")),
    "openly": Words(
        phrase("The person has nothing against it being known"),
        phrase("Otherwise the stay is kept discreet."),
    ),
    "declined_by": Words(phrase("Who declined")),
    "until": Words(phrase("Until")),
    "destination": Words(phrase("Where the person goes")),
    "kit.kind": Words(phrase("Which test")),
    "kit.reference": Words(phrase("Reference of the kit")),
    "kit.lot": Words(phrase("Lot")),
    "expires_on": Words(phrase("Expires on")),
    "window": Words(phrase("When it can be read")),
    "from_minutes": Words(phrase("After so many minutes")),
    "until_minutes": Words(phrase("Within so many minutes")),
    "reference": Words(phrase("Reference")),
    "counts": Words(phrase("Results")),
    "negative": Words(phrase("Negative")),
    "positive": Words(phrase("Positive")),
    "invalid": Words(phrase("Invalid")),
    "activity_id": Words(phrase("During which activity")),
}
