"""Words for appointments, and for going there together."""

from api.console.wording.tables import Tables
from api.languages.words import phrase
from api.observatory import categories
from domain.pathway.accompaniments.words import (
    AccompanimentOutcome,
    AccompanimentState,
    RefusedBy,
)
from domain.pathway.accompaniments.words import (
    Why as WhyAccompanied,
)
from domain.pathway.appointments.words import (
    AppointmentKind,
    Attendance,
    ChangeReason,
    MissedReason,
    Side,
    Transport,
)

APPOINTMENTS: Tables = {
    AppointmentKind: {
        AppointmentKind.SOCIAL_SUPPORT: phrase("Social support"),
        AppointmentKind.RIGHTS: phrase("Rights"),
        AppointmentKind.ACCESS_TO_CARE: phrase("Access to care"),
        AppointmentKind.HOUSING: phrase("Housing"),
        AppointmentKind.MEDIATION: phrase("Mediation"),
        AppointmentKind.IMMIGRATION: phrase("Residence or asylum"),
        AppointmentKind.MEDICAL: phrase("Medical"),
        AppointmentKind.DENTAL: phrase("Dental care"),
        AppointmentKind.MATERNITY: phrase("Maternity"),
        AppointmentKind.ADDICTION: phrase("Addiction"),
        AppointmentKind.EXAMINATION: phrase("Examination"),
        AppointmentKind.MENTAL_HEALTH: phrase("Mental health"),
        AppointmentKind.SCREENING: phrase("Screening"),
        AppointmentKind.PROTECTION: phrase("Protection"),
        AppointmentKind.OTHER: phrase("Other"),
    },
    Transport: categories.TRANSPORTS,
    Side: {
        Side.PERSON: phrase("The person"),
        Side.SERVICE: phrase("The service"),
    },
    ChangeReason: {
        ChangeReason.UNWELL: phrase("Unwell"),
        ChangeReason.NO_TRANSPORT: phrase("No transport"),
        ChangeReason.NO_CHILDCARE: phrase("No childcare"),
        ChangeReason.WORK: phrase("Work"),
        ChangeReason.NO_INTERPRETER: phrase("No interpreter"),
        ChangeReason.ANOTHER_APPOINTMENT: phrase("Another appointment"),
        ChangeReason.NO_LONGER_NEEDED: phrase("No longer needed"),
        ChangeReason.PERSON_DECLINED: phrase("The person declined"),
        ChangeReason.STAFF_ABSENT: phrase("Staff absent"),
        ChangeReason.SERVICE_CLOSED: phrase("Service closed"),
        ChangeReason.OTHER: phrase("Other"),
    },
    MissedReason: {
        MissedReason.UNKNOWN: phrase("Reason not known"),
        MissedReason.NO_TRANSPORT: phrase("No transport"),
        MissedReason.NO_CHILDCARE: phrase("No childcare"),
        MissedReason.FORGOTTEN: phrase("Forgotten"),
        MissedReason.UNWELL: phrase("Unwell"),
        MissedReason.AFRAID: phrase("Afraid"),
        MissedReason.NOT_TOLD: phrase("Not told of it"),
        MissedReason.TURNED_AWAY: phrase("Turned away"),
        MissedReason.OTHER: phrase("Other"),
    },
    Attendance: {
        Attendance.UNKNOWN: phrase("Not known yet"),
        **categories.ATTENDANCES,
    },
    WhyAccompanied: {
        WhyAccompanied.NO_TRANSPORT: phrase("No transport"),
        WhyAccompanied.AFRAID: phrase("Afraid"),
        WhyAccompanied.LANGUAGE: phrase("Language"),
        WhyAccompanied.UNDERSTANDING: phrase("To understand and be heard there"),
        WhyAccompanied.FRAGILE: phrase("Frail"),
        WhyAccompanied.CHILDREN: phrase("Children"),
        WhyAccompanied.PERSON_ASKED: phrase("Asked by the person"),
        WhyAccompanied.OTHER: phrase("Other"),
    },
    AccompanimentOutcome: categories.OUTCOMES,
    RefusedBy: {
        RefusedBy.PERSON: phrase("The person"),
        RefusedBy.ORGANISATION: phrase("The organisation"),
    },
    AccompanimentState: {
        AccompanimentState.PLANNED: phrase("Planned"),
        AccompanimentState.CARRIED_OUT: phrase("Carried out"),
        AccompanimentState.REFUSED: phrase("Refused"),
    },
}
