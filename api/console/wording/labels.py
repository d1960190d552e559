"""What a value of the domain is called on a page, in a few words; gettext says them in a language.

Values of two kinds may be the same text ("other"), so they are looked up by their kind first.
"""

from enum import StrEnum

from api.console.wording.activities import ACTIVITIES
from api.console.wording.appointments import APPOINTMENTS
from api.console.wording.call_words import CALL_WORDS
from api.console.wording.figures import FIGURES
from api.console.wording.following import FOLLOWING
from api.console.wording.looking import LOOKING
from api.console.wording.needs import NEEDS
from api.console.wording.people import PEOPLE
from api.console.wording.referrals import REFERRALS
from api.console.wording.reminders import REMINDERS
from api.console.wording.rights import RIGHTS
from api.console.wording.screening import SCREENING
from api.console.wording.sharing import SHARING
from api.console.wording.stays import STAYS
from api.console.wording.tables import Tables

TABLES: Tables = {
    **PEOPLE,
    **SHARING,
    **REFERRALS,
    **RIGHTS,
    **APPOINTMENTS,
    **FOLLOWING,
    **NEEDS,
    **SCREENING,
    **STAYS,
    **ACTIVITIES,
    **CALL_WORDS,
    **REMINDERS,
    **LOOKING,
    **FIGURES,
}


def label(value: StrEnum) -> str:
    """The English words of a value, for gettext; KeyError for what no page shows."""
    return TABLES[type(value)][value]
