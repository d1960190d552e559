"""The states of a referral, who may change them, and how a change is refused.

They follow HL7 SDOH Clinical Care 3.0.0, Task for Referral Management; `expired` is ours: nobody
answered in time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.referral_facts import (
    ReferralAccepted,
    ReferralCancelled,
    ReferralCompleted,
    ReferralEnteredInError,
    ReferralExpired,
    ReferralFailed,
    ReferralPutOnHold,
    ReferralRejected,
    ReferralStarted,
    RelayEffect,
    Service,
    Urgency,
)
from domain.refusals import Conflict, Forbidden, NotFound


class UnknownReferral(NotFound):
    code = "unknown-referral"
    title = "There is no such referral on this pathway, or none that you may see."


class ReferralAlreadyRequested(Conflict):
    code = "referral-already-requested"
    title = "This referral has left already: cancel it and make another."


class ReferralToOneself(Conflict):
    code = "referral-to-oneself"
    title = "An organisation refers to others: plan a follow-up for what it does itself."


class ReferralAlreadyAnswered(Conflict):
    code = "referral-already-answered"
    title = "A referral is answered once: see its present state."


class ReferralNotAtThisStep(Conflict):
    code = "referral-not-at-this-step"
    title = "This referral is not at a step that allows it: see its present state."


class ReferralNotYours(Forbidden):
    code = "referral-not-yours"
    title = "Only the organisation whose turn it is may do this to a referral."


class ReasonContradictsRefusal(Conflict):
    code = "reason-contradicts-refusal"
    title = "“The person declined” goes with a refusal by the person, and with no other."


class ReferralStillInTime(Conflict):
    code = "referral-still-in-time"
    title = "This referral may still be answered: it has not expired."


class RelayAlreadyEffective(Conflict):
    code = "relay-already-effective"
    title = "This relay was declared effective before."


class ReturnAlreadyRecorded(Conflict):
    code = "return-already-recorded"
    title = "This return after a relay was recorded before."


class ReferralState(StrEnum):
    DRAFT = "draft"
    REQUESTED = "requested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"  # declined before any action
    ON_HOLD = "on_hold"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    FAILED = "failed"  # attempted, without success
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    ENTERED_IN_ERROR = "entered_in_error"


AT_WORK = frozenset({ReferralState.ACCEPTED, ReferralState.IN_PROGRESS, ReferralState.ON_HOLD})
OPEN = AT_WORK | {ReferralState.REQUESTED}
NOT_IN_ERROR = frozenset(ReferralState) - {ReferralState.ENTERED_IN_ERROR}


class Party(StrEnum):
    """Whose turn it is."""

    REQUESTER = "requester"
    TARGET = "target"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Step:
    """A transition: from which states, to which, by whom, and how it is refused elsewhere."""

    sources: frozenset[ReferralState]
    to: ReferralState
    by: Party
    otherwise: type[Conflict] = ReferralNotAtThisStep


REQUESTED = frozenset({ReferralState.REQUESTED})
NOT_HELD = frozenset({ReferralState.ACCEPTED, ReferralState.IN_PROGRESS})
NOT_STARTED = frozenset({ReferralState.ACCEPTED, ReferralState.ON_HOLD})
ANSWERED_ONCE = ReferralAlreadyAnswered

STEPS: Mapping[type[Fact], Step] = {
    ReferralAccepted: Step(REQUESTED, ReferralState.ACCEPTED, Party.TARGET, ANSWERED_ONCE),
    ReferralRejected: Step(REQUESTED, ReferralState.REJECTED, Party.TARGET, ANSWERED_ONCE),
    ReferralStarted: Step(NOT_STARTED, ReferralState.IN_PROGRESS, Party.TARGET),
    ReferralPutOnHold: Step(NOT_HELD, ReferralState.ON_HOLD, Party.TARGET),
    ReferralCompleted: Step(AT_WORK, ReferralState.COMPLETED, Party.TARGET),
    ReferralFailed: Step(AT_WORK, ReferralState.FAILED, Party.TARGET),
    ReferralCancelled: Step(OPEN, ReferralState.CANCELLED, Party.EITHER),
    ReferralEnteredInError: Step(NOT_IN_ERROR, ReferralState.ENTERED_IN_ERROR, Party.REQUESTER),
}

STATE_AFTER: Mapping[type[Fact], ReferralState] = {
    **{fact: step.to for fact, step in STEPS.items()},
    ReferralExpired: ReferralState.EXPIRED,
}


@dataclass(frozen=True, slots=True)
class Referral:
    """One request, as it stands."""

    id: UUID
    requested_by: UUID  # organisation
    target_id: UUID | None  # organisation; None for an outside service
    service: Service
    urgency: Urgency
    data_class: DataClass
    state: ReferralState
    since: datetime  # when it came to this state, as declared
    occurrence: int  # version of the fact that brought it to this state
    requested_at: datetime | None = None
    outside_service: str | None = None
    last_chased_at: datetime | None = None
    effect: RelayEffect | None = None
    returned_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has something to do."""
        return self.state in OPEN

    @property
    def answered_by(self) -> UUID:
        """The organisation that records answers; the requester relays an outside service's."""
        return self.target_id or self.requested_by

    def has_turn(self, organisation_id: UUID, party: Party) -> bool:
        match party:
            case Party.REQUESTER:
                return organisation_id == self.requested_by
            case Party.TARGET:
                return organisation_id == self.answered_by
            case Party.EITHER:
                return organisation_id in {self.requested_by, self.answered_by}
