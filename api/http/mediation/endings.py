"""How mediation with the person ended, organisation by organisation, and whether they came back."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, AnItemDoor, Asked, Told
from api.http.reading import AReading, Shown
from api.http.says import on_item, on_pathway, reads
from application.mediation.end_mediation import EndMediation, end_mediation
from application.mediation.withdraw_mediation_end import (
    WithdrawMediationEnd,
    withdraw_mediation_end,
)
from domain.pathway.mediation import (
    Ending,
    Mediation,
    MediationAlreadyEnded,
    MediationEndUnknown,
    MediationNotUnderWay,
)
from domain.pathway.opening import PathwayNotOpened

router = APIRouter(prefix="/v1/pathways/{pathway_id}/mediation", tags=["mediation"])


class MediationEnd(Asked):
    how: Ending


class EndingShown(Shown):
    id: UUID
    organisation_id: UUID
    how: Ending
    ended_at: datetime
    came_back_at: datetime | None = Field(description="The first interview since; null: none.")


class MediationShown(Shown):
    interviews: int = Field(description="Those that the caller may see.")
    endings: tuple[EndingShown, ...]


@router.get("", responses=reads(PathwayNotOpened))
def mediation(pathway_id: UUID, reading: AReading) -> MediationShown:
    """How it ended, and whether the person came back, as far as the caller may see."""
    known = reading.pathway(pathway_id).pathway.mediation
    return MediationShown(
        interviews=len(known.interviews),
        endings=tuple(_shown(known, ending_id) for ending_id in known.endings),
    )


@on_pathway(router, "/endings", MediationAlreadyEnded, MediationNotUnderWay)
def end(pathway_id: UUID, asked: MediationEnd, door: ADoor) -> Told:
    """Say that your organisation's mediation ended; an interview held later takes it up again."""
    command = door.command(EndMediation, asked, pathway_id=pathway_id)
    return door.run(end_mediation, command, of=command.ending_id)


@on_item(router, "/endings/{ending_id}/withdrawal", MediationEndUnknown)
def withdraw(pathway_id: UUID, ending_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Say that an ending should never have been recorded."""
    addressed = {"pathway_id": pathway_id, "ending_id": ending_id}
    command = door.command(WithdrawMediationEnd, asked, **addressed)
    return door.run(withdraw_mediation_end, command, of=ending_id)


def _shown(mediation: Mediation, ending_id: UUID) -> EndingShown:
    ended = mediation.endings[ending_id]
    return EndingShown(
        id=ending_id,
        organisation_id=ended.by,
        how=ended.how,
        ended_at=ended.at,
        came_back_at=mediation.came_back_at(ending_id),
    )
