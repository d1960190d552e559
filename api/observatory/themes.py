"""Which figures are read together: one theme for each indicator."""

from collections.abc import Mapping
from enum import StrEnum

from api.languages.words import phrase
from domain.observatory.indicators import Indicator


class Theme(StrEnum):
    PEOPLE = "people"
    ACTIVITIES = "activities"
    NEEDS = "needs"
    RIGHTS = "rights"
    REFERRALS = "referrals"
    MEDIATION = "mediation"
    SCREENING = "screening"
    PLACES = "places"
    DEBTS = "debts"
    WORK = "work"


NAMES: Mapping[Theme, str] = {
    Theme.PEOPLE: phrase("People"),
    Theme.ACTIVITIES: phrase("Activities"),
    Theme.NEEDS: phrase("Needs and obstacles"),
    Theme.RIGHTS: phrase("Rights"),
    Theme.REFERRALS: phrase("Referrals"),
    Theme.MEDIATION: phrase("Appointments and mediation"),
    Theme.SCREENING: phrase("Screening"),
    Theme.PLACES: phrase("Places and stays"),
    Theme.DEBTS: phrase("Care debts"),
    Theme.WORK: phrase("Time given"),
}
INDICATORS: Mapping[Theme, tuple[Indicator, ...]] = {
    Theme.PEOPLE: (Indicator.PEOPLE_MET, Indicator.PEOPLE_NEW, Indicator.NAMELESS_MET),
    Theme.ACTIVITIES: (
        Indicator.ACTIVITIES,
        Indicator.ACTIVITY_PEOPLE,
        Indicator.ACTIVITY_KILOMETRES,
        Indicator.ANONYMOUS_TESTS,
        Indicator.ORIENTATIONS_PROPOSED,
    ),
    Theme.NEEDS: (
        Indicator.NEEDS,
        Indicator.OBSTACLES,
        Indicator.OBSTACLES_LIFTED,
        Indicator.DAYS_TO_LIFT,
        Indicator.RENUNCIATIONS,
        Indicator.RENUNCIATIONS_LED_TO,
    ),
    Theme.RIGHTS: (
        Indicator.NON_TAKE_UP,
        Indicator.RIGHTS_OPENED,
        Indicator.RIGHTS_REFUSED,
        Indicator.DAYS_TO_RIGHT,
        Indicator.DAYS_WITHOUT_COVER,
    ),
    Theme.REFERRALS: (
        Indicator.REFERRALS_MADE,
        Indicator.REFERRALS_ANSWERED,
        Indicator.DAYS_TO_ANSWER,
        Indicator.REFERRALS_EFFECTIVE,
    ),
    Theme.MEDIATION: (
        Indicator.APPOINTMENTS,
        Indicator.INTERVIEWS,
        Indicator.INTERVIEW_MINUTES,
        Indicator.ACCOMPANIMENTS,
        Indicator.ACCOMPANIMENT_MINUTES,
        Indicator.ACCOMPANIMENT_KILOMETRES,
        Indicator.MEDIATIONS_ENDED,
        Indicator.BUFFER_SESSIONS,
        Indicator.DAYS_TO_PSYCHOLOGY,
    ),
    Theme.SCREENING: (Indicator.RAPID_TESTS, Indicator.CONFIRMATIONS),
    Theme.PLACES: (
        Indicator.PLACES_REQUESTED,
        Indicator.PLACES_DECLINED,
        Indicator.STAYS_STARTED,
        Indicator.STAYS_ENDED,
        Indicator.STAY_NIGHTS,
    ),
    Theme.DEBTS: (Indicator.DEBTS, Indicator.DEBT_CENTS, Indicator.DEBTS_SETTLED),
    Theme.WORK: (Indicator.WORK_MINUTES,),
}
