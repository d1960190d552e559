"""Answering: the target accepts or rejects, then does what was asked; either side cancels."""

from datetime import datetime
from uuid import UUID

from domain.pathway.referrals.asking import Asking
from domain.pathway.referrals.facts import (
    ReferralAccepted,
    ReferralCancelled,
    ReferralCompleted,
    ReferralFailed,
    ReferralPutOnHold,
    ReferralRejected,
    ReferralStarted,
)
from domain.pathway.referrals.refusals import (
    ReasonContradictsRefusal,
)
from domain.pathway.referrals.words import (
    CancellationReason,
    FailureReason,
    HoldReason,
    RefusedBy,
    RejectionReason,
)


class Answering(Asking):
    """What the organisation asked does; an outside service's answers are relayed by who asked."""

    __slots__ = ()

    def accept(self, *, referral_id: UUID, by: UUID, at: datetime) -> ReferralAccepted:
        """Take responsibility for what the referral asks.

        Raises:
            ReferralNotYours: it was asked of another organisation.
            ReferralAlreadyAnswered: it was accepted, rejected, cancelled or has expired.
        """
        referral = self._before(ReferralAccepted, referral_id, by=by)
        return ReferralAccepted(
            occurred_at=at,
            data_class=referral.data_class,
            referral_id=referral_id,
            accepted_by=by,
        )

    def reject(
        self,
        *,
        referral_id: UUID,
        by: UUID,
        refused_by: RefusedBy,
        reason: RejectionReason,
        at: datetime,
    ) -> ReferralRejected:
        """Decline before anything was done, always with a reason and with who refused.

        Raises:
            ReferralNotYours: it was asked of another organisation.
            ReferralAlreadyAnswered: it was accepted, rejected, cancelled or has expired.
            ReasonContradictsRefusal: the reason and who refused do not fit.
        """
        referral = self._before(ReferralRejected, referral_id, by=by)
        _must_agree(refused_by, declined=reason is RejectionReason.PERSON_DECLINED)
        return ReferralRejected(
            occurred_at=at,
            data_class=referral.data_class,
            referral_id=referral_id,
            rejected_by=by,
            refused_by=refused_by,
            reason=reason,
        )

    def start(self, *, referral_id: UUID, by: UUID, at: datetime) -> ReferralStarted:
        """Begin the work it asks for, or begin again after a hold.

        Raises:
            ReferralNotYours: it was asked of another organisation.
            ReferralNotAtThisStep: it is neither accepted nor on hold.
        """
        referral = self._before(ReferralStarted, referral_id, by=by)
        return ReferralStarted(
            occurred_at=at,
            data_class=referral.data_class,
            referral_id=referral_id,
            started_by=by,
        )

    def hold(
        self, *, referral_id: UUID, by: UUID, reason: HoldReason, at: datetime
    ) -> ReferralPutOnHold:
        """Stop for a while, saying what is waited for.

        Raises:
            ReferralNotYours: it was asked of another organisation.
            ReferralNotAtThisStep: it is neither accepted nor in progress.
        """
        referral = self._before(ReferralPutOnHold, referral_id, by=by)
        return ReferralPutOnHold(
            occurred_at=at,
            data_class=referral.data_class,
            referral_id=referral_id,
            held_by=by,
            reason=reason,
        )

    def complete(self, *, referral_id: UUID, by: UUID, at: datetime) -> ReferralCompleted:
        """Say that what it asked was done.

        Raises:
            ReferralNotYours: it was asked of another organisation.
            ReferralNotAtThisStep: it is not being carried out.
        """
        referral = self._before(ReferralCompleted, referral_id, by=by)
        return ReferralCompleted(
            occurred_at=at,
            data_class=referral.data_class,
            referral_id=referral_id,
            completed_by=by,
        )

    def fail(
        self,
        *,
        referral_id: UUID,
        by: UUID,
        refused_by: RefusedBy | None,
        reason: FailureReason,
        at: datetime,
    ) -> ReferralFailed:
        """Say that it was attempted and why it did not succeed.

        Raises:
            ReferralNotYours: it was asked of another organisation.
            ReferralNotAtThisStep: it is not being carried out.
            ReasonContradictsRefusal: the reason and who refused do not fit.
        """
        referral = self._before(ReferralFailed, referral_id, by=by)
        _must_agree(refused_by, declined=reason is FailureReason.PERSON_DECLINED)
        return ReferralFailed(
            occurred_at=at,
            data_class=referral.data_class,
            referral_id=referral_id,
            failed_by=by,
            refused_by=refused_by,
            reason=reason,
        )

    def cancel(
        self,
        *,
        referral_id: UUID,
        by: UUID,
        refused_by: RefusedBy | None,
        reason: CancellationReason,
        at: datetime,
    ) -> ReferralCancelled:
        """Stop it, from either side.

        Raises:
            ReferralNotYours: it is between two other organisations.
            ReferralNotAtThisStep: it is over, or was never sent.
            ReasonContradictsRefusal: the reason and who refused do not fit.
        """
        referral = self._before(ReferralCancelled, referral_id, by=by)
        _must_agree(refused_by, declined=reason is CancellationReason.PERSON_DECLINED)
        return ReferralCancelled(
            occurred_at=at,
            data_class=referral.data_class,
            referral_id=referral_id,
            cancelled_by=by,
            refused_by=refused_by,
            reason=reason,
        )


def _must_agree(refused_by: RefusedBy | None, *, declined: bool) -> None:
    if declined != (refused_by is RefusedBy.PERSON):
        raise ReasonContradictsRefusal
