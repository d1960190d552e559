"""Referrals to common law, on the side of who answers them, until the relay is effective."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import AnItemDoor, Asked, Told
from api.http.says import on_item
from application.referrals.accept_referral import AcceptReferral, accept_referral
from application.referrals.cancel_referral import CancelReferral, cancel_referral
from application.referrals.complete_referral import CompleteReferral, complete_referral
from application.referrals.declare_relay_effective import (
    DeclareRelayEffective,
    declare_relay_effective,
)
from application.referrals.fail_referral import FailReferral, fail_referral
from application.referrals.hold_referral import HoldReferral, hold_referral
from application.referrals.reject_referral import RejectReferral, reject_referral
from application.referrals.start_referral import StartReferral, start_referral
from domain.pathway.referrals.refusals import (
    ReasonContradictsRefusal,
    ReferralAlreadyAnswered,
    ReferralNotAtThisStep,
    ReferralNotYours,
    ReferralUnknown,
    RelayAlreadyEffective,
)
from domain.pathway.referrals.words import (
    CancellationReason,
    FailureReason,
    HoldReason,
    RefusedBy,
    RejectionReason,
    RelayEffect,
)

router = APIRouter(prefix="/v1/pathways/{pathway_id}/referrals/{referral_id}", tags=["referrals"])
ANSWERS = (ReferralUnknown, ReferralNotYours, ReferralAlreadyAnswered)
STEPS = (ReferralUnknown, ReferralNotYours, ReferralNotAtThisStep)


class Rejection(Asked):
    refused_by: RefusedBy
    reason: RejectionReason


class Hold(Asked):
    reason: HoldReason


class Failure(Asked):
    refused_by: RefusedBy | None = Field(default=None, description="Null where nobody refused.")
    reason: FailureReason


class Cancellation(Asked):
    refused_by: RefusedBy | None = Field(default=None, description="Null where nobody refused.")
    reason: CancellationReason


class Effect(Asked):
    effect: RelayEffect


@on_item(router, "/acceptance", *ANSWERS)
def accept(pathway_id: UUID, referral_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Take responsibility for what the referral asks."""
    command = door.command(AcceptReferral, asked, pathway_id=pathway_id, referral_id=referral_id)
    return door.run(accept_referral, command, of=referral_id)


@on_item(router, "/rejection", *ANSWERS, ReasonContradictsRefusal)
def reject(pathway_id: UUID, referral_id: UUID, asked: Rejection, door: AnItemDoor) -> Told:
    """Decline before anything was done, saying why and who refused."""
    command = door.command(RejectReferral, asked, pathway_id=pathway_id, referral_id=referral_id)
    return door.run(reject_referral, command, of=referral_id)


@on_item(router, "/start", *STEPS)
def start(pathway_id: UUID, referral_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Begin the work that it asks for, or begin again after a hold."""
    command = door.command(StartReferral, asked, pathway_id=pathway_id, referral_id=referral_id)
    return door.run(start_referral, command, of=referral_id)


@on_item(router, "/hold", *STEPS)
def hold(pathway_id: UUID, referral_id: UUID, asked: Hold, door: AnItemDoor) -> Told:
    """Put it on hold, saying what is waited for."""
    command = door.command(HoldReferral, asked, pathway_id=pathway_id, referral_id=referral_id)
    return door.run(hold_referral, command, of=referral_id)


@on_item(router, "/completion", *STEPS)
def complete(pathway_id: UUID, referral_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Say that what it asks was done."""
    command = door.command(CompleteReferral, asked, pathway_id=pathway_id, referral_id=referral_id)
    return door.run(complete_referral, command, of=referral_id)


@on_item(router, "/failure", *STEPS, ReasonContradictsRefusal)
def fail(pathway_id: UUID, referral_id: UUID, asked: Failure, door: AnItemDoor) -> Told:
    """Say that it was attempted, and why it did not succeed."""
    said = {"pathway_id": pathway_id, "referral_id": referral_id, "refused_by": asked.refused_by}
    command = door.command(FailReferral, asked, **said)
    return door.run(fail_referral, command, of=referral_id)


@on_item(router, "/cancellation", *STEPS, ReasonContradictsRefusal)
def cancel(pathway_id: UUID, referral_id: UUID, asked: Cancellation, door: AnItemDoor) -> Told:
    """Stop it, from either side."""
    said = {"pathway_id": pathway_id, "referral_id": referral_id, "refused_by": asked.refused_by}
    command = door.command(CancelReferral, asked, **said)
    return door.run(cancel_referral, command, of=referral_id)


@on_item(router, "/relay", *STEPS, RelayAlreadyEffective)
def relay(pathway_id: UUID, referral_id: UUID, asked: Effect, door: AnItemDoor) -> Told:
    """Say that common law has taken over, and by what it shows."""
    said = {"pathway_id": pathway_id, "referral_id": referral_id}
    command = door.command(DeclareRelayEffective, asked, **said)
    return door.run(declare_relay_effective, command, of=referral_id)
