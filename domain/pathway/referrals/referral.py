"""One referral: its states, who may change them, and what each fact makes of it.

States and turns follow HL7 SDOH Clinical Care 3.0.0, Task for Referral Management; `expired` is
ours: nobody answered in time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.referrals.facts import (
    OutsideServiceNamed,
    PersonReturnedAfterRelay,
    ReferralAccepted,
    ReferralCancelled,
    ReferralChased,
    ReferralCompleted,
    ReferralDrafted,
    ReferralEnteredInError,
    ReferralExpired,
    ReferralFailed,
    ReferralPutOnHold,
    ReferralRejected,
    ReferralRequested,
    ReferralStarted,
    RelayDeclaredEffective,
)
from domain.pathway.referrals.refusals import ReferralAlreadyAnswered, ReferralNotAtThisStep
from domain.pathway.referrals.words import RelayEffect, Service, Urgency
from domain.refusals import Conflict


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


class Referral(NamedTuple):
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
    def is_left_unanswered(self) -> bool:
        """Whether its target neither answered nor was asked again; an outside service is not."""
        awaited = self.state is ReferralState.REQUESTED and self.target_id is not None
        return awaited and self.last_chased_at is None

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


def as_made(fact: ReferralDrafted | ReferralRequested, version: int) -> Referral:
    requested = isinstance(fact, ReferralRequested)
    return Referral(
        id=fact.referral_id,
        requested_by=fact.requested_by,
        target_id=fact.target_id,
        service=fact.service,
        urgency=fact.urgency,
        data_class=fact.data_class,
        state=ReferralState.REQUESTED if requested else ReferralState.DRAFT,
        since=fact.occurred_at,
        occurrence=version,
        requested_at=fact.occurred_at if requested else None,
    )


def changes_by(fact: Fact, version: int) -> dict[str, Any]:
    match fact:
        case OutsideServiceNamed():
            return {"outside_service": fact.name}
        case ReferralChased():
            return {"last_chased_at": fact.occurred_at}
        case RelayDeclaredEffective():
            return {"effect": fact.effect}
        case PersonReturnedAfterRelay():
            return {"returned_at": fact.occurred_at}
    return {
        "state": STATE_AFTER[type(fact)],
        "since": fact.occurred_at,
        "occurrence": version,
    }
