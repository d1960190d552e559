"""Words of fields about activities."""

from api.console.forms.labels.words import Labels, Words
from api.languages.words import phrase

ACTIVITIES: Labels = {
    "/activities/outreach-sessions kind": Words(phrase("What kind of outreach")),
    "/activities/outreach-sessions/{activity_id}/correction kind": Words(
        phrase("What kind of outreach")
    ),
    "starts_at": Words(phrase("Begins")),
    "ends_at": Words(phrase("Ends")),
    "team": Words(phrase("Team")),
    "partners": Words(phrase("Partners")),
    "kilometres": Words(phrase("Kilometres")),
    "people": Words(phrase("How many people")),
    "free": Words(phrase("Free of charge")),
    "open_to_all": Words(phrase("Open to all")),
    "other_partners": Words(phrase("Other partners"), phrase("One a line.")),
    "stands": Words(phrase("Stands")),
    "kept_by": Words(phrase("Kept by")),
    "by_theme": Words(phrase("People met by theme")),
    "tests": Words(phrase("Anonymous tests")),
    "orientations": Words(phrase("Referrals proposed")),
    "theme": Words(phrase("Theme")),
    "audience": Words(phrase("For whom")),
    "subject": Words(phrase("Subject")),
    "training.form": Words(phrase("Form")),
    "participants": Words(phrase("Who took part")),
    "body.name": Words(phrase("Name of the body")),
    "level": Words(phrase("Level")),
    "leaders": Words(phrase("Led by")),
    "places": Words(phrase("Places")),
    "setting": Words(phrase("Where it takes place")),
    "nameless": Words(phrase("People without a name")),
    "/activities/workshops/{activity_id}/sessions/{session_id}/count children": Words(
        phrase("Children looked after meanwhile")
    ),
    "/activities/workshops/{activity_id}/sessions/{session_id}/holding children": Words(
        phrase("Children looked after meanwhile")
    ),
    "ages": Words(phrase("Ages")),
    "sexes": Words(phrase("Women and men")),
    "tally.needs": Words(phrase("Needs"), phrase("Somebody may have several.")),
}
