"""Words for who may see what, and why."""

from api.console.wording.tables import Tables
from api.languages.words import phrase
from application.pathways.explain_access import Why as WhyNotSeen
from application.receipts.receipt import ConsentState, ReceiptVersion
from domain.access import Ground
from domain.data_classes import DataClass
from domain.pathway.erasing import ErasureReason
from domain.pathway.grounds.words import (
    DecidedBy,
    EmergencyReason,
    FamilyInformed,
    Form,
    InformedBy,
    SharingPurpose,
    TeamBasis,
    Verdict,
)
from domain.pathway.sharing.words import ClosingReason, DeclineReason, ReferentReason

SHARING: Tables = {
    Ground: {
        Ground.CARE_TEAM: phrase("Care team"),
        Ground.CONSENT: phrase("Consent"),
        Ground.EXCHANGE: phrase("Exchange by name"),
        Ground.CHILD_PROTECTION: phrase("Child protection"),
        Ground.VITAL_EMERGENCY: phrase("Vital emergency"),
        Ground.OWN_ACT: phrase("Recorded by the organisation itself"),
        Ground.AUDIT_MANDATE: phrase("Audit mandate"),
    },
    DataClass: {
        DataClass.IDENTITY: phrase("Identity"),
        DataClass.SOCIAL: phrase("Social situation"),
        DataClass.STATUS: phrase("Residence status"),
        DataClass.HEALTH: phrase("Health"),
        DataClass.MENTAL_HEALTH: phrase("Mental health"),
        DataClass.SCREENING: phrase("Screening"),
        DataClass.PROTECTION: phrase("Protection (children, violence)"),
    },
    InformedBy: {
        InformedBy.ORAL: phrase("By word of mouth"),
        InformedBy.WRITTEN: phrase("In writing"),
        InformedBy.EASY_TO_READ: phrase("Easy to read"),
        InformedBy.PICTOGRAMS: phrase("Pictograms"),
    },
    SharingPurpose: {
        SharingPurpose.CARE: phrase("Care"),
        SharingPurpose.RIGHTS: phrase("Rights"),
        SharingPurpose.SUPPORT: phrase("Support"),
    },
    Form: {
        Form.ORAL: phrase("By word of mouth"),
        Form.WRITTEN: phrase("In writing"),
    },
    TeamBasis: {
        TeamBasis.SAME_STRUCTURE: phrase("Same structure"),
        TeamBasis.RECOGNISED_BY_PERSON: phrase("Recognised by the person"),
        TeamBasis.COORDINATION: phrase("Formal coordination"),
    },
    FamilyInformed: {
        FamilyInformed.INFORMED: phrase("The family was informed"),
        FamilyInformed.AGAINST_CHILD_INTEREST: phrase("Against the interest of the child"),
    },
    EmergencyReason: {
        EmergencyReason.LIFE_AT_RISK: phrase("Life at risk"),
        EmergencyReason.UNCONSCIOUS: phrase("Unconscious"),
        EmergencyReason.SUICIDE_RISK: phrase("Risk of suicide"),
        EmergencyReason.VIOLENCE: phrase("Violence"),
        EmergencyReason.CHILD_IN_DANGER: phrase("Child in danger"),
    },
    Verdict: {
        Verdict.JUSTIFIED: phrase("Justified"),
        Verdict.UNJUSTIFIED: phrase("Not justified"),
        Verdict.TO_CLARIFY: phrase("To be clarified"),
    },
    DecidedBy: {
        DecidedBy.PERSON: phrase("The person"),
        DecidedBy.REFERENT: phrase("Referent"),
    },
    DeclineReason: {
        DeclineReason.NO_CAPACITY: phrase("No capacity"),
        DeclineReason.OUTSIDE_AREA: phrase("Outside the area"),
        DeclineReason.NOT_OUR_ROLE: phrase("Not our role"),
        DeclineReason.OTHER: phrase("Other"),
    },
    ClosingReason: {
        ClosingReason.AUTONOMY: phrase("Autonomy"),
        ClosingReason.EFFECTIVE_RELAY: phrase("Effective relay"),
        ClosingReason.MOVED: phrase("Moved away"),
        ClosingReason.PERSON_DECLINED: phrase("The person declined"),
        ClosingReason.CONTACT_LOST: phrase("Contact lost"),
        ClosingReason.DECEASED: phrase("Death"),
        ClosingReason.OTHER: phrase("Other"),
    },
    ReferentReason: {
        ReferentReason.LEAVES: phrase("Leaves the organisation"),
        ReferentReason.LONG_ABSENCE: phrase("Long absence"),
        ReferentReason.WORKLOAD: phrase("Workload"),
        ReferentReason.PERSON_ASKED: phrase("Asked by the person"),
        ReferentReason.OTHER: phrase("Other"),
    },
    ErasureReason: {
        ErasureReason.PERSON_ASKED: phrase("Asked by the person"),
        ErasureReason.OPENED_IN_ERROR: phrase("Opened in error"),
        ErasureReason.RETENTION_ENDED: phrase("End of the retention period"),
    },
    ReceiptVersion: {
        ReceiptVersion.FULL: phrase("Full"),
        ReceiptVersion.CARRY: phrase("Short, to carry along"),
    },
    ConsentState: {
        ConsentState.GIVEN: phrase("Given"),
        ConsentState.REFUSED: phrase("Refused"),
        ConsentState.WITHDRAWN: phrase("Withdrawn"),
        ConsentState.EXPIRED: phrase("Expired"),
    },
    WhyNotSeen: {
        WhyNotSeen.OBJECTION: phrase("Objection of the person"),
        WhyNotSeen.PROFESSION: phrase("Closed to this profession"),
        WhyNotSeen.NO_CONSENT: phrase("No consent"),
    },
}
