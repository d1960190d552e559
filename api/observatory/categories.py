"""The words of the categories that figures are told by."""

from collections.abc import Mapping

from api.languages.words import phrase
from domain.activity.health_days import AnonymousTest
from domain.activity.outreach import OutreachKind
from domain.activity.themes import PreventionTheme
from domain.activity.words import ActivityKind
from domain.facility.words import PlaceKind
from domain.members import MemberStatus
from domain.observatory.indicators import Indicator
from domain.observatory.referrals import ACCEPTED, EXPIRED, REJECTED
from domain.observatory.screening import ORDERED, REFUSED
from domain.pathway.accompaniments.words import AccompanimentOutcome
from domain.pathway.appointments.words import Attendance, Transport
from domain.pathway.debts import Creditor, SettledHow
from domain.pathway.follow_up import Mode
from domain.pathway.mediation import Ending
from domain.pathway.needs import NeedKind
from domain.pathway.obstacles.words import Delayable, LiftedHow, ObstacleKind
from domain.pathway.opening import MetAt
from domain.pathway.referrals.words import RelayEffect, Service
from domain.pathway.renunciations import Care, LedTo
from domain.pathway.stays.words import DeclinedBy, Destination, PlaceDeclineReason
from domain.rights.schemes import Cover, NonTakeUp, Scheme
from domain.screening.words import LaboratoryResult, RapidTestKind, RapidTestResult

Words = Mapping[str, str]
OTHER = phrase("Other")

