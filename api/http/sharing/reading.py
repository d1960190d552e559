"""On which grounds a pathway is shared, as far as the caller may see."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.reading import AReading, Shown
from api.http.says import reads
from domain.data_classes import DataClass
from domain.pathway.grounds.words import (
    Consent,
)
from domain.pathway.opening import PathwayNotOpened

router = APIRouter(prefix="/v1/pathways/{pathway_id}", tags=["sharing"])


class ConsentShown(Shown):
    id: UUID
    consent: Consent
    starts: datetime
    data_class: DataClass


class ObjectionShown(Shown):
    id: UUID
    organisation_id: UUID | None
    member_id: UUID | None


class SharingShown(Shown):
    """On which grounds the pathway is shared, as far as the caller may see."""

    informed_at: datetime | None
    care_team: tuple[UUID, ...] = Field(description="Organisations.")
    asking: tuple[UUID, ...] = Field(description="Organisations that asked to join.")
    consents: tuple[ConsentShown, ...]
    objections: tuple[ObjectionShown, ...]


@router.get("/sharing", responses=reads(PathwayNotOpened))
def sharing(pathway_id: UUID, reading: AReading) -> SharingShown:
    """What the person was told, agreed to and objects to."""
    pathway = reading.pathway(pathway_id).pathway
    return SharingShown(
        informed_at=pathway.consents.informed_at,
        care_team=tuple(sorted(pathway.team.organisations)),
        asking=tuple(pathway.team.asking),
        consents=tuple(map(ConsentShown.model_validate, pathway.consents.by_id.values())),
        objections=tuple(map(ObjectionShown.model_validate, pathway.objections.by_id.values())),
    )
