"""The words of figures: what each one is called, what it means, and what its categories are."""

from collections.abc import Mapping

from api.languages.words import phrase
from domain.observatory.indicators import Indicator
from domain.pathway.opening import MetAt

NAMES = {
    Indicator.PEOPLE_MET: phrase("People met"),
    Indicator.PEOPLE_NEW: phrase("People met for the first time"),
}
DEFINITIONS = {
    Indicator.PEOPLE_MET: phrase(
        "Different people with a first meeting, a kept appointment, a follow-up, an interview or "
        "an accompaniment on one of these days; somebody met twice is counted once."
    ),
    Indicator.PEOPLE_NEW: phrase(
        "People whose first meeting is on one of these days, by where they were met."
    ),
}
PEOPLE, TIMES = phrase("people"), phrase("times")
UNITS = {Indicator.PEOPLE_MET: PEOPLE, Indicator.PEOPLE_NEW: PEOPLE}  # what is not listed: times
CATEGORIES: Mapping[str, str] = {
    MetAt.FOOD_DISTRIBUTION: phrase("Food distribution"),
    MetAt.HOME_VISIT: phrase("Home visit"),
    MetAt.SHELTER: phrase("Shelter"),
    MetAt.MOBILE_TOUR: phrase("Mobile tour"),
    MetAt.HEALTH_DAY: phrase("Health day"),
    MetAt.OFFICE: phrase("At the office"),
    MetAt.REFERRED: phrase("Sent by another service"),
    MetAt.OTHER: phrase("Other"),
}
