"""Every referral of the pathway, by its id; the decisions on them stand in the next modules."""

from dataclasses import dataclass, field
from typing import ClassVar, Self
from uuid import UUID

from domain.kernel import Fact, Items, Part, having, none_yet, without
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
from domain.pathway.referrals.referral import (
    STEPS,
    Party,
    Referral,
    ReferralState,
    as_made,
    changes_by,
)
from domain.pathway.referrals.refusals import ReferralNotYours, ReferralUnknown
from domain.pathway.wrong_file import FactRecordedInWrongFile

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
class Made(Part):
    """The referrals as known now."""

    facts: ClassVar = (*BEGINNINGS, *CHANGES, FactRecordedInWrongFile)

    by_id: Items[UUID, Referral] = field(default_factory=none_yet)

    def evolve(self, fact: Fact, version: int) -> Self:
        if isinstance(fact, BEGINNINGS):
            return type(self)(having(self.by_id, fact.referral_id, as_made(fact, version)))
        if isinstance(fact, CHANGES) and fact.referral_id in self.by_id:  # else: begun, then erased
            referral = self.by_id[fact.referral_id]._replace(**changes_by(fact, version))
            return type(self)(having(self.by_id, fact.referral_id, referral))
        if isinstance(fact, FactRecordedInWrongFile):
            return type(self)(without(self.by_id, fact.entry_id))
        return self

    def _known(self, referral_id: UUID, *, by: UUID | None) -> Referral:
        """The referral, unless it is unknown or another organisation's draft."""
        referral = self.by_id.get(referral_id)
        if referral is None or (
            referral.state is ReferralState.DRAFT and by != referral.requested_by
        ):
            raise ReferralUnknown
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
