"""Words for follow-up and mediation."""

from api.console.wording.tables import Tables
from api.languages.words import phrase
from api.observatory import categories
from domain.pathway.encounters import Kind as EncounterKind
from domain.pathway.follow_up import FollowUpMissedReason, FollowUpState, Mode, Purpose
from domain.pathway.interviews import NextStep, Theme
from domain.pathway.mediation import Ending
from domain.pathway.pace import SuspensionReason
from domain.pathway.psychology import Consents

FOLLOWING: Tables = {
    Mode: categories.MODES,
    Purpose: {
        Purpose.RIGHTS: phrase("Rights"),
        Purpose.DOCUMENTS: phrase("Supporting documents"),
        Purpose.REFERRAL: phrase("Referral"),
        Purpose.HOUSING: phrase("Housing"),
        Purpose.CARE: phrase("Care"),
        Purpose.NEWS: phrase("News of the person"),
        Purpose.OTHER: phrase("Other"),
    },
    FollowUpMissedReason: {
        FollowUpMissedReason.UNREACHABLE: phrase("The person cannot be reached"),
        FollowUpMissedReason.DID_NOT_COME: phrase("The person did not come"),
        FollowUpMissedReason.PERSON_DECLINED: phrase("The person declined"),
        FollowUpMissedReason.STAFF_ABSENT: phrase("Staff absent"),
        FollowUpMissedReason.OTHER: phrase("Other"),
    },
    FollowUpState: {
        FollowUpState.PLANNED: phrase("Planned"),
        FollowUpState.DONE: phrase("Done"),
        FollowUpState.MISSED: phrase("Missed"),
    },
    Theme: {
        Theme.RIGHTS: phrase("Rights"),
        Theme.DOCUMENTS: phrase("Papers"),
        Theme.MONEY: phrase("Money"),
        Theme.HOUSING: phrase("Housing"),
        Theme.FOOD: phrase("Food"),
        Theme.MOBILITY: phrase("Mobility"),
        Theme.WORK: phrase("Work"),
        Theme.LANGUAGE: phrase("Language"),
        Theme.DIGITAL: phrase("Digital"),
        Theme.FAMILY: phrase("Family"),
        Theme.ISOLATION: phrase("Isolation"),
        Theme.CARE_SYSTEM: phrase("The care system"),
        Theme.RESIDENCE_STATUS: phrase("Right to stay"),
        Theme.HEALTH: phrase("Health"),
        Theme.PREGNANCY: phrase("Pregnancy"),
        Theme.ADDICTION: phrase("Addiction"),
        Theme.SUFFERING: phrase("Suffering"),
        Theme.SCREENING: phrase("Screening"),
        Theme.VIOLENCE: phrase("Violence"),
        Theme.OTHER: phrase("Other"),
    },
    NextStep: {
        NextStep.NONE: phrase("Nothing for now"),
        NextStep.THINK_IT_OVER: phrase("Think it over"),
        NextStep.BRING_DOCUMENTS: phrase("Bring papers"),
        NextStep.APPLY_FOR_RIGHT: phrase("Apply for a right"),
        NextStep.BOOK_APPOINTMENT: phrase("Make an appointment"),
        NextStep.GO_TOGETHER: phrase("Go there together"),
        NextStep.REFER: phrase("Refer"),
        NextStep.MEET_AGAIN: phrase("Meet again"),
    },
    Ending: categories.ENDINGS,
    SuspensionReason: {
        SuspensionReason.PERSON_ASKED: phrase("Asked by the person"),
        SuspensionReason.OVERWHELMED: phrase("Too much at once"),
        SuspensionReason.AWAY: phrase("Away"),
        SuspensionReason.OTHER: phrase("Other"),
    },
    Consents: {
        Consents.PERSON: phrase("The person"),
        Consents.SERVICE: phrase("The service"),
    },
    EncounterKind: {
        EncounterKind.FIRST_MEETING: phrase("First meeting"),
        EncounterKind.APPOINTMENT: phrase("Appointment"),
        EncounterKind.FOLLOW_UP: phrase("Follow-up"),
        EncounterKind.INTERVIEW: phrase("Mediation interview"),
        EncounterKind.ACCOMPANIMENT: phrase("Accompaniment"),
        EncounterKind.BUFFER_SESSION: phrase("Buffer session"),
        EncounterKind.ACTIVITY: phrase("Activity"),
        EncounterKind.WORKSHOP: phrase("Workshop"),
        EncounterKind.CONSULTATION: phrase("Consultation"),
    },
}
