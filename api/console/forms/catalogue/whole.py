"""Every form there is, and the routes that nobody fills in by hand."""

from collections.abc import Mapping

from api.console.forms.catalogue.activities import ACTIVITIES
from api.console.forms.catalogue.appointments import APPOINTMENTS
from api.console.forms.catalogue.care import CARE
from api.console.forms.catalogue.circle import CIRCLE
from api.console.forms.catalogue.contacts import CONTACTS
from api.console.forms.catalogue.following import FOLLOWING
from api.console.forms.catalogue.household import HOUSEHOLD
from api.console.forms.catalogue.needs import NEEDS
from api.console.forms.catalogue.network import NETWORK_ROWS
from api.console.forms.catalogue.office import OFFICE
from api.console.forms.catalogue.person import PERSON
from api.console.forms.catalogue.referrals import REFERRALS
from api.console.forms.catalogue.rights import RIGHTS
from api.console.forms.catalogue.sharing import SHARING
from api.console.forms.catalogue.stays import STAYS
from api.console.forms.catalogue.whole_person import WHOLE_PERSON

ROWS = (
    *PERSON,
    *CONTACTS,
    *HOUSEHOLD,
    *CIRCLE,
    *SHARING,
    *RIGHTS,
    *REFERRALS,
    *APPOINTMENTS,
    *FOLLOWING,
    *NEEDS,
    *CARE,
    *STAYS,
    *WHOLE_PERSON,
    *ACTIVITIES,
    *OFFICE,
    *NETWORK_ROWS,
)

NOT_A_PERSONS: Mapping[str, str] = {
    "/v1/sessions": "signing in has its own page",
    "/v1/password-resets": "signing in has its own page",
    "/v1/password-resets/completion": "the letter leads to its own page",
    "/v1/pathways/{pathway_id}/rights/{right_id}/expiry": "a right ends by its own clock",
    "/v1/deliveries": "a gateway tells what became of a text",
    "/v1/searches": "it records nothing: the search stands on the list of people",
    "/v1/publications": "what is to be published is tried out first, on the observatory's pages",
    "/v1/activities/{activity_id}/contacts": "quick contacts are three taps, in the field",
    "/password-reset": "a page of its own",
    "/r/{token}": "the person answers a reminder",
}
