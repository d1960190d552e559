"""What the person gives up, why, and what it led to."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, AnItemDoor, Asked, Told
from api.http.reading import AReading, Shown
from api.http.says import on_item, on_pathway, reads
from application.mediation.end_renunciation import EndRenunciation, end_renunciation
from application.mediation.record_renunciation import RecordRenunciation, record_renunciation
from application.mediation.renunciations_told import renunciations_told
from domain.data_classes import DataClass
from domain.pathway.obstacles.words import ObstacleKind
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.renunciations import (
    GivenUp,
    LedTo,
    RenunciationAlreadyKnown,
    RenunciationIsOver,
    RenunciationUnknown,
)
from domain.text import Text

router = APIRouter(prefix="/v1/pathways/{pathway_id}/renunciations", tags=["mediation"])


class Renounced(Asked):
    given_up: GivenUp = Field(
        description="Care, or a right: one of the two.", examples=[{"care": "dental"}]
    )
    reason: ObstacleKind = Field(examples=["FIN"])
    words: Text | None = Field(default=None, examples=["La dernière facture lui a fait peur."])
    data_class: DataClass | None = Field(
        default=None, description="Raises the class, where the words say more."
    )


class Led(Asked):
    outcome: LedTo
    words: Text | None = None


class RenunciationShown(Shown):
    id: UUID
    given_up: GivenUp
    reason: ObstacleKind
    data_class: DataClass
    since: datetime
    words: str | None
    led_to: LedTo | None = Field(description="Null while nothing is known.")
    outcome_words: str | None


@router.get("", responses=reads(PathwayNotOpened))
def renunciations(pathway_id: UUID, reading: AReading) -> tuple[RenunciationShown, ...]:
    """What the person gave up, and what it led to."""
    events = reading.pathway(pathway_id).events
    return tuple(map(RenunciationShown.model_validate, renunciations_told(events)))


@on_pathway(router, "", RenunciationAlreadyKnown)
def renounce(pathway_id: UUID, asked: Renounced, door: ADoor) -> Told:
    """Note care or a right that the person gives up, and why."""
    command = door.command(RecordRenunciation, asked, pathway_id=pathway_id)
    return door.run(record_renunciation, command, of=command.renunciation_id)


@on_item(router, "/{renunciation_id}/outcome", RenunciationUnknown, RenunciationIsOver)
def lead_to(pathway_id: UUID, renunciation_id: UUID, asked: Led, door: AnItemDoor) -> Told:
    """Note what it led to; "still given up" may be followed by something else."""
    addressed = {"pathway_id": pathway_id, "renunciation_id": renunciation_id}
    command = door.command(EndRenunciation, asked, **addressed)
    return door.run(end_renunciation, command, of=renunciation_id)
