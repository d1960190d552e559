"""Words for rights, their procedures and what they ask for."""

from api.console.wording.tables import Tables
from api.languages.words import phrase
from api.observatory import categories
from domain.pathway.rights.right import Stage
from domain.rights.rules import RunsFrom
from domain.rights.schemes import (
    AppealStep,
    Cover,
    Decision,
    Document,
    DocumentRejection,
    EndReason,
    NonTakeUp,
    RefusalReason,
    Scheme,
    SuspensionReason,
)

RIGHTS: Tables = {
    Scheme: categories.SCHEMES,
    Cover: categories.COVERS,
    Stage: {
        Stage.COLLECTING: phrase("Collecting documents"),
        Stage.FILED: phrase("Filed"),
        Stage.GRANTED: phrase("Granted"),
        Stage.REFUSED: phrase("Refused"),
        Stage.OPEN: phrase("Open"),
        Stage.SUSPENDED: phrase("Suspended"),
        Stage.ENDED: phrase("Ended"),
    },
    Document: {
        Document.IDENTITY: phrase("Proof of identity"),
        Document.RESIDENCE: phrase("Proof of residence"),
        Document.RESOURCES: phrase("Proof of resources"),
        Document.PHOTOGRAPH: phrase("Photograph"),
        Document.DOMICILIATION_CERTIFICATE: phrase("Domiciliation certificate"),
        Document.HOST_STATEMENT: phrase("Sworn statement of the host"),
        Document.BANK_DETAILS: phrase("Bank details (RIB)"),
        Document.MEDICAL_CERTIFICATE: phrase("Medical certificate"),
        Document.FAMILY_RECORD: phrase("Family record book"),
        Document.RESIDENCE_PERMIT: phrase("Residence permit"),
        Document.REFUSAL_OF_COVER: phrase("Refusal of cover"),
        Document.OTHER: phrase("Other"),
    },
    DocumentRejection: {
        DocumentRejection.UNREADABLE: phrase("Unreadable"),
        DocumentRejection.OUT_OF_DATE: phrase("Out of date"),
        DocumentRejection.NAME_DIFFERS: phrase("The name differs"),
        DocumentRejection.NOT_ACCEPTED_AS_PROOF: phrase("Not accepted as proof"),
        DocumentRejection.INCOMPLETE: phrase("Incomplete"),
        DocumentRejection.LOST: phrase("Lost"),
        DocumentRejection.OTHER: phrase("Other"),
    },
    RefusalReason: {
        RefusalReason.RESOURCES: phrase("Resources above the ceiling"),
        RefusalReason.RESIDENCE_NOT_PROVED: phrase("Residence not proved"),
        RefusalReason.STAY_TOO_SHORT: phrase("In France for too short a time"),
        RefusalReason.IDENTITY_NOT_PROVED: phrase("Identity not proved"),
        RefusalReason.FILE_INCOMPLETE: phrase("Incomplete file"),
        RefusalReason.NO_LINK_WITH_COMMUNE: phrase("No link with the commune"),
        RefusalReason.OUTSIDE_APPROVAL: phrase("Outside the approval of the body"),
        RefusalReason.SATURATION: phrase("No more room (saturation)"),
        RefusalReason.MEDICAL_OPINION: phrase("Medical opinion"),
        RefusalReason.OTHER_RIGHT_FIRST: phrase("Another right comes first"),
        RefusalReason.OTHER: phrase("Other"),
    },
    SuspensionReason: {
        SuspensionReason.DECLARATION_MISSING: phrase("Declaration missing"),
        SuspensionReason.CONTACT_LOST: phrase("Contact lost"),
        SuspensionReason.SITUATION_CHECKED: phrase("The situation is being checked"),
        SuspensionReason.OTHER: phrase("Other"),
    },
    EndReason: {
        EndReason.TERM: phrase("End of its term"),
        EndReason.PERSON_ASKED: phrase("Asked by the person"),
        EndReason.NO_LINK_ANY_MORE: phrase("No link with the commune any more"),
        EndReason.NO_CONTACT: phrase("No contact"),
        EndReason.RULE_NOT_RESPECTED: phrase("Rules not respected"),
        EndReason.HOUSED: phrase("Housed"),
        EndReason.RESIDENCE_NO_LONGER_STABLE: phrase("Residence no longer stable"),
        EndReason.OTHER_RIGHT: phrase("Another right takes over"),
        EndReason.DEATH: phrase("Death"),
        EndReason.OTHER: phrase("Other"),
    },
    Decision: {
        Decision.GRANTED: phrase("Granted"),
        Decision.REFUSED: phrase("Refused"),
    },
    AppealStep: {
        AppealStep.PRIOR: phrase("Prior appeal"),
        AppealStep.COURT: phrase("Appeal to a court"),
    },
    NonTakeUp: categories.NON_TAKE_UP,
    RunsFrom: {
        RunsFrom.START: phrase("First day of the right"),
        RunsFrom.FILING: phrase("Filing"),
        RunsFrom.COMPLETE_FILE: phrase("Complete file"),
    },
}
