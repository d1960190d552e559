"""What the observatory counts: each indicator, what it measures, and in which unit."""

from enum import StrEnum


class Measure(StrEnum):
    """What a figure says of the contributions it is made of."""

    PEOPLE = "people"  # different people, each once
    COUNT = "count"
    TOTAL = "total"  # of their values
    QUARTILES = "quartiles"  # of their values


class Unit(StrEnum):
    """What a number counts; sums of money and of time are kept in their smallest unit."""

    PEOPLE = "people"
    TIMES = "times"
    MINUTES = "minutes"
    KILOMETRES = "kilometres"
    DAYS = "days"
    NIGHTS = "nights"
    CENTS = "cents"  # of a euro


class Indicator(StrEnum):
    """Their order is that of a report."""

    PEOPLE_MET = "people_met"
    PEOPLE_NEW = "people_new"
    NAMELESS_MET = "nameless_met"
    ACTIVITIES = "activities"
    ACTIVITY_PEOPLE = "activity_people"
    ACTIVITY_KILOMETRES = "activity_kilometres"
    ANONYMOUS_TESTS = "anonymous_tests"
    ORIENTATIONS_PROPOSED = "orientations_proposed"
    NEEDS = "needs"
    OBSTACLES = "obstacles"
    OBSTACLES_LIFTED = "obstacles_lifted"
    DAYS_TO_LIFT = "days_to_lift"
    RENUNCIATIONS = "renunciations"
    RENUNCIATIONS_LED_TO = "renunciations_led_to"
    NON_TAKE_UP = "non_take_up"
    RIGHTS_OPENED = "rights_opened"
    RIGHTS_REFUSED = "rights_refused"
    DAYS_TO_RIGHT = "days_to_right"
    DAYS_WITHOUT_COVER = "days_without_cover"
    REFERRALS_MADE = "referrals_made"
    REFERRALS_ANSWERED = "referrals_answered"
    DAYS_TO_ANSWER = "days_to_answer"
    REFERRALS_EFFECTIVE = "referrals_effective"
    APPOINTMENTS = "appointments"
    INTERVIEWS = "interviews"
    INTERVIEW_MINUTES = "interview_minutes"
    ACCOMPANIMENTS = "accompaniments"
    ACCOMPANIMENT_MINUTES = "accompaniment_minutes"
    ACCOMPANIMENT_KILOMETRES = "accompaniment_kilometres"
    MEDIATIONS_ENDED = "mediations_ended"
    BUFFER_SESSIONS = "buffer_sessions"
    DAYS_TO_PSYCHOLOGY = "days_to_psychology"
    RAPID_TESTS = "rapid_tests"
    CONFIRMATIONS = "confirmations"
    PLACES_REQUESTED = "places_requested"
    PLACES_DECLINED = "places_declined"
    STAYS_STARTED = "stays_started"
    STAYS_ENDED = "stays_ended"
    STAY_NIGHTS = "stay_nights"
    DEBTS = "debts"
    DEBT_CENTS = "debt_cents"
    DEBTS_SETTLED = "debts_settled"
    WORK_MINUTES = "work_minutes"

    # Equal to its text, it has its hash too; an enum's own is slower, and contributions are many.
    __hash__ = str.__hash__

    @property
    def measure(self) -> Measure:
        return MEASURES.get(self, (Measure.COUNT, Unit.TIMES))[0]

    @property
    def unit(self) -> Unit:
        return MEASURES.get(self, (Measure.COUNT, Unit.TIMES))[1]


MEASURES = {  # what is not listed is counted
    Indicator.PEOPLE_MET: (Measure.PEOPLE, Unit.PEOPLE),
    Indicator.PEOPLE_NEW: (Measure.PEOPLE, Unit.PEOPLE),
    Indicator.NAMELESS_MET: (Measure.PEOPLE, Unit.PEOPLE),
    Indicator.ACTIVITY_PEOPLE: (Measure.TOTAL, Unit.PEOPLE),
    Indicator.ACTIVITY_KILOMETRES: (Measure.TOTAL, Unit.KILOMETRES),
    Indicator.ANONYMOUS_TESTS: (Measure.TOTAL, Unit.PEOPLE),
    Indicator.ORIENTATIONS_PROPOSED: (Measure.TOTAL, Unit.PEOPLE),
    Indicator.WORK_MINUTES: (Measure.TOTAL, Unit.MINUTES),
    Indicator.DAYS_TO_LIFT: (Measure.QUARTILES, Unit.DAYS),
    Indicator.DAYS_TO_RIGHT: (Measure.QUARTILES, Unit.DAYS),
    Indicator.DAYS_WITHOUT_COVER: (Measure.TOTAL, Unit.DAYS),
    Indicator.DAYS_TO_ANSWER: (Measure.QUARTILES, Unit.DAYS),
    Indicator.DAYS_TO_PSYCHOLOGY: (Measure.QUARTILES, Unit.DAYS),
    Indicator.INTERVIEW_MINUTES: (Measure.TOTAL, Unit.MINUTES),
    Indicator.ACCOMPANIMENT_MINUTES: (Measure.TOTAL, Unit.MINUTES),
    Indicator.ACCOMPANIMENT_KILOMETRES: (Measure.TOTAL, Unit.KILOMETRES),
    Indicator.STAY_NIGHTS: (Measure.TOTAL, Unit.NIGHTS),
    Indicator.DEBT_CENTS: (Measure.TOTAL, Unit.CENTS),
}