MET_AT: Words = {
    MetAt.FOOD_DISTRIBUTION: phrase("Food distribution"),
    MetAt.HOME_VISIT: phrase("Home visit"),
    MetAt.SHELTER: phrase("Shelter"),
    MetAt.MOBILE_TOUR: phrase("Mobile tour"),
    MetAt.HEALTH_DAY: phrase("Health day"),
    MetAt.OFFICE: phrase("At the office"),
    MetAt.REFERRED: phrase("Sent by another service"),
    MetAt.OTHER: OTHER,
}
ACTIVITIES: Words = {
    ActivityKind.OUTREACH_SESSION: phrase("Outreach session"),
    ActivityKind.HEALTH_DAY: phrase("Health day"),
    ActivityKind.WORKSHOP: phrase("Workshop"),
    ActivityKind.PREVENTION: phrase("Prevention action"),
    ActivityKind.TRAINING: phrase("Training given"),
    ActivityKind.BODY: phrase("Body attended"),
}
OUTREACH: Words = {kind: MET_AT[MetAt(kind)] for kind in OutreachKind}
THEMES: Words = {
    PreventionTheme.CHILDBIRTH: phrase("Childbirth"),
    PreventionTheme.MOTHERHOOD: phrase("Motherhood"),
    PreventionTheme.BREASTFEEDING: phrase("Breastfeeding"),
    PreventionTheme.PARENTHOOD: phrase("Parenthood"),
    PreventionTheme.SEXUALITY: phrase("Sexuality"),
    PreventionTheme.CONTRACEPTION: phrase("Contraception"),
    PreventionTheme.ADDICTION: phrase("Addiction"),
    PreventionTheme.NUTRITION: phrase("Nutrition"),
    PreventionTheme.PHYSICAL_ACTIVITY: phrase("Physical activity"),
    PreventionTheme.WELL_BEING: phrase("Well-being"),
    PreventionTheme.SELF_ESTEEM: phrase("Self-esteem"),
    PreventionTheme.HYGIENE: phrase("Hygiene"),
    PreventionTheme.DENTAL: phrase("Teeth"),
    PreventionTheme.SIGHT_AND_HEARING: phrase("Sight and hearing"),
    PreventionTheme.VACCINATION: phrase("Vaccination"),
    PreventionTheme.CHRONIC_ILLNESS: phrase("Chronic illness"),
    PreventionTheme.CANCER: phrase("Cancer"),
    PreventionTheme.SUFFERING: phrase("Suffering"),
    PreventionTheme.SCREENING: phrase("Screening"),
    PreventionTheme.VIOLENCE: phrase("Violence"),
    PreventionTheme.RIGHTS: phrase("Rights"),
    PreventionTheme.DIGITAL: phrase("Digital"),
    PreventionTheme.OTHER: OTHER,
}
TESTS: Words = {
    AnonymousTest.HIV: phrase("HIV"),
    AnonymousTest.HCV: phrase("Hepatitis C"),
    AnonymousTest.HBV: phrase("Hepatitis B"),
    AnonymousTest.SYPHILIS: phrase("Syphilis"),
    AnonymousTest.BLOOD_PRESSURE: phrase("Blood pressure"),
    AnonymousTest.BLOOD_SUGAR: phrase("Blood sugar"),
    AnonymousTest.SIGHT: phrase("Sight"),
    AnonymousTest.HEARING: phrase("Hearing"),
    AnonymousTest.TEETH: phrase("Teeth"),
    AnonymousTest.BREATH: phrase("Breath"),
    AnonymousTest.OTHER: OTHER,
}
STATUSES: Words = {
    MemberStatus.EMPLOYEE: phrase("Employees"),
    MemberStatus.VOLUNTEER: phrase("Volunteers"),
}
NEEDS: Words = {
    NeedKind.RIGHTS: phrase("Rights"),
    NeedKind.HEALTH_COVER: phrase("Health cover"),
    NeedKind.RESIDENCE_STATUS: phrase("Right to stay"),
    NeedKind.CARE: phrase("Care"),
    NeedKind.DENTAL_CARE: phrase("Dental care"),
    NeedKind.PREGNANCY: phrase("Pregnancy"),
    NeedKind.ADDICTION: phrase("Addiction"),
    NeedKind.MENTAL_HEALTH: phrase("Mental health"),
    NeedKind.SCREENING: phrase("Screening"),
    NeedKind.SAFETY: phrase("Safety from violence"),
    NeedKind.HOUSING: phrase("Housing"),
    NeedKind.FOOD: phrase("Food"),
    NeedKind.MOBILITY: phrase("Mobility"),
    NeedKind.MONEY: phrase("Money"),
    NeedKind.WORK: phrase("Work"),
    NeedKind.LANGUAGE: phrase("Language"),
    NeedKind.DIGITAL: phrase("Digital"),
    NeedKind.CHILDREN: phrase("Children"),
    NeedKind.COMPANY: phrase("Company"),
    NeedKind.OTHER: OTHER,
}
OBSTACLES: Words = {
    ObstacleKind.COST: phrase("Cost"),
    ObstacleKind.PAPERWORK: phrase("Papers"),
    ObstacleKind.RIGHT: phrase("No possible or known right"),
    ObstacleKind.ADDRESS: phrase("No address"),
    ObstacleKind.LANGUAGE: phrase("Language"),
    ObstacleKind.DIGITAL: phrase("Digital"),
    ObstacleKind.MOBILITY: phrase("Mobility"),
    ObstacleKind.SUPPLY: phrase("Nobody available"),
    ObstacleKind.CARE_REFUSED: phrase("Refusal of care"),
    ObstacleKind.EXPERIENCE: phrase("Fear, shame, bad experience"),
    ObstacleKind.ISOLATION: phrase("Isolation"),
    ObstacleKind.SUFFERING: phrase("Suffering, addiction"),
    ObstacleKind.CHILDCARE: phrase("Childcare"),
    ObstacleKind.VIOLENCE: phrase("Violence"),
    ObstacleKind.INFORMATION: phrase("Place not known"),
    ObstacleKind.OTHER: OTHER,
}
DELAYED: Words = {
    Delayable.RIGHT: phrase("delays a right"),
    Delayable.APPOINTMENT: phrase("delays an appointment"),
    Delayable.NEED: phrase("delays a need"),
}
LIFTED: Words = {
    LiftedHow.DOCUMENT_OBTAINED: phrase("Paper obtained"),
    LiftedHow.RIGHT_OPENED: phrase("Right opened"),
    LiftedHow.COST_COVERED: phrase("Cost covered"),
    LiftedHow.TRANSPORT_FOUND: phrase("Transport found"),
    LiftedHow.INTERPRETER_FOUND: phrase("Interpreter found"),
    LiftedHow.ACCOMPANIED: phrase("Accompanied"),
    LiftedHow.OTHER_PLACE_FOUND: phrase("Another place found"),
    LiftedHow.CHILDCARE_FOUND: phrase("Childcare found"),
    LiftedHow.INFORMED: phrase("Informed"),
    LiftedHow.PERSON_FOUND_A_WAY: phrase("The person found a way"),
    LiftedHow.NO_LONGER: phrase("No longer there"),
    LiftedHow.OTHER: OTHER,
}
SCHEMES: Words = {
    Scheme.PUMA: phrase("Basic health cover (PUMa)"),
    Scheme.AME: phrase("State medical aid (AME)"),
    Scheme.C2S: phrase("Complementary cover (C2S)"),
    Scheme.DSUV: phrase("Urgent and vital care (DSUV)"),
    Scheme.PASS: phrase("Access-to-care unit (PASS)"),
    Scheme.DOMICILIATION: phrase("Domiciliation"),
    Scheme.RSA: phrase("Minimum income (RSA)"),
    Scheme.AAH: phrase("Disabled adults (AAH)"),
    Scheme.MATERNAL_CENTRE: phrase("Maternal centre"),
    Scheme.ALD: phrase("Long-term illness (ALD)"),
    Scheme.HEALTH_ACCOMPANIMENT: phrase("Health accompaniment of the insurance fund"),
    Scheme.OTHER: OTHER,
}
GIVEN_UP: Words = {
    **SCHEMES,
    Care.GENERAL: phrase("General care"),
    Care.SPECIALIST: phrase("Specialist care"),
    Care.DENTAL: phrase("Dental care"),
    Care.OPTICAL: phrase("Glasses"),
    Care.HEARING: phrase("Hearing"),
    Care.MEDICINES: phrase("Medicines"),
    Care.EXAMINATION: phrase("Examination"),
    Care.HOSPITAL: phrase("Hospital"),
    Care.MATERNITY: phrase("Maternity"),
    Care.MENTAL_HEALTH: phrase("Mental health"),
    Care.ADDICTION: phrase("Addiction"),
    Care.OTHER: OTHER,
}
LED_TO: Words = {
    LedTo.CARE_TAKEN_UP: phrase("Care taken up"),
    LedTo.RIGHT_APPLIED_FOR: phrase("Right applied for"),
    LedTo.REFERRED: phrase("Referred"),
    LedTo.EMERGENCY: phrase("Emergency"),
    LedTo.WORSENED: phrase("Worsened"),
    LedTo.STILL_GIVEN_UP: phrase("Still given up"),
    LedTo.OTHER: OTHER,
}
NON_TAKE_UP: Words = {
    NonTakeUp.NOT_KNOWN: phrase("Not known"),
    NonTakeUp.NOT_ASKED: phrase("Not asked for"),
    NonTakeUp.NOT_RECEIVED: phrase("Not received"),
    NonTakeUp.NOT_PROPOSED: phrase("Not proposed"),
}
COVERS: Words = {
    Cover.BASIC: phrase("Basic cover"),
    Cover.COMPLEMENTARY: phrase("Complementary cover"),
}
SERVICES: Words = {
    Service.DOMICILIATION: phrase("Domiciliation"),
    Service.HEALTH_COVER: phrase("Health cover"),
    Service.COMPLEMENTARY_COVER: phrase("Complementary cover"),
    Service.MINIMUM_INCOME: phrase("Minimum income"),
    Service.SOCIAL_SUPPORT: phrase("Social support"),
    Service.FOOD_AID: phrase("Food aid"),
    Service.HOUSING: phrase("Housing"),
    Service.MOBILITY: phrase("Mobility"),
    Service.LANGUAGE_LEARNING: phrase("Learning the language"),
    Service.PARENTHOOD_SUPPORT: phrase("Parenthood support"),
    Service.ACCESS_TO_CARE: phrase("Access to care"),
    Service.AME_APPLICATION: phrase("Application for state medical aid"),
    Service.RESIDENCE_PERMIT: phrase("Residence permit"),
    Service.ASYLUM_SUPPORT: phrase("Asylum support"),
    Service.DISABILITY_RIGHTS: phrase("Disability rights"),
    Service.MEDICAL_APPOINTMENT: phrase("Medical appointment"),
    Service.DENTAL_CARE: phrase("Dental care"),
    Service.MATERNITY_CARE: phrase("Maternity"),
    Service.ADDICTION_CARE: phrase("Addiction"),
    Service.MENTAL_HEALTH_CARE: phrase("Mental health"),
    Service.SCREENING: phrase("Screening"),
    Service.VIOLENCE_SUPPORT: phrase("Support against violence"),
    Service.CHILD_PROTECTION: phrase("Child protection"),
    Service.OTHER: OTHER,
}
ANSWERS: Words = {
    ACCEPTED: phrase("Accepted"),
    REJECTED: phrase("Declined"),
    EXPIRED: phrase("Expired without an answer"),
}
EFFECTS: Words = {
    RelayEffect.RIGHT_USED: phrase("Right used"),
    RelayEffect.APPOINTMENT_ATTENDED: phrase("Appointment attended"),
    RelayEffect.REFERENT_TAKEN_OVER: phrase("Referent taken over"),
}
ATTENDANCES: Words = {
    Attendance.ATTENDED: phrase("Kept"),
    Attendance.EXCUSED: phrase("Cancelled by the person"),
    Attendance.REVOKED: phrase("Cancelled by the service"),
    Attendance.MISSED: phrase("Missed"),
}
MODES: Words = {
    Mode.PHONE: phrase("By telephone"),
    Mode.OFFICE: phrase("At the office"),
    Mode.HOME_VISIT: phrase("Home visit"),
    Mode.OUTREACH: phrase("Outreach"),
    Mode.MESSAGE: phrase("By message"),
}
OUTCOMES: Words = {
    AccompanimentOutcome.RECEIVED: phrase("Received"),
    AccompanimentOutcome.COME_BACK: phrase("Asked to come back"),
    AccompanimentOutcome.TURNED_AWAY: phrase("Turned away"),
    AccompanimentOutcome.LEFT_BEFORE: phrase("Left before"),
    AccompanimentOutcome.OTHER: OTHER,
}
TRANSPORTS: Words = {
    Transport.NO_NEED: phrase("On foot or by their own means"),
    Transport.LIFT: phrase("Lift"),
    Transport.SHUTTLE: phrase("Shuttle"),
    Transport.TAXI: phrase("Taxi"),
    Transport.PUBLIC: phrase("Public transport"),
    Transport.REIMBURSED: phrase("Reimbursed transport"),
    Transport.LACKING: phrase("No transport"),
}
ENDINGS: Words = {
    Ending.AUTONOMY: phrase("Autonomy"),
    Ending.EFFECTIVE_RELAY: phrase("Effective relay"),
    Ending.MOVED: phrase("Moved away"),
    Ending.REFUSED: phrase("Refused by the person"),
    Ending.LOST: phrase("Contact lost"),
    Ending.DECEASED: phrase("Death"),
}
CREDITORS: Words = {
    Creditor.HOSPITAL: phrase("Hospital"),
    Creditor.PRACTICE: phrase("Practice"),
    Creditor.PHARMACY: phrase("Pharmacy"),
    Creditor.LABORATORY: phrase("Laboratory"),
    Creditor.AMBULANCE: phrase("Ambulance"),
    Creditor.TREASURY: phrase("Treasury"),
    Creditor.BAILIFF: phrase("Bailiff"),
    Creditor.INSURANCE: phrase("Insurance"),
    Creditor.OTHER: OTHER,
}
SETTLED: Words = {
    SettledHow.PAID: phrase("Paid"),
    SettledHow.COVERED_BACK: phrase("Covered back by a right"),
    SettledHow.REMITTED: phrase("Remitted"),
    SettledHow.TAKEN_OVER: phrase("Taken over"),
    SettledHow.NOT_OWED: phrase("Not owed"),
    SettledHow.LAPSED: phrase("Lapsed"),
    SettledHow.OTHER: OTHER,
}
RAPID_TESTS: Words = {
    RapidTestKind.HIV: phrase("HIV"),
    RapidTestKind.HCV: phrase("Hepatitis C"),
    RapidTestKind.HBV: phrase("Hepatitis B"),
    RapidTestKind.SYPHILIS: phrase("Syphilis"),
}
RESULTS: Words = {
    RapidTestResult.NEGATIVE: phrase("negative"),
    RapidTestResult.POSITIVE: phrase("positive"),
    RapidTestResult.INVALID: phrase("invalid"),
}
CONFIRMATIONS: Words = {
    ORDERED: phrase("Ordered"),
    REFUSED: phrase("Not wanted"),
    LaboratoryResult.CONFIRMED: phrase("Confirmed"),
    LaboratoryResult.NOT_CONFIRMED: phrase("Not confirmed"),
    LaboratoryResult.INDETERMINATE: phrase("Indeterminate"),
}
PLACES: Words = {
    PlaceKind.PARENT_AND_CHILD: phrase("Parent and child"),
    PlaceKind.PREGNANT_WOMAN: phrase("Pregnant woman"),
    PlaceKind.SINGLE_ROOM: phrase("Single room"),
    PlaceKind.SHARED_ROOM: phrase("Shared room"),
    PlaceKind.FAMILY_UNIT: phrase("Family unit"),
    PlaceKind.EMERGENCY_BED: phrase("Emergency bed"),
    PlaceKind.DAY_PLACE: phrase("Day place"),
}
DECLINED: Words = {
    DeclinedBy.PERSON: phrase("By the person"),
    DeclinedBy.FACILITY: phrase("By the facility"),
    DeclinedBy.REQUESTER: phrase("By who asked"),
}
WHY_DECLINED: Words = {
    PlaceDeclineReason.PERSON_DECLINED: phrase("The person declined"),
    PlaceDeclineReason.TOO_FAR: phrase("Too far"),
    PlaceDeclineReason.WITHOUT_FAMILY: phrase("Not the whole family"),
    PlaceDeclineReason.NO_SHOW: phrase("Nobody came"),
    PlaceDeclineReason.NOT_ELIGIBLE: phrase("Not eligible"),
    PlaceDeclineReason.ASSESSMENT_REQUIRED: phrase("More is to be assessed"),
    PlaceDeclineReason.NOT_SUITABLE: phrase("Not suitable"),
    PlaceDeclineReason.OUTSIDE_AREA: phrase("Outside the area"),
    PlaceDeclineReason.PLACE_LOST: phrase("Place lost"),
    PlaceDeclineReason.FOUND_ELSEWHERE: phrase("Found elsewhere"),
    PlaceDeclineReason.NO_LONGER_NEEDED: phrase("No longer needed"),
    PlaceDeclineReason.CONTACT_LOST: phrase("Contact lost"),
    PlaceDeclineReason.OTHER: OTHER,
}
DESTINATIONS: Words = {
    Destination.OWN_HOUSING: phrase("Own housing"),
    Destination.SOCIAL_HOUSING: phrase("Social housing"),
    Destination.FAMILY_OR_FRIENDS: phrase("Family or friends"),
    Destination.OTHER_FACILITY: phrase("Another facility"),
    Destination.HEALTH_STRUCTURE: phrase("Health structure"),
    Destination.ASYLUM_RECEPTION: phrase("Asylum reception"),
    Destination.STREET: phrase("Street"),
    Destination.UNKNOWN: phrase("Not known"),
    Destination.DIED: phrase("Death"),
    Destination.OTHER: OTHER,
}
NONE: Words = {}
CATEGORIES: Mapping[Indicator, Words] = {
    Indicator.PEOPLE_MET: NONE,
    Indicator.PEOPLE_NEW: MET_AT,
    Indicator.NAMELESS_MET: {**ACTIVITIES, **OUTREACH},
    Indicator.ACTIVITIES: ACTIVITIES,
    Indicator.ACTIVITY_PEOPLE: ACTIVITIES,
    Indicator.ACTIVITY_KILOMETRES: ACTIVITIES,
    Indicator.ANONYMOUS_TESTS: TESTS,
    Indicator.ORIENTATIONS_PROPOSED: SERVICES,
    Indicator.WORK_MINUTES: STATUSES,
    Indicator.NEEDS: NEEDS,
    Indicator.OBSTACLES: OBSTACLES,
    Indicator.OBSTACLES_LIFTED: LIFTED,
    Indicator.DAYS_TO_LIFT: OBSTACLES,
    Indicator.RENUNCIATIONS: GIVEN_UP,
    Indicator.RENUNCIATIONS_LED_TO: LED_TO,
    Indicator.NON_TAKE_UP: NON_TAKE_UP,
    Indicator.RIGHTS_OPENED: SCHEMES,
    Indicator.RIGHTS_REFUSED: SCHEMES,
    Indicator.DAYS_TO_RIGHT: SCHEMES,
    Indicator.DAYS_WITHOUT_COVER: COVERS,
    Indicator.REFERRALS_MADE: SERVICES,
    Indicator.REFERRALS_ANSWERED: ANSWERS,
    Indicator.DAYS_TO_ANSWER: NONE,  # by organisation: its name
    Indicator.REFERRALS_EFFECTIVE: EFFECTS,
    Indicator.APPOINTMENTS: ATTENDANCES,
    Indicator.INTERVIEWS: MODES,
    Indicator.INTERVIEW_MINUTES: MODES,
    Indicator.ACCOMPANIMENTS: OUTCOMES,
    Indicator.ACCOMPANIMENT_MINUTES: TRANSPORTS,
    Indicator.ACCOMPANIMENT_KILOMETRES: TRANSPORTS,
    Indicator.MEDIATIONS_ENDED: ENDINGS,
    Indicator.BUFFER_SESSIONS: NONE,
    Indicator.DAYS_TO_PSYCHOLOGY: NONE,
    Indicator.RAPID_TESTS: RAPID_TESTS,
    Indicator.CONFIRMATIONS: CONFIRMATIONS,
    Indicator.PLACES_REQUESTED: PLACES,
    Indicator.PLACES_DECLINED: DECLINED,
    Indicator.STAYS_STARTED: PLACES,
    Indicator.STAYS_ENDED: DESTINATIONS,
    Indicator.STAY_NIGHTS: PLACES,
    Indicator.DEBTS: CREDITORS,
    Indicator.DEBT_CENTS: CREDITORS,
    Indicator.DEBTS_SETTLED: SETTLED,
}
DETAILS: Mapping[Indicator, Words] = {
    Indicator.ACTIVITIES: OUTREACH,
    Indicator.ACTIVITY_PEOPLE: THEMES,
    Indicator.RAPID_TESTS: RESULTS,
    Indicator.CONFIRMATIONS: RAPID_TESTS,
    Indicator.PLACES_DECLINED: WHY_DECLINED,
    Indicator.OBSTACLES: DELAYED,
    Indicator.RENUNCIATIONS: OBSTACLES,
    Indicator.NON_TAKE_UP: SCHEMES,
}
