"""Plain words for what receipts tell; short ones, which somebody in a bad moment understands."""

from api.languages.words import phrase
from application.receipts.receipt import ConsentState
from domain.access import Ground
from domain.data_classes import DataClass
from domain.members import Profession
from domain.pathway.grounds.words import EmergencyReason, SharingPurpose, Verdict

CLASSES = {
    DataClass.IDENTITY: phrase("your name and how to reach you"),
    DataClass.SOCIAL: phrase("your daily life: housing, money, papers, appointments"),
    DataClass.STATUS: phrase("your right to stay in France"),
    DataClass.HEALTH: phrase("your health"),
    DataClass.MENTAL_HEALTH: phrase("your mental health"),
    DataClass.SCREENING: phrase("your screening tests"),
    DataClass.PROTECTION: phrase("what protects you, or your children, from violence"),
}
GROUNDS = {
    Ground.CARE_TEAM: phrase("because it is in the team that helps you"),
    Ground.CONSENT: phrase("because you said yes"),
    Ground.EXCHANGE: phrase("to help you"),
    Ground.CHILD_PROTECTION: phrase("because the law protects children"),
    Ground.VITAL_EMERGENCY: phrase("because a life was in danger"),
    Ground.OWN_ACT: phrase("because it wrote this itself"),
    Ground.AUDIT_MANDATE: phrase("to check that the rules are kept"),
}
PURPOSES = {
    SharingPurpose.CARE: phrase("for your care"),
    SharingPurpose.RIGHTS: phrase("for your rights"),
    SharingPurpose.SUPPORT: phrase("to support you"),
}
CONSENTS = {
    ConsentState.GIVEN: phrase("You said yes"),
    ConsentState.REFUSED: phrase("You said no"),
    ConsentState.WITHDRAWN: phrase("You said yes, then you took it back"),
    ConsentState.EXPIRED: phrase("You said yes. It is over"),
}
REASONS = {
    EmergencyReason.LIFE_AT_RISK: phrase("a life was in danger"),
    EmergencyReason.UNCONSCIOUS: phrase("you were unconscious"),
    EmergencyReason.SUICIDE_RISK: phrase("there was a risk of suicide"),
    EmergencyReason.VIOLENCE: phrase("there was violence"),
    EmergencyReason.CHILD_IN_DANGER: phrase("a child was in danger"),
}
VERDICTS = {
    None: phrase("Nobody has checked yet whether it was right."),
    Verdict.JUSTIFIED: phrase("It was checked: it was right."),
    Verdict.UNJUSTIFIED: phrase("It was checked: it was not right."),
    Verdict.TO_CLARIFY: phrase("It is being checked."),
}
PROFESSIONS = {
    Profession.DOCTOR: phrase("doctor"),
    Profession.NURSE: phrase("nurse"),
    Profession.MIDWIFE: phrase("midwife"),
    Profession.PHARMACIST: phrase("pharmacist"),
    Profession.PSYCHOLOGIST: phrase("psychologist"),
    Profession.SOCIAL_WORKER: phrase("social worker"),
    Profession.MEDIATOR: phrase("mediator"),
    Profession.SOCIO_BEAUTICIAN: phrase("socio-beautician"),
    Profession.ADMINISTRATIVE: phrase("office"),
    Profession.OTHER: phrase("other work"),
}
