"""Public holidays of the territory that a time zone, or a setting, tells."""

from datetime import date
from functools import lru_cache

from holidays import country_holidays

from domain.reminders.hours import IsHoliday

FRANCE = "FR"
ALSACE_MOSELLE = "57"  # as Moselle has it: Good Friday and 26 December are holidays there
OVERSEAS = {
    "America/Guadeloupe": "971",
    "America/Martinique": "972",
    "America/Cayenne": "973",
    "Indian/Reunion": "974",
    "Indian/Mayotte": "976",
    "America/Miquelon": "PM",
    "America/St_Barthelemy": "BL",
    "America/Marigot": "MF",
    "Pacific/Noumea": "NC",
    "Pacific/Tahiti": "PF",
    "Pacific/Marquesas": "PF",
    "Pacific/Gambier": "PF",
    "Pacific/Wallis": "WF",
}


def holidays_of(zone: str, *, alsace_moselle: bool = False) -> IsHoliday:
    """The calendar of an overseas zone, and mainland France's for every other.

    No zone tells of Alsace and Moselle: whether that is where people are is a setting.
    """
    territory = OVERSEAS.get(zone, ALSACE_MOSELLE if alsace_moselle else None)
    return lambda day: day in _holidays(territory, day.year)


@lru_cache(maxsize=256)
def _holidays(territory: str | None, year: int) -> frozenset[date]:
    return frozenset(country_holidays(FRANCE, subdiv=territory, years=year))
