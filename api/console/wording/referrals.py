"""Words for referrals to common law."""

from api.console.wording.tables import Tables
from api.languages.words import phrase
from api.observatory import categories
from application.views.referrals import Box
from domain.pathway.referrals.referral import Party, ReferralState
from domain.pathway.referrals.words import (
    CancellationReason,
    ErrorReason,
    FailureReason,
    HoldReason,
    RefusedBy,
    RejectionReason,
    RelayEffect,
    Service,
    Urgency,
)

REFERRALS: Tables = {
    Service: categories.SERVICES,
    Urgency: {
        Urgency.ROUTINE: phrase("Routine"),
        Urgency.SOON: phrase("Soon"),
        Urgency.URGENT: phrase("Urgent"),
    },
    ReferralState: {
        ReferralState.DRAFT: phrase("Draft"),
        ReferralState.REQUESTED: phrase("Requested"),
        ReferralState.ACCEPTED: phrase("Accepted"),
        ReferralState.REJECTED: phrase("Declined"),
        ReferralState.ON_HOLD: phrase("On hold"),
        ReferralState.IN_PROGRESS: phrase("In progress"),
        ReferralState.COMPLETED: phrase("Completed"),
        ReferralState.FAILED: phrase("Failed"),
        ReferralState.CANCELLED: phrase("Cancelled"),
        ReferralState.EXPIRED: phrase("Expired without an answer"),
        ReferralState.ENTERED_IN_ERROR: phrase("Entered in error"),
    },
    Party: {
        Party.REQUESTER: phrase("Requesting organisation"),
        Party.TARGET: phrase("Organisation asked"),
        Party.EITHER: phrase("Either organisation"),
    },
    RefusedBy: {
        RefusedBy.SERVICE: phrase("The service"),
        RefusedBy.PERSON: phrase("The person"),
    },
    RejectionReason: {
        RejectionReason.NO_CAPACITY: phrase("No capacity"),
        RejectionReason.WAITING_LIST: phrase("Waiting list"),
        RejectionReason.OUTSIDE_AREA: phrase("Outside the area"),
        RejectionReason.NO_LINK_WITH_COMMUNE: phrase("No link with the commune"),
        RejectionReason.NOT_ELIGIBLE: phrase("Not eligible"),
        RejectionReason.WRONG_SERVICE: phrase("Wrong service"),
        RejectionReason.MISSING_DOCUMENT: phrase("Missing document"),
        RejectionReason.ASSESSMENT_REQUIRED: phrase("More is to be assessed"),
        RejectionReason.ALREADY_FOLLOWED: phrase("Already followed there"),
        RejectionReason.PERSON_DECLINED: phrase("The person declined"),
        RejectionReason.OTHER: phrase("Other"),
    },
    FailureReason: {
        FailureReason.NO_SHOW: phrase("The person did not come"),
        FailureReason.CONTACT_LOST: phrase("Contact lost"),
        FailureReason.PERSON_DECLINED: phrase("The person declined"),
        FailureReason.PERSON_MOVED: phrase("Moved away"),
        FailureReason.NOT_ELIGIBLE: phrase("Not eligible"),
        FailureReason.RIGHT_REFUSED: phrase("Right refused"),
        FailureReason.MISSING_DOCUMENT: phrase("Missing document"),
        FailureReason.WAITED_TOO_LONG: phrase("Waited too long"),
        FailureReason.SERVICE_STOPPED: phrase("The service stopped"),
        FailureReason.OTHER: phrase("Other"),
    },
    CancellationReason: {
        CancellationReason.NO_LONGER_NEEDED: phrase("No longer needed"),
        CancellationReason.PERSON_DECLINED: phrase("The person declined"),
        CancellationReason.PERSON_MOVED: phrase("Moved away"),
        CancellationReason.SOLVED_OTHERWISE: phrase("Solved otherwise"),
        CancellationReason.REFERRED_ELSEWHERE: phrase("Referred elsewhere"),
        CancellationReason.SERVICE_STOPPED: phrase("The service stopped"),
        CancellationReason.OTHER: phrase("Other"),
    },
    HoldReason: {
        HoldReason.WAITING_LIST: phrase("Waiting list"),
        HoldReason.MISSING_DOCUMENT: phrase("Missing document"),
        HoldReason.WAITING_FOR_PERSON: phrase("Waiting for the person"),
        HoldReason.WAITING_FOR_DECISION: phrase("Waiting for a decision"),
        HoldReason.PERSON_UNREACHABLE: phrase("The person cannot be reached"),
        HoldReason.OTHER: phrase("Other"),
    },
    ErrorReason: {
        ErrorReason.WRONG_PERSON: phrase("Wrong person"),
        ErrorReason.WRONG_TARGET: phrase("Wrong organisation"),
        ErrorReason.TWICE: phrase("Entered twice"),
        ErrorReason.OTHER: phrase("Other"),
    },
    RelayEffect: categories.EFFECTS,
    Box: {
        Box.INBOX: phrase("Referrals received"),
        Box.OUTBOX: phrase("Referrals sent"),
    },
}
