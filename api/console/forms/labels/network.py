"""Words of fields about organisations, their members and mandates."""

from api.console.forms.labels.words import Labels, Words
from api.languages.words import phrase

NETWORK: Labels = {
    "name": Words(phrase("Name")),
    "description.kind": Words(phrase("What kind of organisation")),
    "territory": Words(phrase("Territory")),
    "call_back": Words(phrase("Number to call back")),
    "time_zone": Words(phrase("Time zone"), phrase("Such as Europe/Paris.")),
    "profession": Words(phrase("Profession")),
    "status": Words(phrase("Status")),
    "roles": Words(phrase("Roles")),
    "human_id": Words(phrase("Somebody already in the network")),
    "last_day": Words(phrase("Last day")),
    "first_day": Words(phrase("First day")),
    "from_id": Words(phrase("Whose caseload")),
    "to_id": Words(phrase("To whom")),
    "pathway_ids": Words(phrase("Only these pathways"), phrase("Tick none: all of them.")),
    "auditor_id": Words(phrase("Auditor")),
    "/mandates organisation_id": Words(phrase("For which organisation")),
    "reach": Words(phrase("How far")),
    "scope.ids": Words(phrase("Which ones")),
    "starts": Words(phrase("First day")),
    "/mandates starts": Words(phrase("Begins"), phrase("Leave it empty: from now on.")),
    "/facilities kind": Words(phrase("What kind of facility")),
    "/facilities/{facility_id}/capacities kind": Words(phrase("What kind of place")),
}
