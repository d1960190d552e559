"""What is recorded about referrals: requests made to common law, and what became of them."""

from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact
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
from domain.text import Label, Text


class ReferralDrafted(Fact, topic="referral-drafted", lowest=DataClass.SOCIAL):
    referral_id: UUID
    requested_by: UUID  # organisation
    target_id: UUID | None  # organisation; None for an outside service
    service: Service
    urgency: Urgency

    @property
    def private_to(self) -> UUID:
        """A draft is its author's organisation's alone."""
        return self.requested_by


class ReferralRequested(Fact, topic="referral-requested", lowest=DataClass.SOCIAL):
    referral_id: UUID
    requested_by: UUID  # organisation
    target_id: UUID | None  # organisation; None for an outside service
    service: Service
    urgency: Urgency


class OutsideServiceNamed(
    Fact, topic="referral-outside-service-named", lowest=DataClass.SOCIAL, alone=True
):
    """Whom a referral is addressed to outside the network; it may name a third person."""

    referral_id: UUID
    name: Label
    draft_of: UUID | None = None  # organisation; while it is only a draft, theirs alone

    @property
    def private_to(self) -> UUID | None:
        return self.draft_of


class ReferralMessageWritten(
    Fact, topic="referral-message-written", lowest=DataClass.SOCIAL, alone=True
):
    referral_id: UUID
    written_by: UUID  # organisation
    text: Text
    draft_of: UUID | None = None  # organisation; while it is only a draft, theirs alone

    @property
    def private_to(self) -> UUID | None:
        return self.draft_of


class ReferralAccepted(Fact, topic="referral-accepted", lowest=DataClass.SOCIAL):
    referral_id: UUID
    accepted_by: UUID  # organisation: the target, or who relays an outside service's answer


class ReferralRejected(Fact, topic="referral-rejected", lowest=DataClass.SOCIAL):
    referral_id: UUID
    rejected_by: UUID  # organisation
    refused_by: RefusedBy
    reason: RejectionReason


class ReferralStarted(Fact, topic="referral-started", lowest=DataClass.SOCIAL):
    """The work it asks for has begun, or begins again after a hold."""

    referral_id: UUID
    started_by: UUID  # organisation


class ReferralPutOnHold(Fact, topic="referral-put-on-hold", lowest=DataClass.SOCIAL):
    referral_id: UUID
    held_by: UUID  # organisation
    reason: HoldReason


class ReferralCompleted(Fact, topic="referral-completed", lowest=DataClass.SOCIAL):
    referral_id: UUID
    completed_by: UUID  # organisation


class ReferralFailed(Fact, topic="referral-failed", lowest=DataClass.SOCIAL):
    """It was attempted, without success; one declined before any action is rejected."""

    referral_id: UUID
    failed_by: UUID  # organisation that says so
    refused_by: RefusedBy | None  # None where nobody refused: a contact lost
    reason: FailureReason


class ReferralCancelled(Fact, topic="referral-cancelled", lowest=DataClass.SOCIAL):
    referral_id: UUID
    cancelled_by: UUID  # organisation
    refused_by: RefusedBy | None  # None where nobody refused: no longer needed
    reason: CancellationReason


class ReferralExpired(Fact, topic="referral-expired", lowest=DataClass.SOCIAL):
    """Nobody answered in time."""

    referral_id: UUID
    unanswered_days: int


class ReferralEnteredInError(Fact, topic="referral-entered-in-error", lowest=DataClass.SOCIAL):
    referral_id: UUID
    withdrawn_by: UUID  # organisation
    reason: ErrorReason
    draft_of: UUID | None = None  # organisation; a draft is withdrawn without a trace for others

    @property
    def private_to(self) -> UUID | None:
        return self.draft_of


class ReferralChased(Fact, topic="referral-chased", lowest=DataClass.SOCIAL):
    referral_id: UUID
    chased_by: UUID | None  # organisation; None for the system itself


class RelayDeclaredEffective(Fact, topic="relay-declared-effective", lowest=DataClass.SOCIAL):
    referral_id: UUID
    declared_by: UUID  # organisation
    effect: RelayEffect


class PersonReturnedAfterRelay(Fact, topic="person-returned-after-relay", lowest=DataClass.SOCIAL):
    referral_id: UUID
    seen_by: UUID  # organisation
