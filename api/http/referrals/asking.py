"""Referrals to common law, on the side of who makes them."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, AnItemDoor, Asked, Told
from api.http.says import on_item, on_pathway
from application.referrals.chase_referral import ChaseReferral, chase_referral
from application.referrals.draft_referral import DraftReferral, draft_referral
from application.referrals.record_return_after_relay import (
    RecordReturnAfterRelay,
    record_return_after_relay,
)
from application.referrals.request_referral import RequestReferral, request_referral
from application.referrals.withdraw_referral import WithdrawReferral, withdraw_referral
from domain.organisation.agreements import NoAgreementInForce
from domain.organisation.registration import OrganisationUnknown
from domain.pathway.grounds.refusals import MISSING, ObjectionStands
from domain.pathway.referrals.refusals import (
    ReferralAlreadyRequested,
    ReferralNotAtThisStep,
    ReferralNotYours,
    ReferralToOneself,
    ReferralUnknown,
    ReturnAlreadyRecorded,
)
from domain.pathway.referrals.words import Ask, ErrorReason

router = APIRouter(prefix="/v1/pathways/{pathway_id}/referrals", tags=["referrals"])


class Request(Asked):
    ask: Ask = Field(
        examples=[
            {"service": "domiciliation", "target_id": "c02dee00-0000-4000-8000-000000000001"},
            {"service": "dental_care", "outside_service": "Cabinet du Marché"},
        ]
    )
    draft_id: UUID | None = Field(default=None, description="A referral drafted before.")


class Withdrawal(Asked):
    reason: ErrorReason


@on_pathway(
    router,
    "",
    ReferralToOneself,
    ReferralAlreadyRequested,
    OrganisationUnknown,
    NoAgreementInForce,
    ObjectionStands,
    *MISSING.values(),
)
def request(pathway_id: UUID, asked: Request, door: ADoor) -> Told:
    """Send a referral; outside the care team, its content needs a consent of the person."""
    command = door.command(RequestReferral, asked, pathway_id=pathway_id)
    return door.run(request_referral, command, of=command.referral_id)


@on_pathway(router, "/drafts", ReferralToOneself, ReferralAlreadyRequested, ReferralUnknown)
def draft(pathway_id: UUID, asked: Request, door: ADoor) -> Told:
    """Prepare a referral without sending it; only your organisation knows of it."""
    command = door.command(DraftReferral, asked, pathway_id=pathway_id)
    return door.run(draft_referral, command, of=command.referral_id)


@on_item(router, "/{referral_id}/chase", ReferralUnknown, ReferralNotYours, ReferralNotAtThisStep)
def chase(pathway_id: UUID, referral_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Ask again where it stands."""
    command = door.command(ChaseReferral, asked, pathway_id=pathway_id, referral_id=referral_id)
    return door.run(chase_referral, command, of=referral_id)


@on_item(
    router,
    "/{referral_id}/return",
    ReferralUnknown,
    ReferralNotYours,
    ReferralNotAtThisStep,
    ReturnAlreadyRecorded,
)
def note_return(pathway_id: UUID, referral_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Say that the person came back although they had been relayed."""
    addressed = {"pathway_id": pathway_id, "referral_id": referral_id}
    command = door.command(RecordReturnAfterRelay, asked, **addressed)
    return door.run(record_return_after_relay, command, of=referral_id)


@on_item(
    router, "/{referral_id}/withdrawal", ReferralUnknown, ReferralNotYours, ReferralNotAtThisStep
)
def withdraw(pathway_id: UUID, referral_id: UUID, asked: Withdrawal, door: AnItemDoor) -> Told:
    """Say that this referral should never have been recorded."""
    command = door.command(WithdrawReferral, asked, pathway_id=pathway_id, referral_id=referral_id)
    return door.run(withdraw_referral, command, of=referral_id)
