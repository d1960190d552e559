"""The words of figures: what each one is called, what it means, in which unit."""

from collections.abc import Mapping

from api.languages.words import phrase
from domain.observatory.indicators import Indicator, Unit

UNITS = {
    Unit.PEOPLE: phrase("people"),
    Unit.TIMES: phrase("times"),
    Unit.MINUTES: phrase("minutes"),
    Unit.KILOMETRES: phrase("kilometres"),
    Unit.DAYS: phrase("days"),
    Unit.NIGHTS: phrase("nights"),
    Unit.CENTS: phrase("cents of a euro"),
}
NAMES: Mapping[str, str] = {
    Indicator.PEOPLE_MET: phrase("People met"),
    Indicator.PEOPLE_NEW: phrase("People met for the first time"),
    Indicator.NAMELESS_MET: phrase("People met without a name"),
    Indicator.ACTIVITIES: phrase("Activities"),
    Indicator.ACTIVITY_PEOPLE: phrase("People who came to activities"),
    Indicator.ACTIVITY_KILOMETRES: phrase("Kilometres of activities"),
    Indicator.ANONYMOUS_TESTS: phrase("Anonymous tests at health days"),
    Indicator.ORIENTATIONS_PROPOSED: phrase("Orientations proposed at health days"),
    Indicator.NEEDS: phrase("Needs"),
    Indicator.OBSTACLES: phrase("Obstacles"),
    Indicator.OBSTACLES_LIFTED: phrase("Obstacles lifted"),
    Indicator.DAYS_TO_LIFT: phrase("Days until an obstacle is lifted"),
    Indicator.RENUNCIATIONS: phrase("Care and rights given up"),
    Indicator.RENUNCIATIONS_LED_TO: phrase("What giving up led to"),
    Indicator.NON_TAKE_UP: phrase("Rights not taken up"),
    Indicator.RIGHTS_OPENED: phrase("Rights opened"),
    Indicator.RIGHTS_REFUSED: phrase("Rights refused"),
    Indicator.DAYS_TO_RIGHT: phrase("Days from the first contact to a right"),
    Indicator.DAYS_WITHOUT_COVER: phrase("Days without cover"),
    Indicator.REFERRALS_MADE: phrase("Referrals made"),
    Indicator.REFERRALS_ANSWERED: phrase("Referrals answered"),
    Indicator.DAYS_TO_ANSWER: phrase("Days until an answer, by organisation"),
    Indicator.REFERRALS_EFFECTIVE: phrase("Referrals that came to something"),
    Indicator.APPOINTMENTS: phrase("Appointments"),
    Indicator.INTERVIEWS: phrase("Mediation interviews"),
    Indicator.INTERVIEW_MINUTES: phrase("Time of interviews"),
    Indicator.ACCOMPANIMENTS: phrase("Accompaniments"),
    Indicator.ACCOMPANIMENT_MINUTES: phrase("Time of accompaniments"),
    Indicator.ACCOMPANIMENT_KILOMETRES: phrase("Kilometres of accompaniments"),
    Indicator.MEDIATIONS_ENDED: phrase("Mediations ended"),
    Indicator.BUFFER_SESSIONS: phrase("Buffer sessions with a psychologist"),
    Indicator.DAYS_TO_PSYCHOLOGY: phrase("Days until the relay of a psychologist"),
    Indicator.RAPID_TESTS: phrase("Rapid tests"),
    Indicator.CONFIRMATIONS: phrase("Confirmations of rapid tests"),
    Indicator.PLACES_REQUESTED: phrase("Places asked for"),
    Indicator.PLACES_DECLINED: phrase("Places declined"),
    Indicator.STAYS_STARTED: phrase("Stays begun"),
    Indicator.STAYS_ENDED: phrase("Stays ended"),
    Indicator.STAY_NIGHTS: phrase("Nights of stays"),
    Indicator.DEBTS: phrase("Care debts"),
    Indicator.DEBT_CENTS: phrase("Amount of care debts"),
    Indicator.DEBTS_SETTLED: phrase("Care debts settled"),
    Indicator.WORK_MINUTES: phrase("Time given by employees and volunteers"),
}
DEFINITIONS = {
    Indicator.PEOPLE_MET: phrase(
        "Different people with a first meeting, a kept appointment, a follow-up, an interview or "
        "an accompaniment on one of these days; somebody met twice is counted once."
    ),
    Indicator.PEOPLE_NEW: phrase(
        "People whose first meeting is on one of these days, by where they were met."
    ),
    Indicator.NAMELESS_MET: phrase(
        "People met on one of these days who gave no name and have no pathway since; nobody knows "
        "whether one of them was met twice."
    ),
    Indicator.ACTIVITIES: phrase(
        "Outreach sessions, health days, workshops, prevention actions, trainings and bodies of "
        "these days, by kind."
    ),
    Indicator.ACTIVITY_PEOPLE: phrase(
        "People who came to an activity on one of these days, each time they came, by kind."
    ),
    Indicator.ACTIVITY_KILOMETRES: phrase(
        "Kilometres of activities of these days, there and back, by kind."
    ),
    Indicator.ANONYMOUS_TESTS: phrase(
        "Tests at health days of these days, by kind; results are not kept."
    ),
    Indicator.ORIENTATIONS_PROPOSED: phrase(
        "Orientations proposed at health days of these days, by service."
    ),
    Indicator.NEEDS: phrase("Needs identified on one of these days, by kind."),
    Indicator.OBSTACLES: phrase(
        "Obstacles reported on one of these days, by kind and by what they delay."
    ),
    Indicator.OBSTACLES_LIFTED: phrase("Obstacles lifted on one of these days, by how."),
    Indicator.DAYS_TO_LIFT: phrase(
        "Whole days between the report of an obstacle and its lifting on one of these days: "
        "the median."
    ),
    Indicator.RENUNCIATIONS: phrase(
        "Care or rights that people gave up on one of these days, by what and by why."
    ),
    Indicator.RENUNCIATIONS_LED_TO: phrase(
        "What became, on one of these days, of care or rights given up."
    ),
    Indicator.NON_TAKE_UP: phrase(
        "Rights that somebody entitled did not receive, noted on one of these days, by why."
    ),
    Indicator.RIGHTS_OPENED: phrase(
        "Rights applied for and opened for the first time on one of these days; a renewal is not "
        "counted again."
    ),
    Indicator.RIGHTS_REFUSED: phrase(
        "Rights refused in writing or by silence on one of these days, by right."
    ),
    Indicator.DAYS_TO_RIGHT: phrase(
        "Days between the first meeting with the person and the opening of a right on one of these "
        "days: the median."
    ),
    Indicator.DAYS_WITHOUT_COVER: phrase(
        "Days without cover, in all, of gaps closed on one of these days."
    ),
    Indicator.REFERRALS_MADE: phrase(
        "Referrals requested on one of these days, by service; drafts are not counted."
    ),
    Indicator.REFERRALS_ANSWERED: phrase(
        "Referrals accepted, declined or expired without an answer on one of these days."
    ),
    Indicator.DAYS_TO_ANSWER: phrase(
        "Days between the request of a referral and its answer on one of these days, by the "
        "organisation that answered: the median."
    ),
    Indicator.REFERRALS_EFFECTIVE: phrase(
        "Referrals declared effective on one of these days: a right used, an appointment attended, "
        "a referent taken over."
    ),
    Indicator.APPOINTMENTS: phrase(
        "Appointments kept, missed or cancelled, by the day they were to take place."
    ),
    Indicator.INTERVIEWS: phrase("Mediation interviews held on one of these days, by how."),
    Indicator.INTERVIEW_MINUTES: phrase("Minutes of interviews held on one of these days."),
    Indicator.ACCOMPANIMENTS: phrase(
        "Times somebody went with a person on one of these days, by what came of it."
    ),
    Indicator.ACCOMPANIMENT_MINUTES: phrase(
        "Minutes of accompaniments on one of these days, by transport."
    ),
    Indicator.ACCOMPANIMENT_KILOMETRES: phrase(
        "Kilometres of accompaniments on one of these days, there and back, by transport."
    ),
    Indicator.MEDIATIONS_ENDED: phrase("Mediations ended on one of these days, by what."),
    Indicator.BUFFER_SESSIONS: phrase(
        "Sessions with a psychologist of the network, until an outside relay, on one of these days."
    ),
    Indicator.DAYS_TO_PSYCHOLOGY: phrase(
        "Days from the proposal of an outside relay to the first session there, on one of these "
        "days: the median."
    ),
    Indicator.RAPID_TESTS: phrase(
        "Rapid tests made on one of these days with people who have a pathway, by kind and by what "
        "was read."
    ),
    Indicator.CONFIRMATIONS: phrase(
        "Where confirmations by a laboratory stand that came there on one of these days, by kind "
        "of test."
    ),
    Indicator.PLACES_REQUESTED: phrase("Places asked for on one of these days, by kind of place."),
    Indicator.PLACES_DECLINED: phrase(
        "Places declined on one of these days, by who declined and by why."
    ),
    Indicator.STAYS_STARTED: phrase("Stays begun on one of these days, by kind of place."),
    Indicator.STAYS_ENDED: phrase("Stays ended on one of these days, by where the person went."),
    Indicator.STAY_NIGHTS: phrase(
        "Nights, in all, of stays ended on one of these days, by kind of place."
    ),
    Indicator.DEBTS: phrase("Bills that people could not pay, reported on one of these days."),
    Indicator.DEBT_CENTS: phrase(
        "Amount of the bills reported on one of these days, where it is known."
    ),
    Indicator.DEBTS_SETTLED: phrase("Bills settled on one of these days, by how."),
    Indicator.WORK_MINUTES: phrase(
        "Minutes of the interviews, accompaniments, sessions and activities of these days, of each "
        "member who carried them, by status."
    ),
}
