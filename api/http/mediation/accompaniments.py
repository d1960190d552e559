"""Going there with the person: planned, carried out, refused."""

from datetime import date
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, AnItemDoor, Asked, Told
from api.http.reading import AReading, Shown
from api.http.says import on_item, on_pathway, reads
from application.mediation.carry_out_accompaniment import (
    CarryOutAccompaniment,
    carry_out_accompaniment,
)
from application.mediation.enter_accompaniment_in_error import (
    EnterAccompanimentInError,
    enter_accompaniment_in_error,
)
from application.mediation.plan_accompaniment import PlanAccompaniment, plan_accompaniment
from application.mediation.refuse_accompaniment import RefuseAccompaniment, refuse_accompaniment
from domain.data_classes import DataClass
from domain.pathway.accompaniments.refusals import (
    AccompanimentAlreadyKnown,
    AccompanimentIsOver,
    AccompanimentUnknown,
    NoSuchAppointment,
)
from domain.pathway.accompaniments.words import (
    AccompanimentState,
    Journey,
    RefusedBy,
    Travelled,
    Why,
)
from domain.pathway.opening import PathwayNotOpened

router = APIRouter(prefix="/v1/pathways/{pathway_id}/accompaniments", tags=["mediation"])
A_JOURNEY = {"on": "2026-12-01", "place": "Riom", "why": "no_transport"}
A_LIFT = {"minutes": 150, "kilometres": 42, "transport": "lift", "outcome": "received"}


class AccompanimentAsked(Asked):
    journey: Journey = Field(
        description="Its class is never below that of the appointment it leads to.",
        examples=[A_JOURNEY],
    )


class CarriedOut(Asked):
    travelled: Travelled = Field(
        description="Kilometres there and back; the time of whoever went along.",
        examples=[A_LIFT],
    )


class AccompanimentRefusal(Asked):
    refused_by: RefusedBy


class AccompanimentShown(Shown):
    id: UUID
    planned_by: UUID = Field(description="The organisation that goes along.")
    on: date
    place: str
    why: Why
    appointment_id: UUID | None
    data_class: DataClass
    state: AccompanimentState
    travelled: Travelled | None
    refused_by: RefusedBy | None


@router.get("", responses=reads(PathwayNotOpened))
def accompaniments(pathway_id: UUID, reading: AReading) -> tuple[AccompanimentShown, ...]:
    """Where somebody goes, or went, with the person."""
    known = reading.pathway(pathway_id).pathway.accompaniments.by_id.values()
    return tuple(map(AccompanimentShown.model_validate, known))


@on_pathway(router, "", AccompanimentAlreadyKnown, NoSuchAppointment)
def plan(pathway_id: UUID, asked: AccompanimentAsked, door: ADoor) -> Told:
    """Plan to go somewhere with the person."""
    command = door.command(PlanAccompaniment, asked, pathway_id=pathway_id)
    return door.run(plan_accompaniment, command, of=command.accompaniment_id)


@on_item(router, "/{accompaniment_id}/completion", AccompanimentUnknown, AccompanimentIsOver)
def carry_out(
    pathway_id: UUID, accompaniment_id: UUID, asked: CarriedOut, door: AnItemDoor
) -> Told:
    """Note that somebody went with the person, and what it took."""
    addressed = {"pathway_id": pathway_id, "accompaniment_id": accompaniment_id}
    command = door.command(CarryOutAccompaniment, asked, **addressed)
    return door.run(carry_out_accompaniment, command, of=accompaniment_id)


@on_item(router, "/{accompaniment_id}/refusal", AccompanimentUnknown, AccompanimentIsOver)
def refuse(
    pathway_id: UUID, accompaniment_id: UUID, asked: AccompanimentRefusal, door: AnItemDoor
) -> Told:
    """Note that it does not take place, by whose choice."""
    addressed = {"pathway_id": pathway_id, "accompaniment_id": accompaniment_id}
    command = door.command(RefuseAccompaniment, asked, **addressed)
    return door.run(refuse_accompaniment, command, of=accompaniment_id)


@on_item(router, "/{accompaniment_id}/withdrawal", AccompanimentUnknown)
def withdraw(pathway_id: UUID, accompaniment_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Note that this should never have been recorded."""
    addressed = {"pathway_id": pathway_id, "accompaniment_id": accompaniment_id}
    command = door.command(EnterAccompanimentInError, asked, **addressed)
    return door.run(enter_accompaniment_in_error, command, of=accompaniment_id)
