"""Asking: a referral is drafted, sent, or said to be an error."""

from datetime import datetime
from uuid import UUID

from domain.kernel import Fact
from domain.pathway.referrals.facts import (
    OutsideServiceNamed,
    ReferralDrafted,
    ReferralEnteredInError,
    ReferralMessageWritten,
    ReferralRequested,
)
from domain.pathway.referrals.made import Made
from domain.pathway.referrals.referral import ReferralState
from domain.pathway.referrals.refusals import (
    ReferralAlreadyRequested,
    ReferralToOneself,
)
from domain.pathway.referrals.words import Ask, ErrorReason


class Asking(Made):
    """What the organisation that makes a referral does."""

    __slots__ = ()

    def draft(self, *, referral_id: UUID, ask: Ask, by: UUID, at: datetime) -> list[Fact]:
        """Prepare a referral, or prepare it again; only its author's organisation knows of it.

        Raises:
            ReferralToOneself: it asks its own organisation.
            ReferralAlreadyRequested: it has left.
        """
        self._not_yet_requested(referral_id, ask=ask, by=by)
        drafted = ReferralDrafted(
            occurred_at=at,
            data_class=ask.class_of_content(),
            referral_id=referral_id,
            requested_by=by,
            target_id=ask.target_id,
            service=ask.service,
            urgency=ask.urgency,
        )
        return [drafted, *_words_of(ask, referral_id=referral_id, by=by, at=at, draft_of=by)]

    def request(self, *, referral_id: UUID, ask: Ask, by: UUID, at: datetime) -> list[Fact]:
        """Send a referral, drafted before or not; its free words are facts of their own.

        Raises:
            ReferralToOneself: it asks its own organisation.
            ReferralAlreadyRequested: it has left.
        """
        self._not_yet_requested(referral_id, ask=ask, by=by)
        requested = ReferralRequested(
            occurred_at=at,
            data_class=ask.class_of_content(),
            referral_id=referral_id,
            requested_by=by,
            target_id=ask.target_id,
            service=ask.service,
            urgency=ask.urgency,
        )
        return [requested, *_words_of(ask, referral_id=referral_id, by=by, at=at)]

    def withdraw(
        self, *, referral_id: UUID, by: UUID, reason: ErrorReason, at: datetime
    ) -> ReferralEnteredInError:
        """Say that it should never have been recorded.

        Raises:
            ReferralNotYours: another organisation recorded it.
            ReferralNotAtThisStep: this was said before.
        """
        referral = self._before(ReferralEnteredInError, referral_id, by=by)
        return ReferralEnteredInError(
            occurred_at=at,
            data_class=referral.data_class,
            referral_id=referral_id,
            withdrawn_by=by,
            reason=reason,
            draft_of=by if referral.state is ReferralState.DRAFT else None,
        )

    def _not_yet_requested(self, referral_id: UUID, *, ask: Ask, by: UUID) -> None:
        if ask.target_id == by:
            raise ReferralToOneself
        known = self.by_id.get(referral_id)
        if known is not None and (
            known.state is not ReferralState.DRAFT or known.requested_by != by
        ):
            raise ReferralAlreadyRequested


def _words_of(
    ask: Ask, *, referral_id: UUID, by: UUID, at: datetime, draft_of: UUID | None = None
) -> list[Fact]:
    """What a referral says in free words, each sealed alone, beside the referral itself."""
    floor = ask.class_of_content()
    words: list[Fact] = []
    if ask.outside_service is not None:
        words.append(
            OutsideServiceNamed(
                occurred_at=at,
                data_class=floor,
                referral_id=referral_id,
                name=ask.outside_service,
                draft_of=draft_of,
            )
        )
    if ask.message is not None:
        words.append(
            ReferralMessageWritten(
                occurred_at=at,
                data_class=floor.raised_to(ask.message.data_class),
                referral_id=referral_id,
                written_by=by,
                text=ask.message.text,
                draft_of=draft_of,
            )
        )
    return words
