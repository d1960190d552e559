"""Words for screening and consultations."""

from api.console.wording.tables import Tables
from api.languages.words import phrase
from api.observatory import categories
from domain.activity.health_days import AnonymousTest
from domain.consultations.words import Orientation, ReasonGroup
from domain.pathway.screening.rapid_test import WaitsFor
from domain.screening.words import (
    LaboratoryResult,
    RapidTestKind,
    RapidTestResult,
    RecallReason,
    Sample,
    WhyNotConfirmed,
)

SCREENING: Tables = {
    RapidTestKind: categories.RAPID_TESTS,
    Sample: {
        Sample.CAPILLARY_BLOOD: phrase("Capillary blood"),
        Sample.ORAL_FLUID: phrase("Oral fluid"),
        Sample.VENOUS_BLOOD: phrase("Venous blood"),
        Sample.OTHER: phrase("Other"),
    },
    RapidTestResult: {
        RapidTestResult.NEGATIVE: phrase("Negative"),
        RapidTestResult.POSITIVE: phrase("Positive"),
        RapidTestResult.INVALID: phrase("Invalid"),
    },
    LaboratoryResult: {
        LaboratoryResult.CONFIRMED: phrase("Confirmed"),
        LaboratoryResult.NOT_CONFIRMED: phrase("Not confirmed"),
        LaboratoryResult.INDETERMINATE: phrase("Indeterminate"),
    },
    WhyNotConfirmed: {
        WhyNotConfirmed.NOT_NOW: phrase("Not now"),
        WhyNotConfirmed.ALREADY_KNOWN: phrase("Already known"),
        WhyNotConfirmed.OWN_DOCTOR: phrase("Through their own doctor"),
        WhyNotConfirmed.AFRAID: phrase("Afraid"),
        WhyNotConfirmed.COST: phrase("Cost"),
        WhyNotConfirmed.TOO_FAR: phrase("Too far"),
        WhyNotConfirmed.OTHER: phrase("Other"),
    },
    RecallReason: {
        RecallReason.MANUFACTURER: phrase("Recalled by the manufacturer"),
        RecallReason.AUTHORITY: phrase("Recalled by the authority"),
        RecallReason.STORAGE: phrase("Badly stored"),
        RecallReason.RESULTS: phrase("Too many doubtful results"),
        RecallReason.OTHER: phrase("Other"),
    },
    WaitsFor: {
        WaitsFor.READ: phrase("To be read"),
        WaitsFor.REPEAT: phrase("To be repeated"),
        WaitsFor.CONFIRM: phrase("To be confirmed"),
        WaitsFor.AWAIT_RESULT: phrase("Result awaited"),
        WaitsFor.TELL: phrase("To be told to the person"),
    },
    AnonymousTest: categories.TESTS,
    ReasonGroup: {
        ReasonGroup.ACUTE: phrase("Acute illness"),
        ReasonGroup.CHRONIC: phrase("Chronic illness"),
        ReasonGroup.TREATMENT_RENEWAL: phrase("Treatment to renew"),
        ReasonGroup.PREVENTION: phrase("Prevention"),
        ReasonGroup.PREGNANCY: phrase("Pregnancy"),
        ReasonGroup.SEXUAL_HEALTH: phrase("Sexual health"),
        ReasonGroup.CHILD_HEALTH: phrase("Health of a child"),
        ReasonGroup.DENTAL: phrase("Teeth"),
        ReasonGroup.EYESIGHT: phrase("Sight"),
        ReasonGroup.WOUND: phrase("Wound"),
        ReasonGroup.ADDICTION: phrase("Addiction"),
        ReasonGroup.SUFFERING: phrase("Suffering"),
        ReasonGroup.SOCIAL: phrase("Rights and papers"),
        ReasonGroup.OTHER: phrase("Other"),
    },
    Orientation: {
        Orientation.NONE: phrase("Seen to there"),
        Orientation.GENERAL_PRACTITIONER: phrase("General practitioner"),
        Orientation.SPECIALIST: phrase("Specialist"),
        Orientation.ACCESS_TO_CARE_UNIT: phrase("Access-to-care unit (PASS)"),
        Orientation.EMERGENCY_DEPARTMENT: phrase("Emergency department"),
        Orientation.MATERNITY_AND_CHILD_CENTRE: phrase("Maternity and child centre (PMI)"),
        Orientation.DENTIST: phrase("Dentist"),
        Orientation.MENTAL_HEALTH_CENTRE: phrase("Mental health centre (CMP)"),
        Orientation.ADDICTION_CENTRE: phrase("Addiction centre (CSAPA)"),
        Orientation.SCREENING_CENTRE: phrase("Screening centre (CeGIDD)"),
        Orientation.SOCIAL_SERVICE: phrase("Social service"),
        Orientation.ASSOCIATION: phrase("Association"),
        Orientation.OTHER: phrase("Other"),
    },
}
