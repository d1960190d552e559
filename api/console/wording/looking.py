"""Words for lists, and for who looked at what."""

from api.console.wording.tables import Tables
from api.languages.words import phrase
from application.caseloads.read_handover import HandoverState
from application.erasures.ports import ErasureState
from application.mandates.list_mandates import MandateState
from application.traces.trace import Look, Purpose
from application.views.agenda import AgendaKind
from application.views.caseload import CaseloadOrder, DueKind
from domain.lawful import Fault
from domain.mandates.words import MandatePurpose, Reach

LOOKING: Tables = {
    DueKind: {
        DueKind.APPOINTMENT: phrase("Appointment"),
        DueKind.FOLLOW_UP: phrase("Follow-up"),
        DueKind.RIGHT_ENDS: phrase("End of a right"),
        DueKind.ACCESS_ENDS: phrase("End of access"),
    },
    CaseloadOrder: {
        CaseloadOrder.DUE: phrase("What is due first"),
        CaseloadOrder.CONTACT: phrase("Longest without contact"),
    },
    AgendaKind: {
        AgendaKind.APPOINTMENT: phrase("Appointment"),
        AgendaKind.FOLLOW_UP: phrase("Follow-up"),
    },
    Look: {
        Look.PATHWAY: phrase("Pathway"),
        Look.TIMELINE: phrase("Timeline"),
        Look.REPLAY: phrase("Replay"),
        Look.ACCESS: phrase("Who sees what"),
        Look.READS: phrase("Who looked"),
        Look.RECEIPT: phrase("Receipt"),
        Look.LIST: phrase("List"),
        Look.SEARCH: phrase("Search by name"),
        Look.REMINDER: phrase("Reminder"),
    },
    Purpose: {
        Purpose.FOLLOW_UP: phrase("Follow-up"),
        Purpose.ASKED_BY_PERSON: phrase("Asked by the person"),
        Purpose.HANDOVER: phrase("Handover"),
        Purpose.AUDIT: phrase("Audit"),
    },
    MandatePurpose: {
        MandatePurpose.COMPLAINT: phrase("Complaint"),
        MandatePurpose.INCIDENT: phrase("Incident"),
        MandatePurpose.REGULAR_CHECK: phrase("Regular check"),
        MandatePurpose.AUTHORITY: phrase("Asked by an authority"),
    },
    Reach: {
        Reach.NETWORK: phrase("The network"),
        Reach.ORGANISATIONS: phrase("Some organisations"),
        Reach.PATHWAYS: phrase("Some pathways"),
    },
    MandateState: {
        MandateState.ASKED: phrase("Asked for"),
        MandateState.GRANTED: phrase("Granted"),
        MandateState.RUNNING: phrase("In force"),
        MandateState.OVER: phrase("Ended"),
    },
    Fault: {
        Fault.NO_PATHWAY: phrase("No pathway then"),
        Fault.NO_HAT: phrase("Nobody under this hat"),
        Fault.NO_GROUND: phrase("No ground"),
        Fault.NO_MANDATE: phrase("No mandate"),
    },
    HandoverState: {
        HandoverState.WAITING: phrase("Waiting"),
        HandoverState.HANDED_OVER: phrase("Handed over"),
        HandoverState.LEFT_BEHIND: phrase("Left as it was"),
    },
    ErasureState: {
        ErasureState.ASKED: phrase("Asked for"),
        ErasureState.APPROVED: phrase("Approved"),
        ErasureState.RECORDED: phrase("Recorded: nobody sees the person any more"),
        ErasureState.DESTROYED: phrase("Keys destroyed"),
        ErasureState.PURGED: phrase("Lists emptied of it"),
        ErasureState.CERTIFIED: phrase("Certified"),
    },
}
