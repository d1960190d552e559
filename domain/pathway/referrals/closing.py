"""Closing the loop: chased, expired, and known to have served or not."""

from datetime import datetime, timedelta
from uuid import UUID

from domain.pathway.referrals.answering import Answering
from domain.pathway.referrals.facts import (
    PersonReturnedAfterRelay,
    ReferralChased,
    ReferralExpired,
    RelayDeclaredEffective,
)
from domain.pathway.referrals.referral import AT_WORK, ReferralState
from domain.pathway.referrals.refusals import (
    ReferralAlreadyAnswered,
    ReferralNotAtThisStep,
    ReferralNotYours,
    ReferralStillInTime,
    RelayAlreadyEffective,
    ReturnAlreadyRecorded,
)
from domain.pathway.referrals.words import RelayEffect


class Closing(Answering):
    """What is known of a referral beyond its answer."""

    __slots__ = ()

    def expire(self, *, referral_id: UUID, after_days: int, at: datetime) -> ReferralExpired:
        """End a referral that nobody answered within `after_days` days.

        Raises:
            ReferralAlreadyAnswered: it was.
            ReferralStillInTime: it may still be.
        """
        referral = self._known(referral_id, by=None)
        if referral.state is not ReferralState.REQUESTED or referral.requested_at is None:
            raise ReferralAlreadyAnswered
        if at < referral.requested_at + timedelta(days=after_days):
            raise ReferralStillInTime
        return ReferralExpired(
            occurred_at=at,
            data_class=referral.data_class,
            referral_id=referral_id,
            unanswered_days=(at - referral.requested_at).days,
        )

    def chase(self, *, referral_id: UUID, by: UUID | None, at: datetime) -> ReferralChased:
        """Ask the target again where it stands; `by` nobody, the system itself.

        Raises:
            ReferralNotYours: another organisation made it.
            ReferralNotAtThisStep: nothing more is awaited; by nobody: no answer is awaited, or
                somebody chased it already.
        """
        referral = self._known(referral_id, by=by)
        if by not in {None, referral.requested_by}:
            raise ReferralNotYours
        if not (referral.is_open if by else referral.is_left_unanswered):
            raise ReferralNotAtThisStep
        return ReferralChased(
            occurred_at=at, data_class=referral.data_class, referral_id=referral_id, chased_by=by
        )

    def declare_effective(
        self, *, referral_id: UUID, by: UUID, effect: RelayEffect, at: datetime
    ) -> RelayDeclaredEffective:
        """Say that common law has taken over, and by what it shows.

        Raises:
            ReferralNotYours: it is between two other organisations.
            ReferralNotAtThisStep: it was neither carried out nor is being so.
            RelayAlreadyEffective: this was said before.
        """
        referral = self._between(referral_id, by=by)
        if referral.state not in {*AT_WORK, ReferralState.COMPLETED}:
            raise ReferralNotAtThisStep
        if referral.effect is not None:
            raise RelayAlreadyEffective
        return RelayDeclaredEffective(
            occurred_at=at,
            data_class=referral.data_class,
            referral_id=referral_id,
            declared_by=by,
            effect=effect,
        )

    def record_return(
        self, *, referral_id: UUID, by: UUID, at: datetime
    ) -> PersonReturnedAfterRelay:
        """Say that the person came back although they had been relayed.

        Raises:
            ReferralNotYours: it is between two other organisations.
            ReferralNotAtThisStep: it was not completed.
            ReturnAlreadyRecorded: this was said before.
        """
        referral = self._between(referral_id, by=by)
        if referral.state is not ReferralState.COMPLETED:
            raise ReferralNotAtThisStep
        if referral.returned_at is not None:
            raise ReturnAlreadyRecorded
        return PersonReturnedAfterRelay(
            occurred_at=at, data_class=referral.data_class, referral_id=referral_id, seen_by=by
        )
