"""Referrals to common law, a closed loop: asked, answered, carried out, known to have served."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, ClassVar, Self
from uuid import UUID

from domain.kernel import Fact, Items, Part, having, none_yet
from domain.pathway.referral_facts import (
    Ask,
    CancellationReason,
    ErrorReason,
    FailureReason,
    HoldReason,
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
    ReferralMessageWritten,
    ReferralPutOnHold,
    ReferralRejected,
    ReferralRequested,
    ReferralStarted,
    RefusedBy,
    RejectionReason,
    RelayDeclaredEffective,
    RelayEffect,
)
from domain.pathway.referral_states import (
    AT_WORK,
    STATE_AFTER,
    STEPS,
    Party,
    ReasonContradictsRefusal,
    Referral,
    ReferralAlreadyAnswered,
    ReferralAlreadyRequested,
    ReferralNotAtThisStep,
    ReferralNotYours,
    ReferralState,
    ReferralStillInTime,
    ReferralToOneself,
    RelayAlreadyEffective,
    ReturnAlreadyRecorded,
    UnknownReferral,
)

BEGINNINGS = (ReferralDrafted, ReferralRequested)
CHANGES = (
    OutsideServiceNamed,
    ReferralAccepted,
    ReferralRejected,
    ReferralStarted,
    ReferralPutOnHold,
    ReferralCompleted,
    ReferralFailed,
    ReferralCancelled,
    ReferralEnteredInError,
    ReferralExpired,
    ReferralChased,
    RelayDeclaredEffective,
    PersonReturnedAfterRelay,
)


@dataclass(frozen=True, slots=True)
class Referrals(Part):
    """Every referral of the pathway, by id."""

    facts: ClassVar = (*BEGINNINGS, *CHANGES)

    all: Items[UUID, Referral] = field(default_factory=none_yet)

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
            ReferralNotAtThisStep: nothing more is awaited.
        """
        referral = self._known(referral_id, by=by)
        if by not in {None, referral.requested_by}:
            raise ReferralNotYours
        if not referral.is_open:
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

    def evolve(self, fact: Fact, version: int) -> Self:
        if isinstance(fact, BEGINNINGS):
            return type(self)(having(self.all, fact.referral_id, _as_made(fact, version)))
        if isinstance(fact, CHANGES) and fact.referral_id in self.all:  # else: begun, then erased
            referral = replace(self.all[fact.referral_id], **_changes_by(fact, version))
            return type(self)(having(self.all, fact.referral_id, referral))
        return self

    def _known(self, referral_id: UUID, *, by: UUID | None) -> Referral:
        """The referral, unless it is unknown or another organisation's draft."""
        referral = self.all.get(referral_id)
        if referral is None or (
            referral.state is ReferralState.DRAFT and by != referral.requested_by
        ):
            raise UnknownReferral
        return referral

    def _between(self, referral_id: UUID, *, by: UUID, party: Party = Party.EITHER) -> Referral:
        """The referral, if it is this organisation's turn."""
        referral = self._known(referral_id, by=by)
        if not referral.has_turn(by, party):
            raise ReferralNotYours
        return referral

    def _before(self, fact: type[Fact], referral_id: UUID, *, by: UUID) -> Referral:
        """The referral, if this fact may come next and this organisation may say so."""
        step = STEPS[fact]
        referral = self._between(referral_id, by=by, party=step.by)
        if referral.state not in step.sources:
            raise step.otherwise
        return referral

    def _not_yet_requested(self, referral_id: UUID, *, ask: Ask, by: UUID) -> None:
        if ask.target_id == by:
            raise ReferralToOneself
        known = self.all.get(referral_id)
        if known is not None and (
            known.state is not ReferralState.DRAFT or known.requested_by != by
        ):
            raise ReferralAlreadyRequested


def _must_agree(refused_by: RefusedBy | None, *, declined: bool) -> None:
    if declined != (refused_by is RefusedBy.PERSON):
        raise ReasonContradictsRefusal


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


def _as_made(fact: ReferralDrafted | ReferralRequested, version: int) -> Referral:
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


def _changes_by(fact: Fact, version: int) -> dict[str, Any]:
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
