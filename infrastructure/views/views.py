"""All the views, to read."""

from infrastructure.views.activities import ActivitiesReader
from infrastructure.views.agenda import AgendaReader
from infrastructure.views.duplicates import DuplicatesReader
from infrastructure.views.emergencies import EmergenciesReader
from infrastructure.views.invitations import InvitationsReader
from infrastructure.views.names import NamesReader
from infrastructure.views.observatory import ObservatoryReader
from infrastructure.views.organisations import OrganisationsReader
from infrastructure.views.referrals import ReferralsReader


class ViewTables(
    NamesReader,
    ReferralsReader,
    AgendaReader,
    EmergenciesReader,
    InvitationsReader,
    DuplicatesReader,
    OrganisationsReader,
    ObservatoryReader,
    ActivitiesReader,
):
    """The use cases' `Views`, over the tables that the projector keeps."""
