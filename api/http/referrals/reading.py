"""Referrals as they stand."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.reading import AReading, Shown
from api.http.says import reads
from application.marks import about
from domain.data_classes import DataClass
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.referrals.referral import ReferralState
from domain.pathway.referrals.words import RelayEffect, Service, Urgency
from domain.refusals import NotFound

router = APIRouter(prefix="/v1/pathways/{pathway_id}/referrals", tags=["referrals"])


class ReferralShown(Shown):
    id: UUID
    requested_by: UUID = Field(description="An organisation.")
    target_id: UUID | None = Field(description="An organisation; null: an outside service.")
    outside_service: str | None
    service: Service
    urgency: Urgency
    data_class: DataClass
    state: ReferralState
    since: datetime = Field(description="When it came to this state.")
    requested_at: datetime | None
    last_chased_at: datetime | None
    effect: RelayEffect | None = Field(description="What makes the relay effective.")
    returned_at: datetime | None = Field(description="When the person came back.")


@router.get("", responses=reads(PathwayNotOpened))
def referrals(pathway_id: UUID, reading: AReading) -> tuple[ReferralShown, ...]:
    """The referrals of the person, and what became of each."""
    known = reading.pathway(pathway_id).pathway.referrals.by_id.values()
    return tuple(map(ReferralShown.model_validate, known))


@router.get("/{referral_id}", responses=reads(PathwayNotOpened, NotFound))
def referral(pathway_id: UUID, referral_id: UUID, reading: AReading) -> ReferralShown:
    """One referral, with its ETag."""
    seen = reading.pathway(pathway_id)
    known = seen.pathway.referrals.by_id.get(referral_id)
    concern = about(referral_id=referral_id)
    return ReferralShown.model_validate(reading.marked(seen, concern, known))
