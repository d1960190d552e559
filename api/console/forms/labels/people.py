"""Words of fields about the person, their household and how to reach them."""

from api.console.forms.labels.words import Labels, Words
from api.languages.words import phrase

PEOPLE: Labels = {
    "called": Words(phrase("What the person wants to be called")),
    "met_at": Words(phrase("Where you met")),
    "family_name": Words(phrase("Family name")),
    "given_names": Words(phrase("Given names")),
    "in_latin": Words(
        phrase("Name in Latin letters"),
        phrase("As a document writes it, if another script is used."),
    ),
    "born": Words(phrase("Born")),
    "died": Words(phrase("When")),
    "year": Words(phrase("Year")),
    "month": Words(phrase("Month"), phrase("A number from 1 to 12.")),
    "born.day": Words(phrase("Day")),
    "died.day": Words(phrase("Day")),
    "approximate": Words(phrase("This is not certain")),
    "birth_country": Words(phrase("Country of birth")),
    "gender": Words(phrase("Gender")),
    "language": Words(phrase("Language")),
    "housing": Words(phrase("Where they live")),
    "commune": Words(phrase("Commune"), phrase("Its INSEE code: five characters, such as 63338.")),
    "point.kind": Words(phrase("What kind of contact")),
    "point.reach": Words(
        phrase("Number or address"),
        phrase("A telephone number such as +33612345678, or an address."),
    ),
    "through": Words(phrase("Through whom"), phrase("If somebody else passes messages on.")),
    "safe": Words(
        phrase("It is safe"),
        phrase("Nobody else reads or hears it. If in doubt, leave it unticked."),
    ),
    "point.holder_id": Words(phrase("Whose it is, if a parent's")),
    "composition.kind": Words(phrase("What kind of household")),
    "adults": Words(phrase("Adults")),
    "children": Words(phrase("Children")),
    "child.called": Words(phrase("First name of the child")),
    "lives_with_person": Words(phrase("Lives with the person")),
    "child.pathway_id": Words(phrase("The child's own pathway")),
    "child_pathway_id": Words(phrase("The child's own pathway")),
    "child_id": Words(
        phrase("For which child"), phrase("Leave it empty for the person, if a minor.")
    ),
    "holder": Words(phrase("Who has it")),
    "/pathways/{pathway_id}/household/parental-authority name": Words(phrase("Name")),
    "because": Words(phrase("Why")),
    "contact_id": Words(phrase("At which contact"), phrase("Leave it empty for all of them.")),
    "told_by": Words(phrase("How they said so")),
    "linked_id": Words(phrase("The other pathway")),
    "is_here": Words(phrase("Is it about the person of this pathway?")),
    "belongs_to": Words(
        phrase("Where it belongs"),
        phrase("Leave it empty if you do not know: it is only erased here."),
    ),
    "reason": Words(phrase("Why")),
}
